/**
 * A CSV text as RFC 4180 has it, with line feeds: a cell is quoted where it holds a comma, a quote or a line break, or begins or ends
 * with a space. Cells are written as they are: a canonical file is data, and a text that looks like a formula stays what it is.
 */
export function csvText(rows: Iterable<readonly string[]>): string {
  const lines: string[] = [];
  for (const cells of rows) lines.push(`${cells.map(quoteCell).join(',')}\n`);
  return lines.join('');
}

function quoteCell(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
