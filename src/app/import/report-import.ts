import type { Territory } from '../../schema/territory.ts';
import { dealKey } from '../../domain/deal-credit.ts';
import { firstFew } from '../../units/first-few.ts';
import { DealTotals } from './deal-totals.ts';
import { MONEY_FIELDS } from './deals/field-kinds.ts';
import type { PlannedDeals, UnderstoodTable } from './deals/plan-deals.ts';
import type { ImportReport } from './import-report.ts';
import type { ImportSetting } from './import-setting.ts';
import { missingRates } from './missing-rates.ts';
import { skippedLines } from './skipped-lines.ts';
import { statedTotals } from './stated-totals.ts';

const MOST_STAGES = 10;

/** What an import did, but for the files it wrote. */
export function reportOn(
  { request, territory }: ImportSetting,
  understood: readonly UnderstoodTable[],
  planned: readonly PlannedDeals[],
): Omit<ImportReport, 'written' | 'needsMapping'> {
  const sum = (of: (plan: PlannedDeals) => number): number => planned.reduce((total, plan) => total + of(plan), 0);
  const totals = new DealTotals(territory.config);
  const currencies = new Map(territory.partners.map(({ id, partner }) => [id, partner.currency]));
  // A deal that several files have is one deal, as the last of them says.
  const deals = new Map(planned.flatMap(({ taken }) => taken.map((one) => [dealKey(one.deal), one])));
  const currencyOf = (id: string): string => currencies.get(id) ?? territory.config.currency;
  for (const taken of deals.values()) totals.add(taken, currencyOf(taken.partnerId));
  return {
    kind: 'deals',
    files: request.files,
    sources: [...new Set(planned.flatMap(({ sources }) => sources))],
    dryRun: request.dryRun,
    rows: understood.reduce((rows, { table }) => rows + table.rows.length + table.broken.length, 0),
    created: sum(({ created }) => created),
    updated: sum(({ updated }) => updated),
    moved: sum(({ moved }) => moved),
    unchanged: sum(({ unchanged }) => unchanged),
    repeated: sum(({ repeats }) => repeats.length),
    repeats: planned.flatMap(({ repeats }) => repeats),
    withoutId: sum(({ withoutId }) => withoutId),
    mappings: [],
    rejected: planned.flatMap(({ rejected }) => rejected),
    unmatched: planned.flatMap(({ unmatched }) => unmatched),
    leftOut: planned.flatMap(({ leftOut }) => leftOut),
    columns: Object.fromEntries(
      understood.flatMap(({ reading }) => Array.from(reading.columns, ([field, { header }]) => [field, header])),
    ),
    unusedColumns: [...new Set(understood.flatMap(({ reading }) => reading.unused))],
    dateOrder: understood.map(({ reading }) => reading.dateOrder).find((order) => order !== undefined) ?? null,
    totals: totals.totals(),
    createdPartners: [],
    statedTotals: understood.flatMap(({ table, reading }) => statedTotals(table, reading, MONEY_FIELDS)),
    skipped: understood.flatMap(({ table }) => skippedLines(table)),
    restated: [],
    vanished: [],
    warnings: [
      ...warningsOf(territory, understood, planned),
      ...missingRates(deals.values(), territory.config, currencyOf),
    ],
  };
}

function warningsOf(
  { config }: Territory,
  understood: readonly UnderstoodTable[],
  planned: readonly PlannedDeals[],
): ImportReport['warnings'] {
  const known = new Set(config.stages.map(({ name }) => name));
  const stages = new Set(planned.flatMap(({ taken }) => taken.flatMap(({ deal }) => deal.stage ?? [])));
  const strange = [...stages].filter((stage) => !known.has(stage));
  const message = `these stages of the export are not among its stages, so they have no place in their order: ${firstFew(strange, MOST_STAGES)}; add them there, each at its place`;
  return [
    ...understood.flatMap(({ table }) => (table.warnings ?? []).map((message) => ({ where: table.file, message }))),
    ...planned.flatMap(({ warnings }, index) =>
      warnings.map((message) => ({ where: understood[index]!.table.file, message })),
    ),
    ...(strange.length > 0 ? [{ where: 'cam.yaml', message }] : []),
  ];
}
