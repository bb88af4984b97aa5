import { describe, expect, it } from 'vitest';
import type { ImportReport } from '../../../../src/app/import/import-report.ts';
import type { MoneyTotal } from '../../../../src/app/import/money-sum.ts';
import type { Screen } from '../../../../src/cli/command.ts';
import { importText } from '../../../../src/cli/print/spreadsheets/import-text.ts';

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

  it('names the partner an unknown name is much like, and cuts the list of columns nothing was read from', () => {
    const unmatched = [{ ...REPORT.unmatched[0]!, partner: 'Cedr', nearest: 'cedar' }];
    const unusedColumns = Array.from({ length: 14 }, (_, column) => `c${column}`);
    const text = importText({ ...REPORT, unmatched, unusedColumns }, SCREEN).replace(/\s+/g, ' ');
    expect(text).toContain('no partner has this name; cedar is much like it');
    expect(text).toContain(
      'Not used: c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11 + 2 more; --json lists them all.',
    );
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

  it('ends with a command for the same territory', () => {
    expect(importText(REPORT, SCREEN)).toMatch(/ {2}Next: cam qbr --all\n$/);
    expect(importText(REPORT, { ...SCREEN, again: ' --workspace "my demo"' })).toMatch(
      / {2}Next: cam qbr --all --workspace "my demo"\n$/,
    );
    const proposals = [{ path: 'm.yaml', command: 'cam import a.csv --map m.yaml' }];
    const screen = { ...SCREEN, again: ' --workspace demo' };
    const text = importText({ ...REPORT, needsMapping: { questions: [], proposals } }, screen);
    expect(text).toContain('    cam import a.csv --map m.yaml --workspace demo\n');
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

describe('what explains the sums of an import', () => {
  const said = (more: Partial<ImportReport>): string => importText({ ...REPORT, ...more }, SCREEN).replace(/\s+/g, ' ');

  it('is the total with its currencies, and whether the total of the file itself ties', () => {
    const stated = { where: 'crm.csv:9', column: 'Amount', stated: 1300.5, rows: 1300.5, difference: 0 };
    expect(said({ statedTotals: [stated] })).toContain(
      "Total $100 in 2 deals, 1 without an amount ✓ The file's own total of Amount, $1,300.50, ties with its rows (crm.csv:9).",
    );
    expect(said({ statedTotals: [{ ...stated, rows: 1200, difference: -100.5 }] })).toContain(
      "! The file's own total of Amount is $1,300.50 (crm.csv:9), and its rows sum to $1,200: they differ by $100.50.",
    );
    // Two currencies in one column: the file added them up, and what it came to is money of neither.
    const totals = { ...REPORT.totals, amount: { USD: 100, EUR: 20 } };
    expect(said({ statedTotals: [stated], totals })).toContain('own total of Amount, 1,300.5, ties');
  });

  it('is every line that is no row, every row that is said twice, and every name that is left out', () => {
    const text = said({
      skipped: [
        { file: 'crm.csv', why: 'stands above the header', lines: [1, 2] },
        { file: 'crm.csv', why: 'total', lines: [9] },
        { file: 'crm.csv', why: 'group total', lines: [5] },
      ],
      repeats: [{ where: 'crm.csv:5', id: '2', repeats: 'crm.csv:4' }],
      leftOut: [{ partner: 'Direct', rows: 3, amount: 700, byCurrency: { USD: 700 }, why: '' }],
      mappings: [{ file: 'crm.csv', path: 'mappings/crm.yaml', how: 'remembered', newHeaders: ['Region'] }],
    });
    expect(text).toContain('crm.csv is read by mappings/crm.yaml; new since it was made: Region.');
    expect(text).toContain('No rows: 2 lines above the header, 1 line of totals, 1 line: group total.');
    expect(text).toContain('Said twice and taken once: crm.csv:5 (as crm.csv:4).');
    expect(text).toContain('Left out, as the mapping says: Direct (3 rows, $700).');
    expect(text).toContain('3 left out');
  });

  it('is a closed quarter that is another one now, with the deals that make the difference', () => {
    const deal = { key: 'crm:1', name: 'Switches', why: 'its amount changed', before: 100, after: 140 };
    const moved = { key: 'crm:2', name: null, why: 'moved to fjord', before: 50, after: null };
    const quarter = {
      ...{ quarter: 'FY26-Q2', partner: 'cedar', currency: 'USD', before: 150, after: 140, difference: -10 },
      deals: [deal, moved, { ...deal, key: 'crm:3' }, { ...deal, key: 'crm:4' }],
    };
    const text = said({ restated: [quarter] });
    expect(text).toContain('! 1 closed quarter restated: what stood there changed');
    expect(text).toContain('FY26-Q2 cedar: $150 before, $140 now (-$10)');
    expect(text).toContain('Switches (crm:1): its amount changed, from $100 to $140');
    expect(text).toContain('crm:2: moved to fjord, $50');
    expect(text).toContain('+ 1 deal more');
    const unknown = said({ restated: [{ ...quarter, after: null, difference: null, deals: [] }] });
    expect(unknown).toContain('$150 before, no amount now');
  });

  it('ends with the mapping that the next export is read by', () => {
    const text = said({ written: [...REPORT.written, { path: 'mappings/crm.yaml', kind: 'mapping' }] });
    expect(text).toContain('deals of 1 partner written, mapping remembered in mappings/crm.yaml.');
  });
});
