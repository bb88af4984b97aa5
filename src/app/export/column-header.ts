/** Words that are written in capitals. */
const CAPITALS: ReadonlySet<string> = new Set(['crm', 'qbr', 'mdf']);
const PRIVATE = '(private)';

/** The header of a column in a workbook: `close_date` is "Close date", a private one "Notes (private)". */
export function columnHeader(name: string, { isPrivate = false }: { readonly isPrivate?: boolean } = {}): string {
  const words = name.split('_').map((word) => (CAPITALS.has(word) ? word.toUpperCase() : word));
  const title = words.join(' ');
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}${isPrivate ? ` ${PRIVATE}` : ''}`;
}

/** The name a header stands for, however it is spelled: "Close Date", `close_date` and "close date" are one. */
export function nameOfHeader(header: string): string {
  return header
    .toLowerCase()
    .replace(PRIVATE, '')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}
