import { describe, expect, it } from 'vitest';
import { importText } from '../../../../src/cli/print/spreadsheets/import-text.ts';
import type { FileReport, ImportReport } from '../../../../src/app/import/import-report.ts';
import type { Screen } from '../../../../src/cli/command.ts';

const SCREEN: Screen = { width: 80, colour: false, unicode: true, interactive: false };
const PART: FileReport = {
  kind: 'pos',
  files: ['disti.csv'],
  sources: ['disti'],
  dryRun: false,
  rows: 1200,
  created: 3,
  updated: 1,
  moved: 0,
  unchanged: 0,
  rowsTaken: 1200,
  repeated: 0,
  repeats: [],
  withoutId: 0,
  rejected: [],
  unmatched: [],
  leftOut: [],
  mappings: [],
  columns: { amount: 'Net Amount' },
  unusedColumns: [],
  dateOrder: null,
  totals: { amount: {}, byCurrency: {}, byStatus: {}, byStage: {}, byPartner: {}, byQuarter: {} },
  statedTotals: [],
  skipped: [],
  restated: [],
  createdPartners: [],
  vanished: [],
  warnings: [],
};
const LEADS: FileReport = {
  ...PART,
  kind: 'leads',
  files: ['leads.csv'],
  rows: 2,
  created: 2,
  updated: 0,
  withoutId: 2,
};
const { rowsTaken: _, ...ROW_EACH } = LEADS;
const WHOLE: ImportReport = {
  ...PART,
  kind: 'several',
  files: ['disti.csv', 'leads.csv'],
  parts: [PART, ROW_EACH],
  createdPartners: [{ id: 'cedar', name: 'Cedar' }],
  written: [
    { path: 'partners/cedar/partner.yaml', kind: 'partner', partner: 'cedar' },
    { path: 'partners/fjord/partner.yaml', kind: 'partner', partner: 'fjord' },
    { path: 'partners/cedar/facts.csv', kind: 'facts', partner: 'cedar' },
    { path: 'funds.yaml', kind: 'funds' },
  ],
  needsMapping: undefined,
};

describe('the report of an import of several kinds', () => {
  it('says of each file what its rows are, and how many of them became how many records', () => {
    const text = importText(WHOLE, SCREEN);
    expect(text).toContain('disti.csv  1,200 rows of pos from disti\n  1,200 rows taken: 3 created, 1 updated.\n');
    expect(text).toContain('leads.csv  2 rows of leads from disti\n  2 created.\n');
    expect(text).toContain('2 rows without an id: known by a hash of what stays the same.');
  });

  it('closes with what was written, of all files together', () => {
    expect(importText(WHOLE, SCREEN)).toContain(
      '✓ 1 partner added, 1 partner file changed, facts of 1 partner written, funds\n  written.\n',
    );
  });
});
