import { editCsv, type CsvEdit } from '../../output/edit-csv.ts';
import { DEAL_COLUMNS, type Deal } from '../../schema/deal.ts';
import { cellText } from '../tables/cell-values.ts';
import type { PartnerDeals } from './deal-book.ts';

/**
 * The text of a `deals.csv` after an import: only rows and cells that changed differ from the standing text. Columns that were there keep
 * their place, new ones follow; a column nobody loaded is left out, because an empty one would say that nothing is known to be there.
 */
export function dealsCsv(
  standingText: string,
  { standing, slots, columns }: Pick<PartnerDeals, 'standing' | 'slots' | 'columns'>,
): string {
  const edits = slots.flatMap((deal, row): readonly CsvEdit[] => {
    const before = standing[row];
    if (!before)
      return deal
        ? [
            {
              kind: 'add',
              cells: cellsOf(
                deal,
                DEAL_COLUMNS.filter((field) => columns.has(field)),
              ),
            },
          ]
        : [];
    if (!deal) return [{ kind: 'remove', row }];
    const changed = DEAL_COLUMNS.filter((field) => deal[field] !== before[field]);
    return changed.length === 0 ? [] : [{ kind: 'set', row, cells: cellsOf(deal, changed) }];
  });
  return editCsv(standingText, { edits, order: DEAL_COLUMNS, columns });
}

function cellsOf(deal: Deal, fields: readonly (keyof Deal)[]): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map((field) => [field, cellText(deal[field])]));
}
