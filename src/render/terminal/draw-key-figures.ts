import type { KeyFigure, KeyFigures } from '../../document/block.ts';
import { unknownReasons } from '../../document/unknown-reasons.ts';
import { formatSentence, formatValue, type FormatOptions } from '../../units/format.ts';
import type { Value } from '../../units/value.ts';
import { cellWidth, drawGrid, MERGED, type GridCell, type GridColumn } from './grid.ts';
import { blanks, run, statusRun, type Line, type Pen, type Run } from './pen.ts';
import { labelled } from './wrap.ts';

const COMPARISONS = [
  { key: 'plan', label: 'Plan' },
  { key: 'versusPlan', label: 'vs plan' },
  { key: 'versusLastYear', label: 'vs last yr' },
] as const;

const LEAST_NUMBER = 7;
/** From this width on no column of comparisons is left out. */
const FULL_WIDTH = 80;

/**
 * Key figures as a table: now, plan, differences, status. What a figure is compared with in words stands in the columns it leaves
 * empty, behind its status or under it, wherever there is room.
 */
export function drawKeyFigures({ figures }: KeyFigures, format: FormatOptions, pen: Pen): Line[] {
  const comparisons = COMPARISONS.filter(({ key }) =>
    figures.some(({ against }) => against?.[key] !== undefined && against[key].kind !== 'missing'),
  );
  const columns: GridColumn[] = [
    { label: '', align: 'left', cut: 'text', atLeast: pen.wide ? 32 : 24 },
    { label: 'Now', align: 'right', cut: 'fixed', atLeast: LEAST_NUMBER },
    ...comparisons.map(
      ({ label }) => ({ label, align: 'right', cut: 'fixed', atLeast: LEAST_NUMBER, soft: true }) as const,
    ),
    { label: figures.some(({ status }) => status) ? 'Status' : '', align: 'left', cut: 'fixed' },
  ];
  const room = comparisons.reduce((sum, { label }) => sum + Math.max(LEAST_NUMBER, label.length) + 2, -2);
  const remarks = figures.map((figure) => run(remarkOf(figure, format) ?? '', 'dim'));
  const fits = remarks.map(({ text }) => text !== '' && pen.width >= FULL_WIDTH && pen.measure(text) <= room);
  const rows = figures.map((figure, index) => [
    [run(formatSentence(figure.label, format))],
    [run(formatValue(figure.value, format), 'bold')],
    ...comparisons.map(({ key }, column) => {
      if (fits[index]) return column === 0 ? [remarks[index]!] : MERGED;
      return comparisonCell(figure.against?.[key], format);
    }),
    figure.status ? [statusRun(figure.status)] : [],
  ]);
  const [header, ...lines] = drawGrid(columns, rows, pen);
  const values = figures.flatMap(({ against }) => Object.values(against ?? {}));
  return [
    header!,
    ...lines.flatMap((line, index) => (fits[index] ? [line] : withRemark(line, remarks[index]!, pen))),
    ...labelled([], unknownReasons(values) ?? '', pen, 'dim'),
  ];
}

function comparisonCell(value: Value | undefined, format: FormatOptions): GridCell {
  return value ? [run(formatValue(value, format))] : [];
}

function withRemark(line: Line, remark: Run, pen: Pen): Line[] {
  if (remark.text === '') return [line];
  const behind = [...line, blanks(pen.wide ? 4 : 2), remark];
  return cellWidth(behind, pen) <= pen.width ? [behind] : [line, ...labelled([blanks(2)], remark.text, pen, 'dim')];
}

function remarkOf({ value, comparison, against }: KeyFigure, format: FormatOptions): string | undefined {
  if (value.kind === 'missing') return value.reason;
  return comparison && !against ? formatSentence(comparison, format) : undefined;
}
