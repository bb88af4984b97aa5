/** A column of a Markdown table: its label and the side its cells stand on. */
export interface GridColumn {
  readonly label: string;
  readonly align: 'left' | 'right';
}

/** Cells longer than this are not padded to each other: one long text must not make every line long. */
const PADDED = 40;

/** A table whose source can be read too: cells are padded to their column. Labels and cells come escaped. */
export function drawGrid(columns: readonly GridColumn[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ label }, index) =>
    Math.min(PADDED, Math.max(3, lengthOf(label), ...rows.map((row) => lengthOf(row[index] ?? '')))),
  );
  const draw = (cells: readonly string[]) =>
    `| ${columns.map(({ align }, index) => pad(cells[index] ?? '', widths[index]!, align)).join(' | ')} |`;
  const rule = columns.map(({ align }, index) =>
    align === 'right' ? `${'-'.repeat(widths[index]! - 1)}:` : '-'.repeat(widths[index]!),
  );
  return [draw(columns.map(({ label }) => label)), draw(rule), ...rows.map(draw)].join('\n');
}

function pad(text: string, width: number, align: GridColumn['align']): string {
  const blanks = ' '.repeat(Math.max(0, width - lengthOf(text)));
  return align === 'right' ? blanks + text : text + blanks;
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}
