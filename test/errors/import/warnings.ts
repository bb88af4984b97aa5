import { rows, workbookOf } from '../../input/tabular/workbook-of.ts';
import type { ImportCase } from './import-case.ts';

const HEADER = 'Opportunity ID,Account Name,Partner Account,Stage,Amount,Close Date';
const TABLE = rows(
  ['Opportunity ID', 'Partner Account', 'Stage', 'Amount', 'Close Date'],
  ['1', 'Cedar', 'Won', 5, '2026-02-10'],
);

const SNAPSHOT = {
  schemaVersion: 1,
  date: '2026-04-14',
  currency: 'USD',
  sources: [],
  open: { amount: 0, deals: 0, withoutAmount: 0 },
  bookings: [],
};

/** Imports that go through, with something to look at. */
export const WARNING_CASES: readonly ImportCase[] = [
  {
    name: 'an amount in a currency without a rate',
    file: 'export.csv',
    content: `${HEADER}\n1,A,Cedar,Won,5 EUR,2026-02-10\n`,
    says: [
      'warning: cam.yaml: no rate from EUR to USD is stated: the amounts of 1 deal count as unknown until there is one',
    ],
  },
  {
    name: 'a stage that cam.yaml does not name',
    file: 'export.csv',
    content: `${HEADER}\n1,A,Cedar,Discovery,5,2026-06-10\n`,
    says: [
      'warning: cam.yaml: these stages of the export are not among its stages, so they have no place in their order: Discovery; add them there, each at its place',
    ],
  },
  {
    name: 'one deal under two ids',
    file: 'export.csv',
    content: `Opportunity ID,Opportunity Name,${HEADER.slice('Opportunity ID,'.length)}\n1,Core,A,Cedar,Won,5,2026-02-10\n2,Core,A,Cedar,Won,5,2026-02-10\n`,
    says: [
      'warning: export.csv: the same name, account, amount and close date stand under several ids, and each is counted: 1 and 2',
    ],
  },
  {
    name: 'an export older than the one before',
    file: 'pipeline-2026-03-31.csv',
    content: `${HEADER}\n1,A,Cedar,Won,5,2026-02-10\n`,
    beside: {
      'partners/cedar/snapshots/2026-04-14.json': JSON.stringify(SNAPSHOT),
    },
    says: [
      'warning: pipeline-2026-03-31.csv: older than data imported before, which is of 2026-04-14: its deals now stand as they stood earlier',
    ],
  },
  {
    name: 'a hidden sheet beside the one that is read',
    file: 'deals.xlsx',
    content: workbookOf({
      sheets: [
        { name: 'Deals', rows: TABLE },
        { name: 'Old', state: 'hidden', rows: TABLE },
      ],
    }),
    says: ['warning: deals.xlsx: the hidden sheet "Old" was not read; --sheet NAME reads a sheet'],
  },
  {
    name: 'a column that holds no dates',
    file: 'export.csv',
    content: `${HEADER},Created Date\n1,A,Cedar,Won,5,2026-02-10,yesterday\n`,
    says: ['warning: export.csv: column "Created Date" holds no dates and was not taken for created_date'],
  },
  {
    name: 'certificates whose kind is told by their name',
    file: 'export.csv',
    content: 'Partner,Holder,Certification\nCedar,Ida,Sales Pro\n',
    options: { importKind: 'certifications' },
    says: ['warning: export.csv: sales or technical was taken from the name of the certification in 1 row'],
  },
  {
    name: 'a column with values and no header',
    file: 'deals.xlsx',
    content: workbookOf({
      sheets: [
        {
          name: 'Deals',
          rows: rows(
            ['Opportunity ID', 'Partner Account', 'Stage', 'Amount', 'Close Date', ''],
            ['1', 'Cedar', 'Won', 5, '2026-02-10', 'call them'],
          ),
        },
      ],
    }),
    says: ['warning: deals.xlsx: sheet "Deals": column F has values and no header'],
  },
  {
    name: 'partners of a tier that is none',
    file: 'partners.csv',
    content: 'Partner Name,Partner Type,Partner Tier\nHavn IT,VAR,Diamond\n',
    options: { createPartners: true },
    says: [
      'warning: partners.csv: no tier of this program is called Diamond; its tiers are Registered, Silver, Gold, Platinum',
    ],
  },
  {
    name: 'partners without a type',
    file: 'partners.csv',
    content: 'Partner Name,Partner Type,Website\nHavn IT,,havn.example\n',
    options: { createPartners: true },
    says: [
      'warning: partners.csv: 1 new partner has no type that is known, and got the type var; say it with partner_type or partner_types in a mapping',
    ],
  },
  {
    name: 'a parent nobody is called',
    file: 'partners.csv',
    content: 'Partner Name,Partner Type,Parent Partner\nCedar GmbH,VAR,Cedar Group\n',
    options: { importKind: 'partners' },
    says: ['warning: partners.csv: parents that no partner is called, left empty: Cedar Group'],
  },
  {
    name: 'partners above one another',
    file: 'partners.csv',
    content: 'Partner Name,Partner Type,Parent Partner\nCedar GmbH,VAR,Fjord AS\nFjord AS,VAR,Cedar GmbH\n',
    options: { importKind: 'partners' },
    says: ['warning: partners.csv: parents left as they are, because they would stand above themselves: fjord'],
  },
  {
    name: 'point-of-sale lines of a month that is not over',
    file: 'pos.csv',
    content: 'Reseller,Invoice Date,Net Amount\nCedar,2026-01-05,5\nCedar,2026-02-28,6\nCedar,2026-03-10,7\n',
    options: { importKind: 'pos' },
    says: [
      'warning: pos.csv: the lines run from 2026-01-05 to 2026-03-10; taken as whole: 2026-01, 2026-02; 2026-03 only from 2026-03-01 to 2026-03-10, to be replaced by a file with more of it',
    ],
  },
  {
    name: 'deals without any amount',
    file: 'export.csv',
    content: 'Opportunity ID,Partner Account,Stage,Close Date\n1,Cedar,Won,2026-02-10\n',
    says: ['warning: export.csv: no column holds amounts: what these deals are worth stays unknown'],
  },
];
