import { tierIdOf } from '../../input/cross-checks.ts';
import { nearest } from '../../input/nearest.ts';
import type { Territory } from '../../schema/territory.ts';
import { PARTNERS } from '../tables/partner-tables.ts';
import type { CellValue, RowProblem, Table } from '../tables/table.ts';
import { partnerProblem, type KnownPartners } from './prepare-rows.ts';

/** What a row names in another file has to be there. */
export function checkReferences(
  table: Table,
  values: Readonly<Record<string, CellValue | undefined>>,
  { territory, partners }: { readonly territory: Territory; readonly partners: KnownPartners },
): readonly RowProblem[] {
  const problems: (RowProblem | undefined)[] = [];
  const parent = table === PARTNERS ? values['parent'] : undefined;
  if (parent !== undefined) problems.push(partnerProblem(String(parent), partners, 'parent'));
  if (table.id === 'funds' && values['partner'] !== undefined)
    problems.push(partnerProblem(String(values['partner']), partners));
  const tier = table === PARTNERS ? values['tier'] : undefined;
  if (tier !== undefined && tierIdOf(String(tier), territory.tiers) === undefined)
    problems.push(tierProblem(String(tier), territory));
  return problems.filter((problem) => problem !== undefined);
}

function tierProblem(tier: string, { tiers }: Territory): RowProblem {
  const ids = tiers.tiers.map(({ id }) => id);
  const near = nearest(tier, ids);
  return {
    column: 'tier',
    why: `"${tier}" is no tier: ${near === undefined ? ids.join(', ') : `did you mean ${near}?`}`,
  };
}
