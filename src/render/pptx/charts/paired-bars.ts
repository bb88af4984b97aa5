import { axisRange } from '../../../document/axis-range.ts';
import type { PairedBars } from '../../../document/block.ts';
import { roundHalfUp } from '../../../units/format.ts';
import { numberIn, type Value } from '../../../units/value.ts';
import { HEADING_HEIGHT, type BlockPlace, type BlockPlan } from '../block-plan.ts';
import { drawHeading } from '../blocks/heading.ts';
import { planParagraph } from '../blocks/paragraph.ts';
import { countLines, fitParagraphs, type Run } from '../fit-text.ts';
import { below } from '../grid.ts';
import { lineHeight } from '../measure-text.ts';
import { COLOUR, SIZE } from '../theme.ts';
import { STYLE } from '../type-styles.ts';
import { axesOf, FIGURES } from './chart-style.ts';

const HEIGHT = { least: 1.3, wish: 2.65 } as const;
const GAP = 40;
const PLOT = { x: 0.005, w: 0.99 } as const;
/** Below this a part of one is worth a decimal. */
const DECIMAL_BELOW = 10;
const KEY_GAP = '  ';

/** What was planned beside what came: a pale and a dark bar for each stage, with the number at its end. */
export function planPairedBars(pairs: PairedBars, place: BlockPlace): BlockPlan {
  const planned = pairs.pairs.map((pair) => shown(pair.planned));
  const actual = pairs.pairs.map((pair) => shown(pair.actual));
  const values = [...planned, ...actual];
  if (values.every((value) => value === null)) {
    return planParagraph({ kind: 'paragraph', text: pairs.description }, place);
  }
  const labels = { position: 'outEnd', format: '[>=1000]#,##0;General', look: FIGURES } as const;
  return {
    least: HEADING_HEIGHT + HEIGHT.least,
    wish: HEADING_HEIGHT + HEIGHT.wish,
    draw(canvas, box) {
      drawHeading(canvas, place.name, box, {
        text: place.words.say(pairs.heading),
        aside: [{ ...STYLE.soft, text: `${place.words.plain(pairs.unit)}${KEY_GAP}` }, ...keyRuns(pairs, place)],
      });
      const frame = below(box, HEADING_HEIGHT);
      const names = namesBelow(pairs, place, frame.w);
      const plot = { ...PLOT, y: 0.04, h: Math.max(0.3, 0.94 - names.height / frame.h) };
      canvas.chart(place.name, frame, {
        categories: names.texts,
        series: [
          { kind: 'bars', name: pairs.labels.planned, values: planned, colour: COLOUR.pale, labels },
          { kind: 'bars', name: pairs.labels.actual, values: actual, colour: COLOUR.accent, labels },
        ],
        bars: { direction: 'col', gap: GAP },
        ...axesOf(plot, axisRange(values, 0.12)),
        description: place.words.say(pairs.description),
      });
    },
  };
}

function shown(value: Value): number | null {
  const number = numberIn(value);
  if (number === undefined || !Number.isFinite(number)) return null;
  return roundHalfUp(number, number < DECIMAL_BELOW ? 1 : 0);
}

/** The names of the stages in two lines at most, and the height they take. */
function namesBelow({ pairs }: PairedBars, { words }: BlockPlace, width: number) {
  const pitch = (width * PLOT.w) / Math.max(1, pairs.length) - 0.06;
  const fitted = pairs.map(({ label }) => {
    const runs: Run[] = [{ ...STYLE.soft, text: words.plain(label) }];
    return fitParagraphs([{ runs, lines: 2 }], { w: pitch, h: 1 })[0]?.runs ?? runs;
  });
  const most = Math.max(1, ...fitted.map((runs) => countLines(runs, pitch)));
  return {
    texts: fitted.map((runs) => runs.map(({ text }) => text).join('')),
    height: most * lineHeight(SIZE.detail) + 0.06,
  };
}

function keyRuns({ labels }: PairedBars, { words }: BlockPlace): Run[] {
  const entry = (colour: string, label: string): Run[] => [
    { ...STYLE.soft, colour, text: '■\u00a0' },
    { ...STYLE.soft, text: `${words.plain(label)}${KEY_GAP}` },
  ];
  return [...entry(COLOUR.accent, labels.actual), ...entry(COLOUR.pale, labels.planned)];
}
