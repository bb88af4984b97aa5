import { themeColours } from '../../document/theme-colours.ts';
import type { Document, Section } from '../../document/document.ts';
import { footnotesIn } from '../../document/footnotes.ts';
import { knownOnly } from '../../document/known-only.ts';
import type { Presentation, Slide } from '../../ooxml/presentation/presentation.ts';
import { pagesOf } from './appendix-pages.ts';
import { drawBody } from './draw-body.ts';
import { drawCover } from './draw-cover.ts';
import { fitTitle } from './fit-title.ts';
import { PAGE } from './grid.ts';
import { mastersOf, type LayoutId } from './layouts.ts';
import { packDeck } from './pack-deck.ts';
import { aboveFootnotes, drawFootnotes, footnoteWords } from './footnotes.ts';
import { SlideCanvas } from './slide-canvas.ts';
import { drawFoot, drawHead } from './slide-frame.ts';
import { FONT } from './theme.ts';
import { emu } from './xml/geometry-xml.ts';
import { tableStyles } from './xml/table-style.ts';
import { wordsOf, type Words } from './words.ts';

/** One slide to be: a section, or one page of it, with its title in lines. */
interface Page {
  readonly section: Section;
  /** Stable name of its shapes: the section's id, with the page's number from the second page on. */
  readonly name: string;
  readonly title: readonly string[];
}

/**
 * Draws a document as a PowerPoint deck of native, editable text, tables and charts; what is not known leaves the partner edition
 * silently. The same document gives the same bytes.
 * @returns the bytes of the .pptx file.
 */
export function renderPptx(document: Document): Buffer {
  return packDeck(drawDeck(document.edition === 'partner' ? knownOnly(document) : document));
}

function drawDeck(document: Document): Presentation {
  const words = wordsOf(document.format);
  const pages = planPages(document, words);
  return {
    properties: {
      title: `${words.plain(document.title)}, ${words.plain(document.subject.name)}, ${words.plain(document.period.name)}`,
      company: words.plain(document.vendor),
      language: document.language,
      modified: document.dates.pipeline,
    },
    theme: { name: 'Partner review', fonts: { major: FONT, minor: FONT }, colours: themeColours(document.accent) },
    page: { width: emu(PAGE.w), height: emu(PAGE.h) },
    tableStyles: tableStyles(),
    ...mastersOf(document.language),
    slides: pages.map((page, i) => drawPage({ ...page, number: i + 1 }, document, words)),
  };
}

function planPages(document: Document, words: Words): Page[] {
  const taken = new Set<string>();
  return document.sections.flatMap((section) => {
    const headline = section.layout === 'cover' ? words.plain(document.subject.name) : words.say(section.headline);
    const parts = pagesOf(section, fitTitle(headline, ' (9 of 9)').length);
    return parts.map((part, i): Page => {
      const suffix = parts.length > 1 ? ` (${i + 1} of ${parts.length})` : '';
      const title = section.layout === 'cover' ? [headline] : uniqueTitle(headline, suffix, taken);
      taken.add(title.join(' '));
      return { section: part, name: i === 0 ? section.id : `${section.id}-${i + 1}`, title };
    });
  });
}

/** Slides are found by their titles, so no two may be alike. */
function uniqueTitle(headline: string, suffix: string, taken: ReadonlySet<string>): readonly string[] {
  let title: readonly string[] = fitTitle(headline, suffix);
  for (let n = 2; taken.has(title.join(' ')); n += 1) title = fitTitle(headline, `${suffix} (${n})`);
  return title;
}

function drawPage(
  { section, name, title, number }: Page & { readonly number: number },
  document: Document,
  words: Words,
): Slide {
  const isCover = section.layout === 'cover';
  const layout: LayoutId = isCover ? 'cover' : title.length > 1 ? 'twoLines' : 'oneLine';
  const footnotes = footnotesIn(document, [section]);
  const canvas = new SlideCanvas({ number, layout, section: name, language: document.language });
  if (isCover) {
    drawCover(canvas, section.cover, { document, words });
  } else {
    const frame = { section, document, words };
    const body = drawHead(canvas, title, frame);
    drawBody(canvas, section, footnotes.length > 0 ? aboveFootnotes(body) : body, words);
    drawFoot(canvas, frame);
    drawFootnotes(canvas, footnotes, words);
  }
  canvas.notes([...section.notes.map(words.say), ...footnotes.map((note) => footnoteWords(note, words))]);
  return canvas.slide;
}
