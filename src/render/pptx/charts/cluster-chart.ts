import { axisRange } from '../../../document/axis-range.ts';
import type { ClusterChart } from '../../../document/chart.ts';
import { countFormats, countLabels } from '../../../document/count-label.ts';
import type { BarSeries, PlotArea } from '../../../ooxml/charts/chart.ts';
import { HEADING_HEIGHT, type BlockPlace, type BlockPlan } from '../block-plan.ts';
import { drawHeading } from '../blocks/heading.ts';
import { countLines, fitLine, runsWidth, type Run } from '../fit-text.ts';
import { below, type Box } from '../grid.ts';
import { lineHeight, textWidth } from '../measure-text.ts';
import type { SlideCanvas } from '../slide-canvas.ts';
import { COLOUR, SIZE } from '../theme.ts';
import { STYLE } from '../type-styles.ts';
import { axesOf, FIGURES } from './chart-style.ts';
import { finite } from './money-scale.ts';
import { planWithoutData } from './without-data.ts';

const HEIGHT = { least: 1.4, wish: 2.65 } as const;
const PLOT = { x: 0.005, y: 0.01, w: 0.99 } as const;
/** Between the bars of two categories, in percent of a bar. */
const GAP = 40;
const NAME_LINE = 0.22;
const NAMES_AIR = 0.08;
const MOST_NAME_LINES = 2;
const KEY_GAP = '   ';
const BARS: Readonly<Record<ClusterChart['series'][number]['role'], string>> = {
  reference: COLOUR.pale,
  actual: COLOUR.accent,
};

/** Native columns side by side with their numbers on top; what each colour is stands behind the heading. */
export function planClusterChart(given: ClusterChart, place: BlockPlace): BlockPlan {
  const chart = withKnown(given);
  if (chart.series.length === 0) return planWithoutData(given, place);
  const header = headerOf(chart, place);
  const top = HEADING_HEIGHT + header.keyHeight;
  return {
    least: top + HEIGHT.least,
    wish: top + HEIGHT.wish,
    draw(canvas, box) {
      drawHeading(canvas, place.name, box, { text: place.words.say(chart.heading), aside: header.aside });
      if (header.key.length > 0) {
        const line: Box = { ...below(box, HEADING_HEIGHT), h: header.keyHeight };
        canvas.text(`${place.name}.key`, line, [{ runs: header.key, lines: 2 }]);
      }
      drawBars(canvas, below(box, top), chart, place);
    },
  };
}

/** Only what can be drawn: series of which something is known, as long as the categories. */
function withKnown(chart: ClusterChart): ClusterChart {
  const { length } = chart.categories;
  const series = chart.series.map((one) => ({ ...one, values: finite(one.values).slice(0, length) }));
  return { ...chart, series: series.filter(({ values }) => values.some((value) => value !== null)) };
}

function drawBars(canvas: SlideCanvas, frame: Box, chart: ClusterChart, { words, name }: BlockPlace): void {
  const pitch = (frame.w * PLOT.w) / chart.categories.length;
  const bar = pitch / (chart.series.length + GAP / 100);
  const values = chart.series.flatMap((one) => one.values);
  const label = countLabels(values, (text) => textWidth(text, FIGURES) <= bar);
  const names = chart.categories.map((category) => nameUnder(words.plain(category), pitch - 0.12));
  const nameLines = Math.max(...names.map((text) => countLines([{ ...STYLE.soft, text }], pitch - 0.1)));
  const namesHeight = NAME_LINE * Math.min(MOST_NAME_LINES, nameLines) + NAMES_AIR;
  const plot: PlotArea = { ...PLOT, h: Math.max(0.2, 1 - PLOT.y - namesHeight / frame.h) };
  const room = (lineHeight(FIGURES.size) + 0.06) / (plot.h * frame.h);
  canvas.chart(name, frame, {
    categories: names,
    series: chart.series.map((one): BarSeries => ({
      ...{ kind: 'bars', name: words.plain(one.label), values: one.values, colour: BARS[one.role] },
      ...(label && { labels: { position: 'outEnd', look: FIGURES, ...countFormats(one.values, label) } }),
    })),
    bars: { direction: 'col', gap: GAP },
    ...axesOf(plot, axisRange(values, room / Math.max(0.2, 1 - room)), { isLevel: true }),
    description: words.say(chart.description),
  });
}

/** A name on at most two lines; office programs break it at its words, so each part of it must fit. */
function nameUnder(name: string, width: number): string {
  const fits = (text: string) => countLines([{ ...STYLE.soft, text }], width) <= MOST_NAME_LINES;
  for (let room = width * MOST_NAME_LINES; room > width; room -= 0.05) {
    const text = fitLine(name, room, STYLE.soft);
    if (fits(text)) return text;
  }
  return fitLine(name, width, STYLE.soft);
}

/** Unit and colour key: behind the heading where they fit, the key on lines of its own where they do not. */
function headerOf(
  chart: ClusterChart,
  { words, width }: BlockPlace,
): { readonly aside: readonly Run[]; readonly key: readonly Run[]; readonly keyHeight: number } {
  const key = chart.series.flatMap(({ role, label }, index): Run[] => [
    { ...STYLE.soft, colour: BARS[role], text: '\u25a0\u00a0' },
    { ...STYLE.soft, text: words.plain(label) + (index === chart.series.length - 1 ? '' : KEY_GAP) },
  ]);
  const unit: Run = { ...STYLE.soft, text: words.plain(chart.unit) };
  const inline = [unit, { ...STYLE.soft, text: KEY_GAP }, ...key];
  const heading = textWidth(words.say(chart.heading), STYLE.lead);
  if (heading + runsWidth(inline) + 0.15 <= width) return { aside: inline, key: [], keyHeight: 0 };
  const lines = Math.min(2, countLines(key, width));
  return { aside: [unit], key, keyHeight: lines * lineHeight(SIZE.detail) + 0.06 };
}
