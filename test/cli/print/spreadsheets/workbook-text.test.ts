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

1 row deleted in the workbook, kept in the files (cam partner retire ends a partnership):
  book.xlsx Partners: cedar
`);
});

it('shows every change whole: a row becomes a heading where a line is too narrow', () => {
  const place = { sheet: 'Deals', where: 'book.xlsx Deals!D13', partner: 'cobaltine-networks', row: 'crm OPP-12259' };
  const changes = [
    { ...place, kind: 'set', column: 'name', before: 'Core for head office', after: 'Cloud for the second plant' },
    { ...place, kind: 'set', column: 'probability_percent', before: 40, after: 55 },
    { ...place, row: 'crm OPP-1', kind: 'add', cells: 4 },
  ] as const;
  expect(differencesText({ ...NONE, changes }, SCREEN)).toBe(`Deals  cobaltine-networks crm OPP-12259
  name: Core for head office → Cloud for the second plant
  probability_percent: 40 → 55
Deals  cobaltine-networks crm OPP-1
  new row, 4 values
`);
  expect(differencesText({ ...NONE, changes }, { ...SCREEN, width: 120 }).split('\n')[1]).toBe(
    'Deals  cobaltine-networks crm OPP-12259  name                 Core for head office → Cloud for the second plant',
  );
});

it('shows where two long texts part', () => {
  const said = 'Met at the fair, and spoke of the plant in the north at some length. They want a pilot in ';
  const place = { sheet: 'Partners', where: 'book.xlsx Partners!Q2', partner: 'cedar', row: '', column: 'notes' };
  const changes = [{ ...place, kind: 'set', before: `${said}May.`, after: `${said}June.` }] as const;
  expect(differencesText({ ...NONE, changes }, SCREEN)).toContain('They want a pilot in May. → … ');
  expect(differencesText({ ...NONE, changes }, SCREEN)).toContain('They want a pilot in June.');
});
