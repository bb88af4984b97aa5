import type { ImportCase } from './import-case.ts';

const HEADER = 'Opportunity ID,Account Name,Partner Account,Stage,Amount,Close Date';
const MANY_HEADERS = [HEADER, ...Array.from({ length: 30 }, (_, index) => `Custom ${index + 1}`)].join(',');

/** Files that hold rows, and something that only a person can say. */
export const COLUMN_CASES: readonly ImportCase[] = [
  {
    name: 'dates that fit two orders',
    file: 'export.csv',
    content: `${HEADER}\n1,A,Cedar,Won,5,03/04/2026\n`,
    says: [
      'usage: export.csv: the dates in "Close Date" cannot be read with certainty: "03/04/2026" could be day or month first, and no date of the column settles it.',
      'Nothing was imported. Say which it is: --date-order dmy (31/12/2026) or --date-order mdy (12/31/2026).',
    ],
  },
  {
    name: 'numbers that could be thousands or decimals',
    file: 'export.csv',
    content: `${HEADER}\n1,A,Cedar,Won,1.234,2026-02-10\n`,
    says: [
      'usage: export.csv: the numbers in "Amount" cannot be read with certainty: "1.234" could be thousands or decimals, and no number of the column settles it.',
      'Nothing was imported. Say which sign stands before the decimals: --decimal . or --decimal ,',
    ],
  },
  {
    name: 'a header over two columns that differ',
    file: 'export.csv',
    content: 'Opportunity ID,Partner Account,Stage,Amount,Amount,Close Date\n1,Cedar,Won,5,6,2026-02-10\n',
    says: [
      'data: export.csv: the header "Amount" stands over two columns that differ (4 and 5).',
      'Nothing was imported. Rename one of them in the file, so that it is clear which is meant.',
    ],
  },
  {
    name: 'a column named that is not there',
    file: 'export.csv',
    content: `${HEADER}\n1,A,Cedar,Won,5,2026-02-10\n`,
    options: { partnerColumn: 'Partner Acount' },
    says: [
      'usage: --partner-column: export.csv has no column "Partner Acount".',
      'Did you mean "Partner Account"? Its columns: Opportunity ID, Account Name, Partner Account, Stage, Amount, Close Date.',
    ],
  },
  {
    name: 'a column of a mapping that is not there',
    file: 'export.csv',
    content: `${HEADER}\n1,A,Cedar,Won,5,2026-02-10\n`,
    beside: { 'm.yaml': 'columns: { amount: Betrag }\n' },
    options: { mapFile: 'm.yaml' },
    says: [
      'data: m.yaml: columns.amount: export.csv has no column "Betrag".',
      'Its columns: Opportunity ID, Account Name, Partner Account, Stage, Amount, Close Date.',
    ],
  },
  {
    name: 'a column named that is not there, of more columns than a sentence bears',
    file: 'export.csv',
    content: `${MANY_HEADERS}\n1,A,Cedar,Won,5,2026-02-10\n`,
    options: { partnerColumn: 'Reseller of record' },
    says: [
      'usage: --partner-column: export.csv has no column "Reseller of record".',
      `Its columns: ${MANY_HEADERS.split(',').slice(0, 30).join(', ')} and 6 more.`,
    ],
  },
  {
    name: 'a mapping that is not there',
    file: 'export.csv',
    content: `${HEADER}\n1,A,Cedar,Won,5,2026-02-10\n`,
    options: { mapFile: 'm.yaml' },
    says: ['usage: There is no mapping file m.yaml.'],
  },
  {
    name: 'a mapping with a word it does not know',
    file: 'export.csv',
    content: `${HEADER}\n1,A,Cedar,Won,5,2026-02-10\n`,
    beside: { 'm.yaml': 'columns: { amount: Amount }\ndate_ordre: dmy\n' },
    options: { mapFile: 'm.yaml' },
    says: ['problem: m.yaml:2: "date_ordre" is not a key of this file'],
  },
  {
    name: 'a mapping of another kind',
    file: 'export.csv',
    content: 'Partner,Customer\nCedar,Havn\n',
    beside: { 'm.yaml': 'columns: { stage: Phase }\n' },
    options: { mapFile: 'm.yaml', importKind: 'accounts' },
    says: [
      'data: m.yaml: columns.stage: accounts have no such field.',
      'The fields of accounts: partner, partner_crm_id, partner_domain, account, product, status, account_domain, vertical, employees, value, currency, competitor, renewal_date, relationship, partner_owner, vendor_owner, consent.',
    ],
  },
  {
    name: 'rows that could be two kinds',
    file: 'export.csv',
    content: 'Name,Industry,NumberOfEmployees,Website,ParentId\nHavn,Shipping,5,havn.example,\n',
    says: [
      'usage: export.csv: what its rows are is not clear. They could be accounts (Name, Website, Industry, NumberOfEmployees) or partners (Name, Website, ParentId, Industry).',
      'Nothing was imported. Say what they are: --kind accounts or --kind partners',
    ],
  },
  {
    name: 'no column that names the partner',
    file: 'export.csv',
    content: 'Customer,Product,Industry\nHavn,Core,Shipping\n',
    options: { importKind: 'accounts' },
    says: [
      'question: export.csv: which column names the partner is not clear. --partner-column NAME says it, --partner ID gives all rows to one partner',
    ],
  },
  {
    name: 'a stage that says neither open nor won nor lost',
    file: 'export.csv',
    content: `${HEADER}\n1,A,Cedar,Bezahlt,5,2026-02-10\n`,
    says: ['question: export.csv: "Bezahlt" (1 row) is neither open, won nor lost by its name'],
  },
  {
    name: 'a partner nobody knows, for all rows',
    file: 'export.csv',
    content: `${HEADER}\n1,A,Cedar,Won,5,2026-02-10\n`,
    options: { partner: 'cedra' },
    says: ['usage: There is no partner "cedra".', 'Did you mean cedar?'],
  },
  {
    name: 'deals that are there under another source',
    file: 'pipeline.csv',
    content: `${HEADER}\n1,A,Cedar,Won,5,2026-02-10\n2,B,Cedar,Won,5,2026-02-10\n`,
    beside: {
      'partners/cedar/deals.csv':
        'source,id,account,amount,status,close_date\ncrm,1,A,5,won,2026-02-10\ncrm,2,B,5,won,2026-02-10\n',
    },
    says: [
      'data: pipeline.csv: 2 of 2 ids are those of deals from "crm" in this territory; as deals from "pipeline" they would be counted twice.',
      'Nothing was imported. Put "source: crm" into a mapping (--map FILE) if they are the same deals, "source: pipeline" if not.',
    ],
  },
  {
    name: 'a territory with an error in its files',
    file: 'export.csv',
    content: `${HEADER}\n1,A,Cedar,Won,5,2026-02-10\n`,
    beside: { 'partners/cedar/partner.yaml': 'name: Cedar GmbH\n' },
    says: ['problem: partners/cedar/partner.yaml:1: type: is missing'],
  },
];
