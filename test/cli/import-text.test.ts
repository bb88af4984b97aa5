import { describe, expect, it } from 'vitest';
import type { ImportReport } from '../../src/app/import/import-report.ts';
import type { MoneyTotal } from '../../src/app/import/money-sum.ts';
import type { Screen } from '../../src/cli/command.ts';
import { importText } from '../../src/cli/import-text.ts';

const SCREEN: Screen = { width: 80, colour: false, unicode: true, interactive: false };
const money = (rows: number, amount: number | null): MoneyTotal => ({
  rows,
  amount,
  withoutAmount: amount === null ? rows : 0,
  byCurrency: amount === null ? {} : { USD: amount },
});

const REPORT: ImportReport = {
  kind: 'deals',
  files: ['crm.csv'],
  sources: ['crm'],
  dryRun: false,
  rows: 5,
  created: 1,
  updated: 1,
  moved: 1,
  unchanged: 0,
  repeated: 0,
  withoutId: 0,
  rejected: [
    { where: 'crm.csv:3', why: 'Amount: "x" is no number with a decimal point', amount: null, currency: 'USD' },
  ],
  unmatched: [
    {
      partner: 'Evil\u001b[31m Inc',
      rows: 2,
      amount: 1200.5,
      byCurrency: { USD: 1200.5 },
      why: 'no partner has this name',
    },
  ],
  mappings: [],
  leftOut: [],
  repeats: [],
  statedTotals: [],
  skipped: [],
  restated: [],
  columns: { id: 'Opportunity ID' },
  unusedColumns: ['Sector'],
  dateOrder: 'dmy',
  totals: {
    amount: { USD: 100 },
    byCurrency: { USD: money(1, 100) },
    byStatus: { won: money(1, 100), open: money(1, null) },
    byStage: { Won: money(1, 100), Open: money(1, null) },
    byPartner: { cedar: money(2, 100) },
    byQuarter: { 'FY26-Q3': money(2, 100) },
  },
  createdPartners: [],
  vanished: [{ key: 'crm:9', partner: 'cedar', status: 'open', amount: 50, currency: 'EUR' }],
  warnings: [],
  written: [{ path: 'partners/cedar/deals.csv', kind: 'deals', partner: 'cedar' }],
  needsMapping: undefined,
};

describe('the report of an import', () => {
  it('says what came of every row, with place, reason and money of those that were not taken', () => {
    const text = importText(REPORT, SCREEN).replace(/\s+/g, ' ');
    expect(text).toContain('crm.csv 5 rows from crm');
    expect(text).toContain('1 created, 1 updated (1 moved to another partner), 1 rejected, 2 without a partner.');
    expect(text).toContain('crm.csv:3: Amount: "x" is no number with a decimal point');
    expect(text).toContain('Inc: 2 rows, $1,200.50; no partner has this name');
    expect(text).toContain('crm:9: cedar, open, €50');
    expect(text).toContain('deals of 1 partner written');
  });

  it('never says zero where amounts are unknown', () => {
    const line = importText(REPORT, SCREEN)
      .split('\n')
      .find((one) => one.startsWith('Open'))!;
    expect(line).toContain('no amounts');
    expect(line).not.toContain('$0');
  });

  it('prints nothing of a file that could steer the terminal, and stays within its width', () => {
    const text = importText(REPORT, SCREEN);
    expect(text).not.toContain('\u001b');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('cuts long lists and says how many more there are', () => {
    const rejected = Array.from({ length: 40 }, (_, row) => ({ ...REPORT.rejected[0]!, where: `crm.csv:${row + 2}` }));
    const text = importText({ ...REPORT, rejected }, SCREEN);
    expect(text).toContain('40 rows rejected');
    expect(text).toContain('+ 28 more; --json lists them all');
    expect(text).not.toContain('crm.csv:30:');
  });

  it('says in a dry run, and after a second import, that nothing was written', () => {
    expect(importText({ ...REPORT, dryRun: true, written: [] }, SCREEN)).toContain('Dry run: nothing was written.');
    expect(importText({ ...REPORT, created: 0, updated: 0, written: [] }, SCREEN)).toContain('Nothing changed.');
  });

  it('asks its questions with the proposal and the command that uses it', () => {
    const text = importText(
      {
        ...REPORT,
        needsMapping: {
          questions: ['crm.csv: "Hot" (1 row) is neither open, won nor lost by its name'],
          proposals: [
            { path: 'mappings/crm-proposal.yaml', command: 'cam import crm.csv --map mappings/crm-proposal.yaml' },
          ],
        },
      },
      SCREEN,
    );
    expect(text).toContain('nothing was imported, this is not clear');
    expect(text).toContain('    cam import crm.csv --map mappings/crm-proposal.yaml\n');
  });
});
