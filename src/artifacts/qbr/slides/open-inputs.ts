import type { Section } from '../../../document/document.ts';
import { formatFiscalQuarter } from '../../../units/fiscal-quarter.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import { partsOfPattern, plainSentence, sentence } from '../../../units/sentence.ts';
import { count, shortDate, text } from '../../../units/value.ts';
import type { QbrResult } from '../compute.ts';

/** The last page of the internal edition: what only the channel account manager can add, how long it takes, what it opens, and by when. */
export function openInputsSection({ openInputs, input }: QbrResult): Section | undefined {
  if (openInputs.length === 0) return undefined;
  const day = reviewDay(input);
  return {
    id: 'open-inputs',
    kicker: { number: '', name: 'Inputs still open' },
    headline: sentence('{inputs|input completes|inputs complete} this review', { inputs: count(openInputs.length) }),
    notes: [plainSentence('This page is not in the partner edition.')],
    source: 'review checklist',
    layout: 'table',
    main: [
      {
        kind: 'table',
        id: 'open-inputs',
        columns: [
          { key: 'slide', label: 'Slide', align: 'left', weight: 1.9, cut: 'text', tone: 'strong' },
          { key: 'what', label: 'What is missing', align: 'left', weight: 4.4, cut: 'text', wraps: true },
          { key: 'effort', label: 'Effort', align: 'left', weight: 1.5, cut: 'text' },
          { key: 'opens', label: 'What it opens', align: 'left', weight: 3.4, cut: 'text', tone: 'soft', wraps: true },
          { key: 'owner', label: 'Owner', align: 'left', weight: 1.4, cut: 'text' },
          { key: 'by', label: 'By', align: 'right', weight: 0.8, cut: 'fixed' },
        ],
        rows: openInputs.map(({ slide, what, effort, opens }) => ({
          cells: {
            slide: { value: text(slideName(input.storyline.slides, slide)) },
            what: { value: text(what) },
            ...(effort !== undefined && { effort: { value: text(effort) } }),
            opens: { value: text(opens) },
            owner: { value: text(input.config.cam.name) },
            ...(day && { by: { value: shortDate(day) } }),
          },
        })),
      },
    ],
  };
}

/** The day of the review that is being prepared; of a planned week its Monday. */
function reviewDay({ files, review }: QbrResult['input']): PlainDate | undefined {
  const quarter = formatFiscalQuarter(review.quarter);
  const meeting = files.partner.meetings.find(
    (each) =>
      each.kind === 'qbr' && !each.held && each.quarter !== undefined && formatFiscalQuarter(each.quarter) === quarter,
  );
  return meeting?.date ?? meeting?.planned_week;
}

function slideName(slides: QbrResult['input']['storyline']['slides'], id: string): string {
  const kicker = slides.find((slide) => slide.id === id)?.kicker ?? id;
  return partsOfPattern(kicker)
    .map((part) => ('literal' in part ? part.literal : ''))
    .join('')
    .replace(/ for $/, '');
}
