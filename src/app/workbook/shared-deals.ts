import type { RowProblem } from '../tables/table.ts';
import type { TableState } from './compare-table.ts';
import type { ReadRow } from './read-rows.ts';
import type { NamedRow } from './pair-rows.ts';

/** A deal belongs to one partner of the territory: rows that give it to a second one, each with the reason. */
export function refuseSharedDeals(
  { base, edited, current }: TableState,
  { remove }: { readonly remove: boolean },
): ReadonlyMap<ReadRow, RowProblem> {
  const isThere = new Set(edited.map(placeOfDeal));
  // With --delete a row that was moved to another partner leaves the first one.
  const staying = base && remove ? current.filter((row) => isThere.has(placeOfDeal(row))) : current;
  const owners = new Map(staying.map((row) => [dealOf(row), row.partner]));
  const refused = new Map<ReadRow, RowProblem>();
  for (const row of edited) {
    const owner = owners.get(dealOf(row));
    if (owner === undefined) owners.set(dealOf(row), row.partner);
    else if (owner !== row.partner)
      refused.set(row, { column: 'partner', why: `the deal belongs to ${owner} already` });
  }
  return refused;
}

function dealOf({ values }: NamedRow): string {
  return JSON.stringify([values['source'], values['id']]);
}

function placeOfDeal(row: NamedRow): string {
  return JSON.stringify([row.partner, dealOf(row)]);
}
