import type { Section } from '../../../document/document.ts';
import { partsOfPattern, plainSentence, sentence } from '../../../units/sentence.ts';
import { count, text } from '../../../units/value.ts';
import type { QbrResult } from '../compute.ts';

/** The last page of the internal edition: what only the channel account manager can add, and what it opens. */
export function openInputsSection({ openInputs, input }: QbrResult): Section | undefined {
  if (openInputs.length === 0) return undefined;
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
          { key: 'slide', label: 'Slide', align: 'left', weight: 2.2, cut: 'text', tone: 'strong' },
          { key: 'what', label: 'What is missing', align: 'left', weight: 5, cut: 'text' },
          { key: 'opens', label: 'What it opens', align: 'left', weight: 5, cut: 'text', tone: 'soft' },
        ],
        rows: openInputs.map(({ slide, what, opens }) => ({
          cells: {
            slide: { value: text(slideName(input.storyline.slides, slide)) },
            what: { value: text(what) },
            opens: { value: text(opens) },
          },
        })),
      },
    ],
  };
}

function slideName(slides: QbrResult['input']['storyline']['slides'], id: string): string {
  const kicker = slides.find((slide) => slide.id === id)?.kicker ?? id;
  return partsOfPattern(kicker)
    .map((part) => ('literal' in part ? part.literal : ''))
    .join('')
    .replace(/ for $/, '');
}
