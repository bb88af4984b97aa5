import { placeOf } from '../../../input/tabular/place-of.ts';
import type { Territory } from '../../../schema/territory.ts';
import type { FileReport, ImportReport, RejectedEntry, UnmatchedEntry } from '../import-report.ts';
import type { ImportSetting } from '../import-setting.ts';
import { skippedLines } from '../skipped-lines.ts';
import { statedTotals } from '../stated-totals.ts';
import { MoneySum, type MoneyTotal } from '../money-sum.ts';
import type { PlannedPartners } from './plan-partners.ts';
import type { PlannedRecords } from './plan-records.ts';
import type { TakenRecord } from './put-records.ts';
import type { RecordKind, RefusedRow } from './record-kind.ts';
import type { UnderstoodRecords } from './understand-records.ts';

/** The report of a file of records that belong to partners. */
export function recordsReport(planned: PlannedRecords, setting: ImportSetting): FileReport {
  const { understood, created, updated, moved, unchanged, repeated, withoutId, rowsTaken } = planned;
  const { kind, table } = understood;
  const isRowEach = created + updated + unchanged === rowsTaken;
  return {
    ...basicReport(understood, setting),
    created,
    updated,
    moved,
    unchanged,
    repeated,
    withoutId,
    ...(!isRowEach && { rowsTaken }),
    rejected: rejectedEntries(planned.rejected, understood, setting.territory),
    unmatched: planned.unmatched,
    leftOut: planned.leftOut,
    totals: { ...NO_TOTALS, ...moneyTotals(planned, kind, setting.territory) },
    warnings: [...(table.warnings ?? []), ...planned.warnings].map((message) => ({ where: table.file, message })),
  };
}

/** The report of a list of partners. */
export function partnersReport(planned: PlannedPartners, setting: ImportSetting): FileReport {
  const { understood, created, updated, unchanged, repeated, warnings } = planned;
  const { table } = understood;
  return {
    ...basicReport(understood, setting),
    created: created.length,
    updated,
    unchanged,
    repeated,
    rejected: rejectedEntries(planned.rejected, understood, setting.territory),
    leftOut: planned.leftOut.map(leftOutName),
    createdPartners: created.map(({ id, partner }) => ({ id, name: partner.name })),
    warnings: [...(table.warnings ?? []), ...warnings].map((message) => ({ where: table.file, message })),
  };
}

/** A file of which nothing is known yet but how it is read. */
export function basicReport(
  { kind, table, reading, source }: UnderstoodRecords,
  { request }: Pick<ImportSetting, 'request'>,
): FileReport {
  return {
    kind: kind.id,
    files: [request.files.find((file) => file.endsWith(table.file)) ?? table.file],
    sources: [source],
    dryRun: request.dryRun,
    rows: table.rows.length + table.broken.length,
    created: 0,
    updated: 0,
    moved: 0,
    unchanged: 0,
    repeated: 0,
    repeats: [],
    withoutId: 0,
    rejected: [],
    unmatched: [],
    leftOut: [],
    mappings: [],
    columns: Object.fromEntries(Array.from(reading.columns, ([field, { header }]) => [field, header])),
    unusedColumns: reading.unused,
    dateOrder: reading.dateOrder ?? null,
    totals: NO_TOTALS,
    statedTotals: statedTotals(table, reading, kind.money === undefined ? [] : [kind.money]),
    skipped: skippedLines(table),
    restated: [],
    createdPartners: [],
    vanished: [],
    warnings: [],
  };
}

const NO_TOTALS: ImportReport['totals'] = {
  amount: {},
  byCurrency: {},
  byStatus: {},
  byStage: {},
  byPartner: {},
  byQuarter: {},
};

function moneyTotals(
  { taken }: PlannedRecords,
  { money }: RecordKind,
  { partners, config }: Territory,
): Pick<ImportReport['totals'], 'amount' | 'byPartner'> | undefined {
  if (money === undefined) return undefined;
  const worthOf = ({ worth, values }: TakenRecord): number | undefined =>
    worth ?? (values[money] as number | undefined);
  if (taken.every((record) => worthOf(record) === undefined)) return undefined;
  const currencies = new Map(partners.map(({ id, partner }) => [id, partner.currency]));
  const all = new MoneySum();
  const byPartner = new Map<string, MoneySum>();
  for (const record of taken) {
    const { partner, values } = record;
    const currency = (values['currency'] as string | undefined) ?? currencies.get(partner) ?? config.currency;
    const sum = byPartner.get(partner) ?? new MoneySum();
    byPartner.set(partner, sum);
    for (const one of [all, sum]) one.add(worthOf(record), currency);
  }
  const totals = Array.from(byPartner, ([id, sum]): [string, MoneyTotal] => [id, sum.total()]);
  return { amount: all.total().byCurrency, byPartner: Object.fromEntries(totals) };
}

function rejectedEntries(
  rejected: readonly RefusedRow[],
  { table }: UnderstoodRecords,
  { config }: Territory,
): RejectedEntry[] {
  // A line that makes several records is refused once.
  const byLine = new Map(rejected.toReversed().map((row) => [row.line, row]));
  return [...byLine.values()]
    .sort((a, b) => a.line - b.line)
    .map(({ line, column, why, amount = null, currency = config.currency }) => ({
      where: placeOf(table, line, column),
      why,
      amount,
      currency,
    }));
}

function leftOutName(partner: string): UnmatchedEntry {
  return { partner, rows: 1, amount: null, byCurrency: {}, why: 'left out by the mapping' };
}
