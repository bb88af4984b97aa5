import { expect, it } from 'vitest';
import type { WorkbookFindings } from '../../../../src/app/workbook/workbook-changes.ts';
import type { Screen } from '../../../../src/cli/command.ts';
import { differencesText } from '../../../../src/cli/print/spreadsheets/workbook-text.ts';

const SCREEN: Screen = { width: 80, colour: false, unicode: true, interactive: false };
const NONE: WorkbookFindings = {
  rows: 2,
  unchanged: 0,
  changes: [],
  conflicts: [],
  rejected: [],
  kept: [],
  notes: [],
};

it('says that --delete takes a deleted row out only where it does', () => {
  const kept = [
    { sheet: 'Deals', where: 'book.xlsx Deals', partner: 'cedar', row: 'crm 1' },
    { sheet: 'Partners', where: 'book.xlsx Partners', partner: 'cedar', row: '', always: true },
  ] as const;
  expect(differencesText({ ...NONE, kept }, SCREEN))
    .toBe(`1 row deleted in the workbook, kept in the files (--delete takes them out):
  book.xlsx Deals: cedar crm 1

1 row deleted in the workbook, kept in the files:
  book.xlsx Partners: cedar
`);
});
