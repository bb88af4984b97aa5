import type { KeyFigure, KeyFigures } from '../../document/block.ts';
import { formatSentence, formatValue, type FormatOptions } from '../../units/format.ts';
import type { Value } from '../../units/value.ts';
import { cellWidth, drawGrid, type GridCell, type GridColumn } from './grid.ts';
import { blanks, run, statusRun, type Line, type Pen } from './pen.ts';
import { labelled } from './wrap.ts';

const COMPARISONS = [
  { key: 'plan', label: 'Plan' },
  { key: 'versusPlan', label: 'vs plan' },
  { key: 'versusLastYear', label: 'vs last yr' },
] as const;

/** Key figures as a table: now, plan, differences, status. What a figure is compared with in words stands under it. */
export function drawKeyFigures({ figures }: KeyFigures, format: FormatOptions, pen: Pen): Line[] {
  const comparisons = COMPARISONS.filter(({ key }) => figures.some(({ against }) => against?.[key] !== undefined));
  const columns: GridColumn[] = [
    { label: '', align: 'left', cut: 'text', atLeast: pen.wide ? 32 : 24 },
    { label: 'Now', align: 'right', cut: 'fixed', atLeast: 7 },
    ...comparisons.map(({ label }) => ({ label, align: 'right', cut: 'fixed', atLeast: 7, soft: true }) as const),
    { label: figures.some(({ status }) => status) ? 'Status' : '', align: 'left', cut: 'fixed' },
  ];
  const rows = figures.map((figure) => [
    [run(formatSentence(figure.label, format))],
    [run(formatValue(figure.value, format), 'bold')],
    ...comparisons.map(({ key }) => comparisonCell(figure.against?.[key], format)),
    figure.status ? [statusRun(figure.status)] : [],
  ]);
  const [header, ...lines] = drawGrid(columns, rows, pen);
  return [header!, ...lines.flatMap((line, index) => withRemark(line, remarkOf(figures[index]!, format), pen))];
}

function comparisonCell(value: Value | undefined, format: FormatOptions): GridCell {
  return value ? [run(formatValue(value, format))] : [];
}

/** Words for a figure that has no comparison in figures: behind its status where there is room, else under it. */
function withRemark(line: Line, remark: string | undefined, pen: Pen): Line[] {
  if (remark === undefined) return [line];
  const words = run(remark, 'dim');
  const behind = [...line, blanks(pen.wide ? 4 : 2), words];
  return cellWidth(behind, pen) <= pen.width ? [behind] : [line, ...labelled([blanks(2)], remark, pen, 'dim')];
}

function remarkOf({ value, comparison, against }: KeyFigure, format: FormatOptions): string | undefined {
  if (against) return value.kind === 'missing' ? value.reason : undefined;
  if (comparison) return formatSentence(comparison, format);
  return value.kind === 'missing' ? value.reason : undefined;
}
