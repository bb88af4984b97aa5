import type { ImportCase } from './import-case.ts';

/** A file of one row that cannot be taken: its kind, its text, and the reason. */
const RECORDS: readonly (readonly [kind: string, text: string, why: string])[] = [
  [
    'facts',
    'Partner,Metric,Period,Value\nCedar,CSAT,soon,1',
    'Period: "soon" is no month such as 2026-02 and no fiscal period such as FY26-Q3',
  ],
  ['facts', 'Partner,Metric,Period,Value\nCedar,CSAT,FY26,', 'has no value'],
  ['facts', 'Partner,Metric,Period,Value\nCedar,CSAT,,1', 'names no period'],
  ['facts', 'Partner,Metric,Period,Value\nCedar,42,FY26,1', 'names no metric that begins with a letter'],
  ['facts', 'Partner,Metric,Q1\nCedar,CSAT,1', '"Q1" does not say of which year; write Jul 2025 or FY26-Q1'],
  ['contacts', 'Partner,First Name,Email\nCedar,,', 'names nobody'],
  ['contacts', 'Partner,Name,Champion\nCedar,Ida,perhaps', 'Champion: "perhaps" is neither yes nor no'],
  [
    'contacts',
    `Partner,Name,Phone\nCedar,Ida,${'1'.repeat(61)}`,
    `Phone: "${'1'.repeat(59)}…" must have at most 60 characters`,
  ],
  ['certifications', 'Partner,Holder,Role,Certification\nCedar,,Sales,Pro', 'names no holder'],
  ['accounts', 'Partner,Customer,Product\nCedar,,Core', 'Customer: must not be empty'],
  ['accounts', 'Partner,Customer,Value,Currency\nCedar,Havn,5 EUR,USD', '"5 EUR" is not in USD'],
  ['mdf', 'Partner,Requested,Quarter\nCedar,5,', 'names neither a fiscal quarter nor a fiscal year'],
  [
    'mdf',
    'Partner,Requested,Quarter\nCedar,5,2026-02',
    '"2026-02" is no fiscal quarter such as FY26-Q3 and no fiscal year such as FY26',
  ],
  ['mdf', 'Partner,Requested,Quarter\nCedar,-5,FY26', 'Requested: "-5" must not be negative'],
  ['pos', 'Reseller,Invoice Date,Net Amount\nCedar,,5', 'has no date'],
  ['pos', 'Reseller,Invoice Date,Net Amount\nCedar,2026-01-05,', 'has no amount'],
  ['targets', 'Partner,Fiscal Year,Target\nCedar,next,5', 'Fiscal Year: "next" is no fiscal year such as FY26'],
  [
    'targets',
    'Partner,Month,Target\nCedar,2026-01-05,5',
    '"2026-01-05" is a day; a target is for a month, a quarter or a year',
  ],
  ['targets', 'Partner,Fiscal Year,Target\nCedar,FY26,', 'has no target'],
  ['activities', 'Partner,Date,Subject\nCedar,,Call', 'Date: must not be empty'],
];

const HEADER = 'Opportunity ID,Account Name,Partner Account,Stage,Amount,Close Date';
const deals = (name: string, rows: readonly string[], ...says: readonly string[]): ImportCase => ({
  name: `deals: ${name}`,
  file: 'export.csv',
  content: `${[HEADER, ...rows].join('\n')}\n`,
  says,
});

/** Rows of deals that cannot be taken, beside one that can. */
const DEALS: readonly ImportCase[] = [
  deals(
    'a date that is none',
    ['1,A,Cedar,Won,5,2026-02-10', '2,B,Cedar,Won,5,soon'],
    'rejected: export.csv:3: Close Date: "soon" is no date',
  ),
  deals(
    'a date that the order of its column does not allow',
    ['1,A,Cedar,Won,5,31/01/2026', '2,B,Cedar,Won,5,30/02/2026'],
    'rejected: export.csv:3: Close Date: "30/02/2026" is no date in the order day, month, year',
  ),
  deals(
    'an amount that is none',
    ['1,A,Cedar,Won,5,2026-02-10', '2,B,Cedar,Won,much,2026-02-10'],
    'rejected: export.csv:3: Amount: "much" is no number with a decimal point',
  ),
  deals(
    'the same id with two amounts',
    ['1,A,Cedar,Won,5,2026-02-10', '1,A,Cedar,Won,6,2026-02-10'],
    'rejected: export.csv:2: the deal 1 stands also in line 3, with another amount',
    'rejected: export.csv:3: the deal 1 stands also in line 2, with another amount',
  ),
  deals('no partner', ['1,A,Cedar,Won,5,2026-02-10', '2,B,,Won,5,2026-02-10'], 'unknown: : the row names no partner'),
  deals(
    'a partner nobody knows',
    ['1,A,Cedar,Won,5,2026-02-10', '2,B,Cedra Ltd,Won,5,2026-02-10'],
    'unknown: Cedra Ltd: no partner has this name',
  ),
  deals(
    'an error of the spreadsheet',
    ['1,A,Cedar,Won,5,2026-02-10', '2,B,Cedar,Won,#REF!,2026-02-10'],
    'rejected: export.csv:3: Amount: holds the error #REF!',
  ),
  deals(
    'a cell too many',
    ['1,A,Cedar,Won,5,2026-02-10', '2,B,Cedar,Won,5,2026-02-10,x'],
    'rejected: export.csv:3: has 7 cells where the header has 6; a delimiter or quote is out of place',
  ),
];

export const ROW_CASES: readonly ImportCase[] = [
  ...RECORDS.map(([importKind, text, why]): ImportCase => ({
    name: `${importKind}: ${why.length > 80 ? `${why.slice(0, 79)}…` : why}`,
    file: 'export.csv',
    content: `${text}\n`,
    options: { importKind, dateOrder: 'dmy' },
    says: [`rejected: export.csv:2: ${why}`],
  })),
  ...DEALS,
  {
    name: 'registrations: a row that names no partner',
    file: 'export.csv',
    content: 'Partner,Registration ID,Customer,Amount\n,1,Havn,7\n',
    options: { importKind: 'registrations' },
    says: ['unknown: : the row names no partner'],
  },
  {
    name: 'partners: one id with two names',
    file: 'export.csv',
    content: 'Partner Name,Partner Type,Partner ID\nA,VAR,1\nB,VAR,1\n',
    says: [
      'rejected: export.csv:2: the id 1 stands for partners of different names in this list',
      'rejected: export.csv:3: the id 1 stands for partners of different names in this list',
    ],
  },
  {
    name: 'partners: one name with two ids, and a row that says neither',
    file: 'export.csv',
    content: 'Partner Name,Partner Type,Partner ID\nA,VAR,1\nA,VAR,2\nA,VAR,\n',
    says: ['rejected: export.csv:4: several partners of the list have this name; give its id'],
  },
];
