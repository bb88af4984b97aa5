import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureBalance } from '../../../src/domain/metrics/measure-balance.ts';
import type { Registration } from '../../../src/schema/registration.ts';
import { givenTarget, won } from '../given.ts';
import { bare, metricOf, metricsOf, numbersOf, tableOf, templateOf, type MetricCase } from './given-metrics.ts';

const registrations = (days: readonly string[], columns: readonly (keyof Registration)[] = COLUMNS): MetricCase => ({
  tables: {
    registrations: tableOf(
      'registrations',
      columns,
      days.map((submitted, index) => ({ source: 'crm', id: String(index), submitted }) as Registration),
    ),
  },
});
const COLUMNS = ['source', 'id', 'submitted'] as const;
const COUNTED = { id: 'mine', read: from({ date: 'submitted' }) };
function from(more: object) {
  return { from: 'registrations', ...more };
}
const own = (given: MetricCase, metric: object = COUNTED) => metricOf({ ...given, metrics: [metric] }, 'mine');
const TARGET = { targets: [{ ...givenTarget({ annual: 3650 }), fiscal_year: 'FY26' }] };

describe('unknown is not zero', () => {
  it('a table that was not loaded makes a metric unknown, with the reason', () => {
    expect(numbersOf(own({})).toDate).toBe('missing: registrations not loaded');
  });

  it('a loaded table without rows is a known zero', () => {
    expect(numbersOf(own(registrations([])))).toEqual({ quarters: [0, 0, 0], toDate: 0 });
  });

  it('a column that was not loaded makes it unknown, and so does one without a single value', () => {
    const led = { ...COUNTED, read: from({ date: 'submitted', where: 'led_by == "partner"' }) };
    expect(numbersOf(own(registrations(['2026-01-01']), led)).toDate).toBe(
      'missing: led by of registrations not loaded',
    );
    const empty = registrations(['2026-01-01'], [...COLUMNS, 'led_by']);
    expect(numbersOf(own(empty, led)).toDate).toBe('missing: led by of registrations not loaded');
  });

  it('a mean and a share of nothing are unknown, a sum of nothing is zero', () => {
    const measured = (measure: object) =>
      numbersOf(
        own(registrations([], [...COLUMNS, 'amount', 'status']), {
          ...COUNTED,
          read: from({ date: 'submitted', ...measure }),
        }),
      ).toDate;
    expect(measured({ mean: 'amount' })).toContain('missing: no such registrations in the period');
    expect(measured({ share: 'status == "won"' })).toContain('missing: no such registrations in the period');
    expect(measured({ sum: 'amount' })).toBe(0);
  });

  it('rows without an amount make a sum unknown only when none has one', () => {
    const rows = [{ amount: 5 }, {}].map((row, index) => ({
      source: 'crm',
      id: String(index),
      submitted: '2026-01-01',
      ...row,
    }));
    const sum = (count: number) =>
      own(
        {
          tables: {
            registrations: tableOf('registrations', [...COLUMNS, 'amount'], rows.slice(-count) as Registration[]),
          },
        },
        { ...COUNTED, read: from({ date: 'submitted', sum: 'amount' }) },
      );
    expect(numbersOf(sum(2)).toDate).toBe(5);
    expect(numbersOf(sum(1)).toDate).toBe('missing: amount unknown');
  });

  it('rows after the as-of date do not exist yet', () => {
    expect(numbersOf(own(registrations(['2026-02-28', '2026-03-01'])))).toEqual({ quarters: [0, 0, 1], toDate: 1 });
  });
});

describe('periods', () => {
  it('the quarters of a flow add up to the year to date', () => {
    const day = fc.date({ min: new Date('2025-05-01'), max: new Date('2026-05-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.integer({ min: -500, max: 5000 })), { maxLength: 12 }), (rows) => {
        const deals = rows.map(([date, amount]) =>
          won(date.toISOString().slice(0, 10), amount, { partner_role: 'sourced' }),
        );
        const given: MetricCase = { deals: [...deals, won('2024-01-01', 1, { partner_role: 'sourced' })] };
        const { quarters, toDate } = numbersOf(metricOf(given, 'partner-sourced-bookings'));
        expect(quarters.reduce<number>((sum, value) => sum + Number(value), 0)).toBeCloseTo(Number(toDate), 6);
      }),
      { numRuns: 30 },
    );
  });

  it('a quarter is compared with as many days of the one before, the year with the same days of last year', () => {
    // 1 January to 28 February are 59 days: 1 October to 28 November.
    const given = registrations(['2025-02-28', '2025-03-01', '2025-10-01', '2025-11-28', '2025-11-29', '2026-01-02']);
    const { changeOnQuarter, changeOnYear, quarterBefore, yearBefore } = own(given);
    expect([bare(quarterBefore.value), bare(yearBefore.value)]).toEqual([2, 1]);
    expect([bare(changeOnQuarter), bare(changeOnYear)]).toEqual([1 - 2, 4 - 1]);
  });

  it('nothing is compared with a time before the first row of the table', () => {
    const { changeOnYear } = own(registrations(['2025-08-01', '2026-01-02']));
    expect(bare(changeOnYear)).toBe('missing: no registrations on record that early');
  });

  it('a state is compared with the end of the last quarter and the same day of last year', () => {
    const certifications = ['2025-02-28', '2025-12-31', '2026-01-01'].map((issued) => ({
      holder: issued,
      role: 'sales',
      issued,
    }));
    const { changeOnQuarter, changeOnYear } = metricOf({ partner: { certifications } }, 'certified-sales-people');
    expect([bare(changeOnQuarter), bare(changeOnYear)]).toEqual([3 - 2, 3 - 1]);
  });

  it('a quarter and its months are never added, and a running quarter takes what has begun', () => {
    const facts = [
      ['FY26-Q2', 90],
      ['2025-10', 40],
      ['2026-01', 7],
      ['2026-03', 9],
    ].map(([period, value]) => ({ metric: 'services_revenue', period, value }));
    expect(numbersOf(metricOf({ facts: facts as never }, 'services-revenue')).quarters.slice(1)).toEqual([40, 7]);
  });
});

