import type { Adjustment } from '../schema/adjustments.ts';
import type { CommitmentLedger } from '../schema/commitments.ts';
import type { Partner } from '../schema/partner.ts';
import { formatFiscalYear } from '../units/fiscal-quarter.ts';
import { nearest } from './nearest.ts';
import { formatPath, type Problem } from './problem.ts';
import type { FileReading } from './read-yaml.ts';

/** Entries of one list that have to differ. */
interface ListIdentity {
  readonly list: string;
  /** The key at which a repeated entry is shown. */
  readonly at: string;
  /** What names each entry, in the order of the list. */
  readonly names: readonly string[];
}

/** Targets of the same year agreed on the same day, and tasks with the same id. */
export function checkPartnerLists(reading: FileReading<Partner>): Problem[] {
  if (!reading.value) return [];
  const { targets, tasks = [] } = reading.value;
  const targetNames = targets.map((target) => `${formatFiscalYear(target.fiscal_year)} agreed ${target.agreed}`);
  return [
    ...repeated(reading, { list: 'targets', at: 'agreed', names: targetNames }),
    ...repeated(reading, { list: 'tasks', at: 'id', names: tasks.map(({ id }) => id) }),
  ];
}

/** Commitments with the same id, and ones that continue a commitment which is not there. */
export function checkLedgerLists(reading: FileReading<CommitmentLedger>): Problem[] {
  const commitments = reading.value?.commitments ?? [];
  const ids = commitments.map(({ id }) => id);
  const lost = commitments.flatMap(({ carried_from: from }, index) => {
    if (from === undefined || ids.includes(from)) return [];
    const suggestion = nearest(from, ids.toSpliced(index, 1));
    const message = `there is no commitment "${from}" in this file`;
    const details = { severity: 'warning', message, written: from, ...(suggestion && { suggestion }) } as const;
    return [reading.problemAt(['commitments', index, 'carried_from'], details)];
  });
  return [...repeated(reading, { list: 'commitments', at: 'id', names: ids }), ...lost];
}

/** Adjustments with the same id. */
export function checkAdjustmentIds(reading: FileReading<{ readonly adjustments: readonly Adjustment[] }>): Problem[] {
  const names = reading.value?.adjustments.map(({ id }) => id) ?? [];
  return repeated(reading, { list: 'adjustments', at: 'id', names });
}

/** A name that stands in a list for the second time, with the place of the first. */
export function repeated(reading: FileReading<unknown>, { list, at, names }: ListIdentity): Problem[] {
  const first = new Map<string, number>();
  return names.flatMap((name, index) => {
    const known = first.get(name);
    if (known === undefined) {
      first.set(name, index);
      return [];
    }
    const message = `"${name}" is already given in ${formatPath([list, known])}`;
    return [reading.problemAt([list, index, at], { message, written: name })];
  });
}
