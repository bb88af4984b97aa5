import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Performance } from '../../../src/domain/performance/performance.ts';
import { DEAL_COLUMNS, type Deal } from '../../../src/schema/deal.ts';
import type { Fact } from '../../../src/schema/fact.ts';
import type { Target } from '../../../src/schema/partner.ts';
import { addDays } from '../../../src/units/plain-date.ts';
import { day, givenConfig, givenTarget, open, performanceOf, plain, type Case } from '../given.ts';

const RUNS = { numRuns: 120 };
/** Days around the reviews of these cases: two and a half years before and a year after. */
const anyDay = fc.integer({ min: 0, max: 1280 }).map((days) => addDays(day('2023-09-01'), days));
const money = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000_000 }).map((cents) => cents / 100),
  fc.constantFrom(0, -0, -500, 0.01, 1e15),
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const deal: fc.Arbitrary<Deal> = fc
  .record({
    status: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
    amount: optional(money),
    currency: optional(fc.constantFrom('USD', 'EUR', 'JPY')),
    stage: optional(fc.constantFrom('Qualify', 'Proposal', 'Closed Won', 'Verbal')),
    probability_percent: optional(fc.integer({ min: 0, max: 100 })),
    close_date: optional(anyDay),
    created_date: optional(anyDay),
    last_activity: optional(anyDay),
    type: optional(fc.constantFrom('new' as const, 'renewal' as const, 'expansion' as const)),
    next_step: optional(fc.constantFrom('call', 'write')),
    registration_id: optional(fc.constantFrom('R1', 'R2')),
  })
  .map((cells) => ({ source: 'crm', id: '', ...cells }) as Deal);

const deals = fc.array(deal, { maxLength: 40 }).map((rows) => rows.map((row, index) => ({ ...row, id: `D${index}` })));

const planned = fc.integer({ min: 0, max: 50_000_000 }).map((amount) => amount / 10);
const target: fc.Arbitrary<Target> = fc
  .tuple(
    fc.constantFrom('FY25', 'FY26', 'FY27'),
    fc.oneof(
      planned.map((annual) => ({ annual })),
      fc.array(planned, { minLength: 4, maxLength: 4 }).map((quarters) => ({ quarters })),
      fc.array(planned, { minLength: 12, maxLength: 12 }).map((months) => ({ months })),
    ),
  )
  .map(([fiscal_year, amounts]) => givenTarget({ fiscal_year, agreed: '2024-01-01', ...amounts }));

const fact: fc.Arbitrary<Fact> = fc
  .tuple(
    fc.constantFrom('2024-09', '2025-07', '2025-12', '2026-02', 'FY26-Q1'),
    fc.integer({ min: -1000, max: 100_000 }),
  )
  .map(([period, value]) => ({ metric: 'bookings', period, value }));

const config = givenConfig({ rates: [{ from: 'EUR', to: 'USD', rate: 1.1, date: '2025-01-01' }] });
const asOf = fc.integer({ min: 0, max: 700 }).map((days) => addDays(day('2024-09-01'), days));

const anyCase: fc.Arbitrary<Case> = fc.record({
  deals: optional(deals),
  columns: fc.constantFrom(DEAL_COLUMNS, ['source', 'id', 'status', 'amount', 'close_date'] as const),
  targets: fc.array(target, { maxLength: 3 }),
  facts: optional(fc.array(fact, { maxLength: 4 })),
  asOf,
  exports: fc.array(anyDay, { maxLength: 3 }),
  config: fc.constant(config),
}) as fc.Arbitrary<Case>;

/** Every number anywhere in a result, with the way to it. Deals are what was read, not what was computed. */
function numbersIn(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'counted' || key === 'leftOut' ? [] : numbersIn(part, `${path}.${key}`),
  );
}

/** The figures without their evidence. */
function valuesOf({ figures }: Performance): Record<string, unknown> {
  return Object.fromEntries(Object.entries(figures).map(([name, { value, status }]) => [name, { value, status }]));
}

