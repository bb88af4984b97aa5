import { countFormats, countLabels } from '../../../document/count-label.ts';
import type { BarSeries, TextLook } from '../../../ooxml/charts/chart.ts';
import type { SeriesColumn } from './chart-grid.ts';

/** Between the bars of two categories, in percent of a bar. */
export const CLUSTER_GAP = 40;
/** Inches that the bars of a chart have across, on a sheet of its own and beside a summary. */
const WIDTH = { wide: 5.6, narrow: 4.4 } as const;
/** A digit is about half as wide as its type is high. */
const DIGIT = 0.55;

/** The series of counts side by side, each bar with its number on top where there is room for all of them. */
export function clusterSeries(
  columns: readonly SeriesColumn[],
  { look, isNarrow }: { readonly look: TextLook; readonly isNarrow: boolean },
): BarSeries[] {
  const bars = Math.max(1, ...columns.map(({ values }) => values.length)) * (columns.length + CLUSTER_GAP / 100);
  const room = WIDTH[isNarrow ? 'narrow' : 'wide'] / bars;
  const label = countLabels(
    columns.flatMap(({ values }) => values),
    (text) => text.length * DIGIT * (look.size / 72) <= room,
  );
  return columns.map(({ label: name, role, values }): BarSeries => ({
    ...{ kind: 'bars', name, values, colour: role === 'actual' ? 'accent1' : 'accent3' },
    ...(label && { labels: { position: 'outEnd', look, ...countFormats(values, label) } }),
  }));
}
