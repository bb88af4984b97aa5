import type { CellValue, Table } from '../tables/table.ts';

/** A row, as far as its name goes. */
export interface WordedRow {
  readonly partner?: string | undefined;
  readonly values: Readonly<Record<string, CellValue | undefined>>;
}

/** True where no row is ever taken out by an import, such as a partner or a plan: what names it stays, too. */
export function rowsAlwaysStay({ rowsStay, storage }: Table): boolean {
  return rowsStay === true || storage.kind === 'profile' || storage.kind === 'settings';
}

/** Why a row whose name somebody changed cannot be taken, with the way out where there is one. */
export function changedName(table: Table, before: WordedRow, after: WordedRow): string {
  const naming = table.storage.of === 'partner' ? ['partner', ...table.key] : table.key;
  const remedy = rowsAlwaysStay(table) ? 'it stays as it is' : 'to replace the row, import with --delete';
  return `"${rowWords(before, naming)}" names this row and was changed to "${rowWords(after, naming)}"; ${remedy}`;
}

/** What names a row, for people. */
export function rowWords({ partner, values }: WordedRow, naming: readonly string[]): string {
  const words = naming.map((name) => (name === 'partner' && partner !== undefined ? partner : values[name]));
  return words.filter((word) => word !== undefined && word !== '').join(' ');
}