describe('for any deals, targets and dates', () => {
  it('no figure, month or period holds NaN, Infinity or minus zero', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const { figures, months, periods, stages } = performanceOf(given);
        for (const [path, number] of numbersIn({ figures, months, periods, stages })) {
          expect(Number.isFinite(number), `${path} is ${number}`).toBe(true);
          expect(Object.is(number, -0), `${path} is -0`).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('a missing figure always says why', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        for (const { value, label } of Object.values(performanceOf(given).figures)) {
          expect(label).not.toBe('');
          if (value.kind === 'missing') expect(value.reason).toMatch(/[a-z]/);
        }
      }),
      RUNS,
    );
  });

  it('without deals and facts, no amount of bookings or pipeline is a number', () => {
    fc.assert(
      fc.property(fc.array(target, { maxLength: 3 }), asOf, (targets, on) => {
        const { figures } = performanceOf({ deals: undefined, targets, asOf: on });
        for (const name of [
          'bookings_ytd',
          'bookings_last_year',
          'open_pipeline',
          'forecast',
          'run_rate',
          'coverage',
        ] as const)
          expect(figures[name].value.kind, name).toBe('missing');
      }),
    );
  });

  it('the order of the deals never matters', () => {
    // Whole amounts, so that a sum does not depend on its order by itself.
    const whole = deals.map((rows) =>
      rows.map((row) => ({ ...row, currency: undefined, amount: row.amount && Math.round(row.amount) })),
    );
    const shuffled = whole.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.array(target, { maxLength: 2 }), asOf, ([rows, mixed], targets, on) => {
        const one = performanceOf({ deals: rows as Deal[], targets, asOf: on });
        const other = performanceOf({ deals: mixed as Deal[], targets, asOf: on });
        expect(valuesOf(other)).toEqual(valuesOf(one));
      }),
      RUNS,
    );
  });

  it('one more open deal never lowers coverage, forecast or pipeline', () => {
    fc.assert(
      fc.property(
        deals,
        target,
        asOf,
        anyDay,
        fc.integer({ min: 0, max: 1_000_000 }),
        (rows, agreed, on, close, amount) => {
          const before = performanceOf({ deals: rows, targets: [agreed], asOf: on }).figures;
          const after = performanceOf({ deals: [...rows, open(close, amount)], targets: [agreed], asOf: on }).figures;
          for (const name of ['coverage', 'forecast', 'open_pipeline', 'open_rest_of_year'] as const) {
            const [was, is] = [plain(before[name].value), plain(after[name].value)];
            if (typeof was === 'number' && typeof is === 'number') expect(is, name).toBeGreaterThanOrEqual(was);
          }
        },
      ),
      RUNS,
    );
  });

  it('a plan by months that are thirds of the quarters gives the pace of the plan by quarters', () => {
    const quarters = fc.array(planned, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(deals, quarters, asOf, (rows, amounts, on) => {
        const months = amounts.flatMap((amount) => [amount / 3, amount / 3, amount / 3]);
        const [fiscal_year, agreed] = ['FY26', '2024-01-01'];
        const byQuarters = performanceOf({
          deals: rows,
          targets: [givenTarget({ fiscal_year, agreed, quarters: amounts })],
          asOf: on,
        });
        const byMonths = performanceOf({
          deals: rows,
          targets: [givenTarget({ fiscal_year, agreed, months })],
          asOf: on,
        });
        const [one, other] = [plain(byQuarters.figures.pace.value), plain(byMonths.figures.pace.value)];
        if (typeof one === 'number') expect(other).toBeCloseTo(one, 9);
        else expect(other).toBe(one);
      }),
      RUNS,
    );
  });

  it('a day in the past has the figures of the deals as they were cut off by hand on that day', () => {
    fc.assert(
      fc.property(deals, fc.array(target, { maxLength: 2 }), asOf, (rows, targets, on) => {
        const then = rows
          .filter(({ created_date }) => created_date === undefined || created_date <= on)
          .map((row): Deal =>
            row.status !== 'open' && row.close_date !== undefined && row.close_date > on
              ? { ...row, status: 'open', stage: undefined, next_step: 'not known then' }
              : row,
          );
        const given = { targets, asOf: on, config };
        expect(valuesOf(performanceOf({ ...given, deals: then }))).toEqual(
          valuesOf(performanceOf({ ...given, deals: rows })),
        );
      }),
      RUNS,
    );
  });

  it('what is won in the months of the year adds up to what is won in the year', () => {
    fc.assert(
      fc.property(deals, fc.array(fact, { maxLength: 4 }), asOf, (rows, facts, on) => {
        const { figures, months } = performanceOf({ deals: rows, facts, asOf: on, config });
        const amounts = months.map(({ won }) => won);
        if (amounts.some((amount) => typeof amount === 'object' && amount !== null)) return;
        const total = amounts.reduce<number>((sum, amount) => sum + Number(amount ?? 0), 0);
        const ytd = plain(figures.bookings_ytd.value);
        if (typeof ytd === 'number')
          expect(Math.abs(total - ytd)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(ytd)) * 1e3);
      }),
      RUNS,
    );
  });
});
