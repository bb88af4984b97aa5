import type { Target } from '../../../schema/partner.ts';
import { formatFiscalYear } from '../../../units/fiscal-quarter.ts';
import { formatAmount } from '../../../units/format.ts';
import type { InBoth, Merging, ProfilePart } from './merge-plan.ts';
import { rawList, type RawMapping } from './raw-yaml.ts';

const FULL = { locale: 'en-GB', precision: 'full' } as const;

/**
 * Targets of the years for which the partner that stays has none. Two targets of one year are two agreements: they are not added in
 * silence; what their sum would be is named.
 */
export function mergeTargets({ from, into, currencies }: Merging, raw: RawMapping): ProfilePart {
  const years = new Set(into.partner.targets.map(({ fiscal_year }) => fiscal_year));
  const isForeign = currencies.from !== currencies.into;
  const entries = rawList(raw, 'targets');
  const moved = from.partner.targets.flatMap((target, index) =>
    years.has(target.fiscal_year) || isForeign ? [] : [entries[index]],
  );
  const left = from.partner.targets.filter(({ fiscal_year }) => years.has(fiscal_year) || isForeign);
  return {
    edits: moved.map((value, index) => ({ path: ['targets', into.partner.targets.length + index], value })),
    taken: { what: 'targets', count: moved.length },
    both: [...new Set(left.map(({ fiscal_year }) => fiscal_year))].map((year) =>
      bothOfYear(year, { from, into, currencies }),
    ),
  };
}

function bothOfYear(
  year: Target['fiscal_year'],
  { from, into, currencies }: Pick<Merging, 'from' | 'into' | 'currencies'>,
): InBoth {
  const [ours, theirs] = [newest(into.partner.targets, year), newest(from.partner.targets, year)!];
  const left = formatAmount(theirs, currencies.from, FULL);
  const sum =
    ours !== undefined && currencies.from === currencies.into
      ? `; together ${formatAmount(ours + theirs, currencies.into, FULL)}`
      : '';
  return {
    file: 'partner.yaml',
    what: `target ${formatFiscalYear(year)}`,
    kept: ours === undefined ? `none, targets are in ${currencies.into}` : formatAmount(ours, currencies.into, FULL),
    left: `${left}${sum}`,
  };
}

/** What was agreed last for a year. */
function newest(targets: readonly Target[], year: Target['fiscal_year']): number | undefined {
  const ofYear = targets.filter(({ fiscal_year }) => fiscal_year === year);
  const last = ofYear.toSorted((a, b) => (a.agreed < b.agreed ? -1 : 1)).at(-1);
  return last && (last.annual ?? [...(last.quarters ?? last.months ?? [])].reduce((sum, part) => sum + part, 0));
}
