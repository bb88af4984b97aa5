import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { tableById } from '../../../src/app/tables/registry.ts';
import { cellError } from '../../../src/input/tabular/cell-error.ts';
import { loadTerritory } from '../../../src/input/load-territory.ts';
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

const TABLES = ['marketing-plans', 'campaigns', 'campaign-numbers'];

/** A text that is one; a failed formula and its words cannot be told apart in a cell. */
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('=1+1', '007', 'a; "b"', '2026-02-28', 'true', '-3'),
  )
  .map(singleLine)
  .filter((line) => line !== '' && cellError(line) === undefined);
const day = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));
const money = fc.integer({ min: 0, max: 1e8 }).map((cents) => cents / 100);
const rate = fc.integer({ min: 0, max: 10_000 }).map((share) => share / 100);
const campaign = fc.record(
  {
    id: fc.integer({ min: 0, max: 9 }).map((number) => `c-${number}`),
    tactic: fc.constantFrom('webinar', 'telemarketing'),
    start: day,
    title: words,
    goals: fc.uniqueArray(fc.constantFrom('loyalty', 'demand-generation', 'market-analysis'), { minLength: 1 }),
    audience: fc.record({ size: fc.integer({ min: 0, max: 9000 }), who: words }, { requiredKeys: ['size'] }),
    response_rate_percent: rate,
    cost_lines: fc.dictionary(words, money, { minKeys: 1, maxKeys: 4 }),
    rates_percent: fc.array(rate, { minLength: 4, maxLength: 4 }),
    days_per_stage: fc.array(money, { minLength: 4, maxLength: 4 }),
    follow_up: fc.record({ owner: words, days: fc.integer({ min: 0, max: 60 }) }, { requiredKeys: ['owner'] }),
    request: fc.constant({ fund: 'mdf' }),
    actual: fc.record(
      {
        on: day,
        spend: money,
        counts: fc.record({ inquiry: fc.integer({ min: 0, max: 900 }), won: money }, { requiredKeys: ['inquiry'] }),
        runs: fc.integer({ min: 1, max: 3 }),
      },
      { requiredKeys: ['on'] },
    ),
    notes: words.map((line) => `${line}\nsecond line`),
  },
  { requiredKeys: ['id', 'tactic', 'start'] },
);
const goal = fc.record(
  {
    id: fc.constantFrom('loyalty', 'demand-generation'),
    measure: fc.constantFrom('won-deals', 'revenue'),
    target: money,
  },
  { requiredKeys: ['id'] },
);
const plan = fc.record(
  {
    quarter: fc.constantFrom('FY26-Q3', 'FY26-Q4'),
    currency: fc.constantFrom('USD', 'EUR'),
    goals: fc.uniqueArray(goal, { minLength: 1, selector: ({ id }) => id }),
    budget: money,
    reviews: fc.record({ owner: words, dates: fc.array(day, { minLength: 1, maxLength: 3 }) }, { requiredKeys: [] }),
    campaigns: fc.uniqueArray(campaign, { maxLength: 3, selector: ({ id }) => id }),
    notes: words,
  },
  { requiredKeys: ['quarter', 'currency'] },
);
const plans = fc.uniqueArray(plan, { minLength: 1, maxLength: 2, selector: ({ quarter }) => quarter });

type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

function territoryWith(given: readonly Plan[]): Promise<string> {
  return territoryOf({
    'funds.yaml': 'funds:\n  - { id: mdf, kind: mdf, period: FY26 }\n',
    'partners/bluefjord/partner.yaml': 'name: Bluefjord\ntype: msp\n',
    ...Object.fromEntries(
      given.map((one) => [
        `partners/bluefjord/marketing/${one.quarter}.yaml`,
        stringify(JSON.parse(JSON.stringify(one))),
      ]),
    ),
  });
}

async function rowsOf(root: string) {
  const { territory, problems } = await loadTerritory(root);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return TABLES.map((id) => tableById(id).rowsOf(territory!));
}

describe('any marketing plans', () => {
  it('come back from a workbook and from CSV files without a change of any byte', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (given) => {
        const root = await territoryWith(given);
        const before = await hashesOf(root);
        const folder = await exportTo(root, join(await temporaryFolder(), 'csv'), { kind: TABLES.join(',') });
        const paths = [await workbookOf(root), ...TABLES.map((table) => join(folder, `${table}.csv`))];
        for (const path of paths)
          expect(await bringBack(root, path)).toMatchObject({ changes: [], conflicts: [], rejected: [], kept: [] });
        expect(await hashesOf(root)).toEqual(before);
      }),
      { numRuns: 10 },
    );
  });

  it('are written again from the sheets alone, without what the workbook remembers', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (given) => {
        const root = await territoryWith(given);
        const again = await territoryOfSheetsAlone(root);
        expect(again.problems).toEqual([]);
        expect(await rowsOf(again.root)).toEqual(await rowsOf(root));
      }),
      { numRuns: 10 },
    );
  });
});
