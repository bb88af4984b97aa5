import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { TABLES } from '../../../src/app/tables/registry.ts';
import { cellError } from '../../../src/input/tabular/cell-error.ts';
import { loadTerritory } from '../../../src/input/load-territory.ts';
import { csvText } from '../../../src/output/csv-text.ts';
import { singleLine } from '../../../src/units/clean-text.ts';
import {
  bringBack,
  exportTo,
  hashesOf,
  temporaryFolder,
  territoryOf,
  territoryOfSheetsAlone,
  workbookOf,
} from './workbook-on-disk.ts';

const HOSTILE = [
  '=1+1',
  '@SUM(A1)',
  '-3',
  '+49 170',
  "'quoted",
  '"a, b"; c',
  '_x0041_',
  '007',
  '1E5',
  'MAR1',
  '2026-02-28',
  'true',
  '12,5',
  '٣',
  'ø & <b>',
  'x'.repeat(400),
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(...HOSTILE),
);
/** A text that is one; a failed formula and its words cannot be told apart in a cell. */
const words = text.map(singleLine).filter((line) => line !== '' && cellError(line) === undefined);
const maybe = fc.option(words, { nil: undefined });
const day = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));
const amount = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.double({ noNaN: true, min: -1e12, max: 1e12 }).map((value) => Number(value.toFixed(3)) + 0),
);

const deal = fc.record({
  source: words,
  name: fc.option(text, { nil: '' }),
  account: fc.option(text, { nil: '' }),
  status: fc.constantFrom('open', 'won', 'lost'),
  amount: fc.option(amount, { nil: undefined }),
  close_date: fc.option(day, { nil: '' }),
  probability_percent: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
});
const partner = fc.record({
  name: words,
  type: fc.constantFrom('var', 'msp', 'isv'),
  aliases: fc.array(words, { maxLength: 3 }),
  notes: fc.option(
    text.map((line) => `${line}\nsecond line`).filter((prose) => cellError(prose) === undefined),
    { nil: undefined },
  ),
  contacts: fc.array(fc.record({ name: words, role: maybe, champion: fc.boolean() }, { requiredKeys: ['name'] }), {
    maxLength: 4,
  }),
  targets: fc.uniqueArray(
    fc.record({
      fiscal_year: fc.constantFrom('FY25', 'FY26'),
      agreed: day,
      annual: fc.double({ noNaN: true, min: 0, max: 1e9 }),
    }),
    { maxLength: 3, selector: ({ agreed }) => agreed },
  ),
  deals: fc.array(deal, { maxLength: 6 }),
});

type Partner = typeof partner extends fc.Arbitrary<infer T> ? T : never;

function filesOf(partners: readonly Partner[]): Record<string, string> {
  return Object.fromEntries(
    partners.flatMap(({ deals, ...profile }, index) => {
      const rows = deals.map((row, at) => [
        row.source,
        `${index}-${at}`,
        row.name,
        row.account,
        row.status,
        number(row.amount),
        row.close_date,
        number(row.probability_percent),
      ]);
      const header = ['source', 'id', 'name', 'account', 'status', 'amount', 'close_date', 'probability_percent'];
      return [
        [`partners/p${index}/partner.yaml`, stringify(JSON.parse(JSON.stringify(profile)))],
        [`partners/p${index}/deals.csv`, csvText([header, ...rows])],
      ];
    }),
  );
}

function number(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(3);
}

async function rowsOf(root: string) {
  const { territory, problems } = await loadTerritory(root);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return Object.fromEntries(
    TABLES.map((table) => [
      table.id,
      table.rowsOf(territory!).map(({ partner: id, values }) => ({ partner: id, values: cleaned(values) })),
    ]),
  );
}

function cleaned(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(values).filter(([, value]) => value !== false);
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      typeof value === 'string' ? value.trim() : typeof value === 'number' ? Number(value.toPrecision(12)) : value,
    ]),
  );
}

describe('any partners, deals and texts', () => {
  it('come back from a workbook and from CSV files without a change of any byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(partner, { minLength: 1, maxLength: 3 }), async (partners) => {
        const root = await territoryOf(filesOf(partners));
        const before = await hashesOf(root);
        expect(await bringBack(root, await workbookOf(root))).toMatchObject({
          changes: [],
          conflicts: [],
          rejected: [],
          kept: [],
        });
        const folder = await exportTo(root, join(await temporaryFolder(), 'csv'));
        for (const table of ['partners', 'contacts', 'targets', 'deals']) {
          expect(await bringBack(root, join(folder, `${table}.csv`))).toMatchObject({
            changes: [],
            conflicts: [],
            rejected: [],
          });
        }
        expect(await hashesOf(root)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it('make the same territory of the sheets alone, without what the workbook remembers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(partner, { minLength: 1, maxLength: 3 }), async (partners) => {
        const root = await territoryOf(filesOf(partners));
        const again = await territoryOfSheetsAlone(root);
        expect(again.problems).toEqual([]);
        expect(await rowsOf(again.root)).toEqual(await rowsOf(root));
      }),
      { numRuns: 25 },
    );
  });
});
