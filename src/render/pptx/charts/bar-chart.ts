import { axisRange } from '../../../document/axis-range.ts';
import type { BarChart } from '../../../document/chart.ts';
import { HEADING_HEIGHT, type BlockPlace, type BlockPlan } from '../block-plan.ts';
import { drawHeading } from '../blocks/heading.ts';
import { fitLine } from '../fit-text.ts';
import { below } from '../grid.ts';
import { textWidth } from '../measure-text.ts';
import { COLOUR } from '../theme.ts';
import { STYLE } from '../type-styles.ts';
import { axesOf, FIGURES } from './chart-style.ts';
import { moneyScale } from './money-scale.ts';
import { planWithoutData } from './without-data.ts';

const BAR = { least: 0.25, wish: 0.395, gap: 35 } as const;
const NAMES_MOST = 0.45;
const AIR = 0.1;

/** Horizontal bars with their names on the left and their values at their ends, the first on top. */
export function planBarChart(chart: BarChart, place: BlockPlace): BlockPlan {
  const bars = chart.bars.filter((bar) => Number.isFinite(bar.value));
  if (bars.length === 0) return planWithoutData(chart, place);
  return {
    least: HEADING_HEIGHT + BAR.least * Math.min(bars.length, 4),
    wish: HEADING_HEIGHT + BAR.wish * Math.max(bars.length, 2),
    draw(canvas, box) {
      const frame = below(box, HEADING_HEIGHT);
      const shown = bars.slice(0, Math.max(1, Math.floor(frame.h / BAR.least + 1e-6)));
      const values = shown.map((bar) => bar.value);
      const scale = moneyScale(values, chart.currency);
      const heading = place.words.say(chart.heading);
      const left = shown.length < bars.length ? `, first ${shown.length} of ${bars.length}` : '';
      const isTight = textWidth(heading, STYLE.lead) + textWidth(scale.words + left, STYLE.soft) + 0.15 > place.width;
      const unit = (isTight ? scale.shortWords : scale.words) + left;
      drawHeading(canvas, place.name, box, { text: heading, aside: [{ ...STYLE.soft, text: unit }] });
      const names = shown.map((bar) => fitLine(place.words.plain(bar.label), frame.w * NAMES_MOST, STYLE.soft));
      const namesWidth = Math.max(...names.map((name) => textWidth(name, STYLE.soft))) + AIR;
      const labelWidth = Math.max(...values.map((value) => textWidth(scale.print(value), STYLE.detail))) + AIR;
      const x = namesWidth / frame.w;
      const plot = { x, y: 0.01, w: 1 - x - labelWidth / frame.w, h: 0.98 };
      canvas.chart(place.name, frame, {
        // A bar chart draws from the bottom: the last one first.
        categories: names.toReversed(),
        series: [
          {
            kind: 'bars',
            name: heading,
            values: values.toReversed(),
            colour: COLOUR.bar,
            labels: { position: 'outEnd', format: scale.format(true), look: FIGURES },
          },
        ],
        bars: { direction: 'bar', gap: BAR.gap },
        ...axesOf(plot, axisRange(values, 0), { line: undefined }),
        description: place.words.say(chart.description),
      });
    },
  };
}
