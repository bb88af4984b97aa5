import type { ColumnChart } from '../../../document/chart.ts';
import { HEADING_HEIGHT, type BlockPlace, type BlockPlan } from '../block-plan.ts';
import { CHIP_HEIGHT } from '../blocks/status.ts';
import { drawHeading } from '../blocks/heading.ts';
import { countLines, runsWidth, type Run } from '../fit-text.ts';
import { below, type Box } from '../grid.ts';
import { lineHeight, textWidth } from '../measure-text.ts';
import { COLOUR, SIZE } from '../theme.ts';
import { STYLE } from '../type-styles.ts';
import type { Words } from '../words.ts';
import { columnSeries, DENSITY, type Columns } from './column-series.ts';
import { drawPeriodChips } from './period-chips.ts';
import { finite, moneyScale, type MoneyScale } from './money-scale.ts';
import { planWithoutData } from './without-data.ts';

const KEY_GAP = '  ';

/** Vertical bars with marks on them: per month under a line chart, or per period with a chip under each. */
export function planColumnChart(chart: ColumnChart, place: BlockPlace): BlockPlan {
  const columns = readColumns(chart, place.words);
  if (![columns.bars, ...columns.marks.map((mark) => mark.values)].flat().some((value) => value !== null)) {
    return planWithoutData(chart, place);
  }
  const form = DENSITY[chart.density];
  const header = headerOf(chart, columns.scale, place);
  const top = HEADING_HEIGHT + header.keyHeight + form.headingGap;
  const hasChips = chart.density === 'few' && chart.categories.some((category) => category.status);
  const bottom = hasChips ? CHIP_HEIGHT : 0;
  return {
    least: top + form.least + bottom,
    wish: top + form.wish + bottom,
    draw(canvas, box) {
      drawHeading(canvas, place.name, box, { text: place.words.say(chart.heading), aside: header.aside });
      if (header.key.length > 0) {
        const line: Box = { ...below(box, HEADING_HEIGHT), h: header.keyHeight };
        canvas.text(`${place.name}.key`, line, [{ runs: header.key, lines: 2 }]);
      }
      const frame: Box = { ...box, y: box.y + top, h: box.h - top - bottom };
      canvas.chart(place.name, frame, {
        ...columnSeries(chart, columns, frame),
        description: place.words.say(chart.description),
      });
      if (hasChips) {
        const centre = (i: number) =>
          frame.x + frame.w * (form.plot.x + (form.plot.w * (i + 0.5)) / columns.names.length);
        const pitch = (frame.w * form.plot.w) / columns.names.length;
        drawPeriodChips(canvas, place.name, chart.categories, { y: frame.y + frame.h, pitch, centre });
      }
    },
  };
}

function readColumns(chart: ColumnChart, words: Words): Columns {
  const count = chart.categories.length;
  const bars = finite(chart.bars.values).slice(0, count);
  const marks = chart.marks.map(({ role, label, values }) => ({
    role,
    label: words.plain(label),
    values: finite(values).slice(0, count),
  }));
  return {
    names: chart.categories.map((category) => words.plain(category.label)),
    label: words.plain(chart.bars.label),
    bars,
    marks: marks.filter((mark) => mark.values.some((value) => value !== null)),
    scale: moneyScale([bars, ...marks.map((mark) => mark.values)].flat(), chart.currency),
  };
}

/** Unit and colour key: behind the heading where they fit, the key on lines of its own where they do not. */
function headerOf(
  chart: ColumnChart,
  scale: MoneyScale,
  place: BlockPlace,
): { readonly aside: readonly Run[]; readonly key: readonly Run[]; readonly keyHeight: number } {
  const heading = textWidth(place.words.say(chart.heading), STYLE.lead);
  const key = keyRuns(chart, place);
  const unit: Run = { ...STYLE.soft, text: scale.words };
  const inline = [unit, { ...STYLE.soft, text: KEY_GAP }, ...key];
  if (chart.density === 'many' && heading + runsWidth(inline) + 0.15 <= place.width)
    return { aside: inline, key: [], keyHeight: 0 };
  const isTight = heading + runsWidth([unit]) + 0.15 > place.width;
  const lines = Math.min(2, countLines(key, place.width));
  return {
    aside: [isTight ? { ...unit, text: scale.shortWords } : unit],
    key,
    keyHeight: lines * lineHeight(SIZE.detail) + 0.06,
  };
}

function keyRuns(chart: ColumnChart, { words }: BlockPlace): Run[] {
  const entry = (symbol: string, colour: string, label: string, isLast: boolean): Run[] => [
    { ...STYLE.soft, colour, text: `${symbol}\u00a0` },
    { ...STYLE.soft, text: words.plain(label) + (isLast ? '' : KEY_GAP) },
  ];
  return [
    ...entry('■', COLOUR.bar, chart.bars.label, chart.marks.length === 0),
    ...chart.marks.flatMap((mark, i) =>
      entry(mark.role === 'target' ? '▬' : '○', COLOUR.ink, mark.label, i === chart.marks.length - 1),
    ),
  ];
}