describe('targets and status', () => {
  const judged = (more: object, days = ['2025-08-01', '2026-01-02']) =>
    own(registrations(days), { ...COUNTED, ...more });

  it('a target of a year counts as far as its days have passed, in whole ones where things are counted', () => {
    // 243 of 365 days of six are 3.99.
    expect(bare(judged({ target: { value: 6, per: 'year' } }).target!.value)).toBe(3);
  });

  it.each([
    [1, 'below target'],
    [2, 'near target'],
    [3, 'on target'],
  ])('%i of three is %s', (count, word) => {
    const days = Array.from({ length: count }, () => '2026-01-02');
    const status = { percent_of_target: { red_below: 50, green_from: 100 } };
    expect(judged({ target: { value: 3 }, status }, days).status?.word).toBe(word);
  });

  it('where less is better the limits are turned round', () => {
    const status = { value: { green_to: 1, red_above: 2 } };
    const wordOf = (days: string[]) => judged({ direction: 'down', status }, days).status?.word;
    expect([wordOf(['2026-01-02']), wordOf(Array(2).fill('2026-01-02')), wordOf(Array(3).fill('2026-01-02'))]).toEqual([
      'on target',
      'near target',
      'above target',
    ]);
  });

  it("the partner's own target wins over the value for all, and of a flow counts by its days", () => {
    const metric = {
      id: 'mine',
      unit: 'amount',
      read: { fact: 'services_revenue' },
      target: { fact: 'target_services', value: 9 },
    };
    const facts = [
      { metric: 'services_revenue', period: '2026-01', value: 5 },
      { metric: 'target_services', period: 'FY26', value: 365 },
    ];
    expect(bare(own({ facts: facts as never }, metric).target!.value)).toBeCloseTo(243, 9);
    expect(bare(own({ facts: facts.slice(0, 1) as never }, metric).target!.value)).toBe(9);
  });

  it('an agreed business plan wins over a fact that says what was planned', () => {
    const metric = {
      id: 'mine',
      unit: 'amount',
      read: { fact: 'partner_profit_actual' },
      target: { plan: 'profit', fact: 'partner_profit_planned' },
    };
    const facts = [
      { metric: 'partner_profit_actual', period: '2026-01', value: 50 },
      { metric: 'partner_profit_planned', period: '2026-01', value: 40 },
    ] as never;
    const profitPlanned = () => ({ planned: 45, source: 'business plan FY26' });
    expect(own({ facts, profitPlanned }, metric).target).toMatchObject({
      value: { amount: 45 },
      from: 'business plan FY26',
    });
    expect(bare(own({ facts, profitPlanned: () => undefined }, metric).target!.value)).toBe(40);
  });

  it('what the tier in view needs is the target of certified people', () => {
    const { target, status } = metricOf(
      { partner: { tier: 'registered', agreement_signed: '2025-01-01', tasks: [], certifications: [] } },
      'certified-sales-people',
    );
    expect([bare(target!.value), status?.word]).toEqual([2, 'below target']);
  });
});

describe('what applies', () => {
  it('a partner who has only been signed is not measured against a plan it does not have', () => {
    const ids = (life_stage: string) => [...metricsOf({ partner: { ...TARGET, life_stage } }).keys()];
    expect(ids('onboard')).not.toContain('performance-to-plan');
    expect(ids('support-success')).toContain('performance-to-plan');
  });

  it('a program that measures only size and history is told what it does not measure', () => {
    expect(
      measureBalance(
        templateOf([{ id: 'a' }, { id: 'b', measures: 'history' }].map((each) => ({ ...COUNTED, ...each }))),
      ),
    ).toBe('Only size and history is measured. Nothing measures skills and outlook.');
    expect(measureBalance(templateOf([{ ...COUNTED, measures: 'skills' }]))).toBeUndefined();
  });
});
