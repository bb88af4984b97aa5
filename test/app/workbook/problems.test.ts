import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import {
  addRow,
  bringBack,
  cellAt,
  editBook,
  hashesOf,
  rowWhere,
  territoryOf,
  workbookOf,
} from './workbook-on-disk.ts';

const FILES = {
  'partners/bluefjord/partner.yaml':
    'name: Bluefjord\ntype: msp\ntargets:\n  - { fiscal_year: FY26, agreed: 2025-07-01, quarters: [1, 2, 3, 4] }\n',
  'partners/bluefjord/deals.csv':
    'source,id,status,amount,name,close_date\ncrm,1,open,100,First,2026-05-01\ncrm,2,won,200,Second,2026-01-05\n',
  'partners/nord/partner.yaml': 'name: Nord IT\ntype: var\n',
};

interface Case {
  readonly name: string;
  readonly edit: (sheet: (name: string) => ExcelJS.Worksheet) => void;
  readonly says: readonly string[];
}

/** One wrong cell or row, and what is said of it. */
const CASES: readonly Case[] = [
  {
    name: 'a number that is none',
    edit: (sheet) => (cellAt(sheet('Deals'), 'Amount', { Id: '1' }).value = '1.240,50'),
    says: ['book.xlsx Deals!I2: "1.240,50" is no number as it is written here: 1240.50, without thousands or currency'],
  },
  {
    name: 'a date that is none',
    edit: (sheet) => (cellAt(sheet('Deals'), 'Close date', { Id: '1' }).value = 'soon'),
    says: ['book.xlsx Deals!P2: "soon" is no date as it is written here: 2026-02-28'],
  },
  {
    name: 'a number typed into odds that are per cent already',
    edit: (sheet) => (cellAt(sheet('Deals'), 'Probability percent', { Id: '1' }).value = 45),
    says: ['book.xlsx Deals!O2: "4500" does not fit: a percentage lies from 0 to 100, for example 45'],
  },
  {
    name: 'a currency by another name than its code',
    edit: (sheet) => (cellAt(sheet('Deals'), 'Currency', { Id: '1' }).value = 'euro'),
    says: ['book.xlsx Deals!K2: "euro" is no currency; write EUR'],
  },
  {
    name: 'a failed formula',
    edit: (sheet) => (cellAt(sheet('Deals'), 'Amount', { Id: '1' }).value = { error: '#N/A' } as ExcelJS.CellValue),
    says: ['book.xlsx Deals!I2: holds the error #N/A'],
  },
  {
    name: 'a word that is not allowed',
    edit: (sheet) => (cellAt(sheet('Deals'), 'Status', { Id: '1' }).value = 'wonn'),
    says: ['book.xlsx Deals!M2: "wonn" is not one of the allowed values; did you mean won?'],
  },
  {
    name: 'what must be there emptied',
    edit: (sheet) => (cellAt(sheet('Deals'), 'Status', { Id: '1' }).value = null),
    says: ['book.xlsx Deals!M2: status is missing; it is one of: open, won, lost'],
  },
  {
    name: 'neither yes nor no',
    edit: (sheet) => (cellAt(sheet('Partners'), 'Lapsed', { Partner: 'nord' }).value = 'maybe'),
    says: ['book.xlsx Partners!J3: "maybe" is neither yes nor no'],
  },
  {
    name: 'a tier of another program',
    edit: (sheet) => (cellAt(sheet('Partners'), 'Tier', { Partner: 'nord' }).value = 'glod'),
    says: ['book.xlsx Partners!E3: "glod" is no tier: did you mean gold?'],
  },
  {
    name: 'a parent that is not there',
    edit: (sheet) => (cellAt(sheet('Partners'), 'Parent', { Partner: 'nord' }).value = 'bluefjort'),
    says: ['book.xlsx Partners!L3: there is no partner "bluefjort"; did you mean bluefjord?'],
  },
  {
    name: 'three quarters of a year',
    edit: (sheet) => (cellAt(sheet('Targets'), 'Q4', { Partner: 'bluefjord' }).value = null),
    says: ['book.xlsx Targets!E2: must be four quarters, first to last'],
  },
  {
    name: 'a new row of a partner nobody knows, or of none',
    edit: (sheet) => {
      addRow(sheet('Contacts'), { Partner: 'nort', Name: 'A' });
      addRow(sheet('Contacts'), { Name: 'B' });
    },
    says: [
      'book.xlsx Contacts!A2: there is no partner "nort"; did you mean nord?',
      'book.xlsx Contacts!A3: the row names no partner',
    ],
  },
  {
    name: 'a new partner without a type, and one with an id that cannot be',
    edit: (sheet) => {
      addRow(sheet('Partners'), { Name: 'Süd' });
      addRow(sheet('Partners'), { Partner: 'No Id', Name: 'West', Type: 'var' });
      addRow(sheet('Contacts'), { Partner: 'Süd', Name: 'A' });
    },
    says: [
      'book.xlsx Partners!D4: type is missing; it is one of: var, msp, isv, distributor, systems-integrator, referral-agent',
      'book.xlsx Partners!A5: "No Id" cannot be an id; leave it empty and it is made from the name',
      'book.xlsx Contacts!A2: there is no partner "Süd"',
    ],
  },
  {
    name: 'the name of a partner there is',
    edit: (sheet) => addRow(sheet('Partners'), { Name: 'nord it', Type: 'var' }),
    says: ['book.xlsx Partners!B4: there is a partner of this name: nord; give this one another name'],
  },
  {
    name: 'what names a row changed',
    edit: (sheet) => (cellAt(sheet('Deals'), 'Id', { Id: '1' }).value = '11'),
    says: [
      'book.xlsx Deals!2: "bluefjord crm 1" names this row and was changed to "bluefjord crm 11"; to replace the row, import with --delete',
    ],
  },
  {
    name: 'the same row twice',
    edit: (sheet) => {
      const row = { Partner: 'nord', Id: '9', Source: 'crm', Status: 'open' };
      addRow(sheet('Deals'), { ...row, Amount: 1 });
      addRow(sheet('Deals'), { ...row, Amount: 2 });
    },
    says: [
      'book.xlsx Deals!4: the row stands in book.xlsx Deals!5 as well',
      'book.xlsx Deals!5: the row stands in book.xlsx Deals!4 as well',
    ],
  },
  {
    name: 'a row that stands there copied',
    edit: (sheet) => addRow(sheet('Deals'), { Partner: 'bluefjord', Id: '2', Source: 'crm', Status: 'lost' }),
    says: ['book.xlsx Deals!4: the row stands in book.xlsx Deals!3 as well'],
  },
  {
    name: 'the deal of another partner',
    edit: (sheet) => addRow(sheet('Deals'), { Partner: 'nord', Id: '2', Source: 'crm', Status: 'won' }),
    says: ['book.xlsx Deals!A4: the deal belongs to bluefjord already'],
  },
  {
    name: 'a setting that does not exist, and a value that does not fit one',
    edit: (sheet) => {
      addRow(sheet('Program'), { Setting: 'vendor.colour', Value: 'red' });
      cellAt(sheet('Program'), 'Value', { Setting: 'currency' }).value = 'Euro';
      cellAt(sheet('Program'), 'Value', { Setting: 'vendor.name' }).value = null;
    },
    says: [
      'book.xlsx Program!B2: vendor.name is missing',
      'book.xlsx Program!B6: "Euro" does not fit: a currency is written as its three-letter code, for example USD',
      'book.xlsx Program!A24: there is no setting "vendor.colour"',
    ],
  },
];

describe('a row that cannot be taken is named with its cell, and the rest is taken', () => {
  it.each(CASES)('$name', async ({ edit, says }) => {
    const root = await territoryOf(FILES);
    const before = await hashesOf(root);
    const path = await workbookOf(root);
    await editBook(path, (book) => edit((name) => book.getWorksheet(name)!));
    const { rejected, changes } = await bringBack(root, path);
    expect(rejected.map(({ where, why }) => `${where}: ${why}`)).toEqual(says);
    expect(changes).toEqual([]);
    expect(await hashesOf(root)).toEqual(before);
  });

  it('takes the sound rows beside it', async () => {
    const root = await territoryOf(FILES);
    const path = await workbookOf(root);
    await editBook(path, (book) => {
      const deals = book.getWorksheet('Deals')!;
      cellAt(deals, 'Amount', { Id: '1' }).value = 'much';
      cellAt(deals, 'Amount', { Id: '2' }).value = 250;
      expect(rowWhere(deals, { Id: '2' }).number).toBe(3);
    });
    const report = await bringBack(root, path);
    expect(report.rejected).toHaveLength(1);
    expect(report.changes).toMatchObject([{ row: 'crm 2', after: 250 }]);
  });
});
