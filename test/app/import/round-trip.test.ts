import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealsCsv } from '../../../src/app/import/deals-csv.ts';
import { DEAL_COLUMNS, type Deal, dealSchema } from '../../../src/schema/deal.ts';
import { DEAL_STATUSES, DEAL_TYPES } from '../../../src/schema/cam-config.ts';
import { plainDate, type PlainDate } from '../../../src/units/plain-date.ts';
import { singleLine } from '../../../src/units/clean-text.ts';
import { readCsvTable } from '../../../src/input/read-csv-table.ts';
import { territoryOnDisk } from '../../input/territory-on-disk.ts';
import { CAM_YAML, filesOf, importText, partnerYaml } from './import-on-disk.ts';

/** Text of every kind a CRM has been seen to hold, and some that it should not. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '=HYPERLINK("http://x")',
    '-1',
    '007',
    '1E5',
    'a,b;c|d\te',
    '"',
    '""',
    ' x ',
    'Total',
    'n/a',
    '__proto__',
    'é\u0301',
    '\ud800',
    'line\nbreak',
  ),
);
const cleaned = hostile.map(singleLine);
const text = fc.option(
  cleaned.filter((value) => value !== ''),
  { nil: undefined },
);
const key = cleaned.filter((value) => value !== '');
const date = fc.option(
  fc
    .tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]): PlainDate => plainDate(year, month, day)!),
  { nil: undefined },
);
const number = fc.option(
  fc.oneof(
    fc.integer({ min: -1e12, max: 1e12 }),
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    fc.constantFrom(0.1, 1e-7, 1.005),
  ),
  { nil: undefined },
);
const zeroless = number.map((value) => (Object.is(value, -0) ? 0 : value));

const deal: fc.Arbitrary<Deal> = fc.record(
  {
    source: fc.constantFrom('crm', 'north'),
    id: key,
    status: fc.constantFrom(...DEAL_STATUSES),
    name: text,
    account: text,
    amount: zeroless,
    annual_value: zeroless,
    currency: fc.constantFrom(undefined, 'USD', 'EUR'),
    stage: text,
    probability_percent: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    close_date: date,
    created_date: date,
    owner: text,
    type: fc.constantFrom(undefined, ...DEAL_TYPES),
    next_step: text,
    registration_id: text,
    last_activity: date,
  },
  { noNullPrototype: true },
);
const deals = fc.uniqueArray(deal, { minLength: 1, maxLength: 12, selector: ({ source, id }) => `${source}:${id}` });
const columns = new Set(
  DEAL_COLUMNS.filter((column) => !['partner_role', 'other_partners', 'product'].includes(column)),
);

describe('the deals file the importer writes', () => {
  it('is read back by the territory as the deals it was made of, whatever they say', () => {
    fc.assert(
      fc.property(deals, (rows) => {
        const csv = dealsCsv('', { standing: [], slots: rows, columns });
        const { value, problems } = readCsvTable(csv, 'deals.csv', { schema: dealSchema, identity: ['source', 'id'] });
        expect(problems).toEqual([]);
        const known = (row: Deal): unknown =>
          Object.fromEntries(Object.entries(row).filter(([, v]) => v !== undefined));
        expect(value!.rows.map(known)).toEqual(rows.map(known));
      }),
    );
  });

  it('imported again changes nothing, whatever the deals say', async () => {
    await fc.assert(
      fc.asyncProperty(deals, async (rows) => {
        const csv = dealsCsv('', { standing: [], slots: rows, columns });
        const root = await territoryOnDisk({
          'cam.yaml': CAM_YAML,
          'partners/cedar/partner.yaml': partnerYaml('Cedar'),
          'partners/cedar/deals.csv': csv,
        });
        const report = await importText(root, csv, { file: 'deals.csv', partner: 'cedar' });
        expect(report).toMatchObject({
          rows: rows.length,
          unchanged: rows.length,
          created: 0,
          updated: 0,
          rejected: [],
        });
        expect((await filesOf(root))['partners/cedar/deals.csv']).toBe(csv);
      }),
      { numRuns: 40 },
    );
  });
});
