import type { Document, Edition, Section } from '../../document/document.ts';
import { chooseRule, fillPattern, type StoryFigures } from '../../domain/story.ts';
import type { StorySlide } from '../../schema/qbr-storyline.ts';
import { formatSentence } from '../../units/format.ts';
import { plainSentence, type Sentence } from '../../units/sentence.ts';
import { figuresOf } from '../edition-figures.ts';
import { footnotedValues, footnoteNumbers } from '../figure-footnotes.ts';
import { footnotedResult } from '../performance-scorecard/index.ts';
import { pageFrame } from '../page-frame.ts';
import { isShown, type QbrResult } from './compute.ts';
import type { SlideBuilder, SlideContext } from './slide.ts';
import { SLIDE_BUILDERS } from './slide-builders.ts';
import { openInputsSection } from './slides/open-inputs.ts';

const APPENDIX = /^appendix-/;

/** The deck of one partner: the storyline's slides that these figures can carry, in their order. */
export function qbrDocument(computed: QbrResult, edition: Edition): Document {
  const { footnotes, ...footnoted } = footnotedResult(computed.scorecard, edition);
  const values = footnotedValues(computed.values, footnoteNumbers(footnotes));
  const result: QbrResult = { ...computed, scorecard: footnoted.result, values };
  const frame = pageFrame(result.input);
  const figures: StoryFigures = { values: result.values };
  const numbers = slideNumbers(result.input.storyline.slides);
  const sections = result.input.storyline.slides.flatMap((slide): Section[] => {
    const builder = SLIDE_BUILDERS[slide.id];
    const context = {
      result,
      edition,
      slide,
      figures,
      format: frame.format,
      subject: frame.subject,
      vendor: frame.vendor,
    };
    const section = builder && drawSlide(builder, context, numbers.get(slide.id)!);
    return section ? [section] : [];
  });
  const openInputs = edition === 'internal' ? openInputsSection(result) : undefined;
  return {
    ...frame,
    id: 'qbr',
    title: 'Quarterly business review',
    edition,
    sections: openInputs ? [...sections, openInputs] : sections,
    figures: figuresOf(computed.values, edition),
    ...(footnotes.length > 0 && { footnotes }),
  };
}

function drawSlide(builder: SlideBuilder, context: SlideContext, number: string): Section | undefined {
  const { slide, result, edition } = context;
  const proposalsOnly = edition === 'internal' && slide.id === 'asks';
  if (!proposalsOnly && !isShown(slide, result.values)) return undefined;
  const headline =
    headlineOf(context) ??
    (proposalsOnly ? plainSentence('Nothing is confirmed yet; these lines could be asked') : undefined);
  const body = headline && builder(context);
  if (!body) return undefined;
  const { kicker, strip, ...content } = body;
  return {
    ...content,
    id: slide.id,
    kicker: kicker ?? {
      number,
      name: formatSentence(fillPattern(slide.kicker, context.figures) ?? plainSentence(slide.question), context.format),
    },
    headline,
    notes: notesOf(context),
    ...(strip === false ? {} : stripOf(context)),
  } as Section;
}

/** The channel account manager's own headline, else the storyline's first that holds and fits. */
function headlineOf({ slide, result, figures, format }: SlideContext): Sentence | undefined {
  const own = result.file?.headlines[slide.id];
  if (own) return plainSentence(own);
  const fit = { characters: result.input.storyline.headline_max_characters, format };
  return chooseRule(slide.headlines, figures, fit)?.sentence;
}

function stripOf({ slide, figures }: SlideContext): Pick<Section, 'strip'> {
  const why = chooseRule(slide.strip?.why ?? [], figures);
  if (!why) return {};
  const next = chooseRule(slide.strip?.next ?? [], figures);
  return { strip: { why: why.sentence, ...(next && { next: next.sentence }) } };
}

/** Sources and definitions for everyone; talking points and the manager's own notes in the internal edition only. */
function notesOf({ slide, edition, figures, result }: SlideContext): Sentence[] {
  const filled = (patterns: readonly string[]) => patterns.flatMap((pattern) => fillPattern(pattern, figures) ?? []);
  if (edition === 'partner') return filled(slide.notes_partner);
  const own = (result.file?.notes[slide.id] ?? []).map(plainSentence);
  return [...filled(slide.notes_partner), ...filled(slide.notes_internal), ...own];
}

/** 1 to 12 in the storyline's order; the appendix counts A1, A2. */
function slideNumbers(slides: readonly StorySlide[]): ReadonlyMap<string, string> {
  const main = slides.filter(({ id }) => !APPENDIX.test(id));
  const appendix = slides.filter(({ id }) => APPENDIX.test(id));
  return new Map([
    ...main.map(({ id }, index) => [id, String(index + 1)] as const),
    ...appendix.map(({ id }, index) => [id, `A${index + 1}`] as const),
  ]);
}
