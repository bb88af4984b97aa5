import { cellText } from '../../input/tabular/cell-text.ts';
import { csvText } from '../../output/csv-text.ts';
import { withGuard } from '../../output/formula-guard.ts';
import type { CellValue } from '../tables/table.ts';
import type { ExportedTable } from './exported-table.ts';

/** A table as a CSV file, and how many of its texts carry an apostrophe so that no program runs them as a formula. */
export interface CsvTable {
  readonly content: string;
  readonly guarded: number;
}

// Excel reads a CSV as UTF-8 only where it begins with this mark.
const BYTE_ORDER_MARK = '\ufeff';

/** The rows of all partners in one file: the partner's id first, then the columns under the names they have in files. */
export function csvTable({ table, rows }: ExportedTable): CsvTable {
  const names = table.columns.map(({ name }) => name);
  const isOfPartner = table.storage.of === 'partner';
  let guarded = 0;
  const written = (value: CellValue | undefined): string => {
    if (value === undefined) return '';
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    if (typeof value === 'number') return cellText(value);
    const text = withGuard(value);
    if (text !== value) guarded += 1;
    return text;
  };
  const lines = rows.map(({ partner, values }) => {
    const cells = names.map((name) => written(values[name]));
    return isOfPartner ? [partner ?? '', ...cells] : cells;
  });
  const header = isOfPartner ? ['partner', ...names] : names;
  return { content: BYTE_ORDER_MARK + csvText([header, ...lines]), guarded };
}
