import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../../../src/app/import/build-snapshot.ts';
import { dealsAt } from '../../../src/domain/deals-at.ts';
import type { Bridge, MovementKind } from '../../../src/domain/movement/bridge.ts';
import { movementOf, putOffTimes } from '../../../src/domain/movement/movement.ts';
import type { Deal } from '../../../src/schema/deal.ts';
import type { Snapshot } from '../../../src/schema/snapshot.ts';
import { isKnown } from '../../../src/units/missing.ts';
import { day, givenConfig, givenDeal, lost, open, performanceOf, plain, won } from '../given.ts';

const THEN = '2025-12-31';
const NOW = '2026-02-28';
const config = givenConfig({
  rates: [
    { from: 'EUR', to: 'USD', rate: 1.1, date: '2025-01-01' },
    { from: 'EUR', to: 'USD', rate: 1.2, date: '2026-01-15' },
  ],
});
const kept = (date: string, deals: readonly Deal[]): Snapshot =>
  buildSnapshot({ deals, date: day(date), currency: 'USD', config, sources: [] });
const history = (snapshots: readonly Snapshot[], deals: readonly Deal[], on = NOW) => ({
  snapshots,
  deals: dealsAt(deals, { on: day(on), currency: 'USD', config }),
  on: day(on),
  yearEnd: day('2026-06-30'),
  currency: 'USD',
  config,
});
const moved = (then: readonly Deal[], now: readonly Deal[]) => {
  const movement = movementOf(history([kept(THEN, then)], now));
  if (!isKnown(movement)) throw new Error(movement.missing);
  return movement;
};
const steps = ({ movements }: Bridge) =>
  movements.map(({ kind, amount, deals }) => [kind, Math.round(amount * 100) / 100, deals]);
const id = (name: string, cells: object = {}) => ({ id: name, created_date: '2025-07-01', ...cells });

describe('one deal between two exports', () => {
  it.each<[string, Deal[], Deal[], [MovementKind, number, number][]]>([
    ['stays as it is', [open('2026-04-01', 500, id('A'))], [open('2026-04-01', 500, id('A'))], []],
    ['came in', [], [open('2026-04-01', 500, id('A', { created_date: '2026-01-10' }))], [['new', 500, 1]]],
    [
      'became more worth',
      [open('2026-04-01', 500, id('A'))],
      [open('2026-04-01', 620, id('A'))],
      [['increased', 120, 0]],
    ],
    [
      'became less worth',
      [open('2026-04-01', 500, id('A'))],
      [open('2026-04-01', 80, id('A'))],
      [['decreased', -420, 0]],
    ],
    [
      'got an amount',
      [open('2026-04-01', undefined, id('A'))],
      [open('2026-04-01', 80, id('A'))],
      [['increased', 80, 0]],
    ],
    [
      'was won for more',
      [open('2026-02-01', 500, id('A'))],
      [won('2026-02-03', 550, id('A'))],
      [
        ['increased', 50, 0],
        ['won', -550, -1],
      ],
    ],
    ['was lost', [open('2026-02-01', 500, id('A'))], [lost('2026-02-03', 0, id('A'))], [['lost', -500, -1]]],
    ['is no longer listed', [open('2026-02-01', 500, id('A'))], [], [['vanished', -500, -1]]],
    [
      'came and was won meanwhile',
      [],
      [won('2026-02-03', 550, id('A', { created_date: '2026-01-10' }))],
      [
        ['new', 550, 1],
        ['won', -550, -1],
      ],
    ],
    ['was won after the second export', [open('2026-04-01', 500, id('A'))], [won('2026-03-03', 500, id('A'))], []],
    [
      'has no close date',
      [givenDeal(id('A', { amount: 500 }))],
      [givenDeal(id('A', { amount: 600 }))],
      [['increased', 100, 0]],
    ],
    [
      'was won without a close date',
      [open('2026-02-01', 500, id('A'))],
      [givenDeal(id('A', { status: 'won', amount: 500 }))],
      [['won', -500, -1]],
    ],
    [
      'is in euro, and the rate rose from 1.10 to 1.20',
      [open('2026-04-01', 100, id('A', { currency: 'EUR' }))],
      [open('2026-04-01', 150, id('A', { currency: 'EUR' }))],
      [
        ['increased', 60, 0],
        ['exchange rates', 10, 0],
      ],
    ],
  ])('that %s', (_, then, now, expected) => {
    expect(steps(moved(then, now).whole)).toEqual(expected);
  });

  it('that was open, then gone, then open again is reopened, not new', () => {
    const deal = open('2026-04-01', 500, id('A'));
    const movement = movementOf(history([kept('2025-09-30', [deal]), kept(THEN, [])], [deal]));
    expect(isKnown(movement) && steps(movement.whole)).toEqual([['reopened', 500, 1]]);
  });

  it.each<[string, string, string, [MovementKind, number, number][]]>([
    ['into next year', '2026-05-01', '2026-09-01', [['pushed out', -500, -1]]],
    ['into this year', '2026-09-01', '2026-05-01', [['pulled in', 500, 1]]],
    ['within the year', '2026-05-01', '2026-06-30', []],
  ])('whose close date moved %s leaves or enters what is to close this year', (_, from, to, expected) => {
    const { whole, thisYear } = moved([open(from, 500, id('A'))], [open(to, 500, id('A'))]);
    expect([steps(whole), steps(thisYear)]).toEqual([[], expected]);
  });
});

describe('close dates and stages', () => {
  const then = [
    open('2026-03-01', 100, id('A', { stage: 'Qualify' })),
    open('2026-03-01', 200, id('B', { stage: 'Proposal' })),
    open('2026-03-01', 300, id('C')),
    givenDeal(id('D', { amount: 400, stage: 'Unheard of' })),
  ];
  const now = [
    open('2026-05-01', 100, id('A', { stage: 'Proposal' })),
    open('2026-02-01', 200, id('B', { stage: 'Qualify' })),
    open('2026-03-01', 300, id('C', { stage: 'Qualify' })),
    open('2026-04-01', 400, id('D', { stage: 'Proposal' })),
  ];

  it('a deal slipped when both dates are known and the second is later; stages count where both are known', () => {
    expect(moved(then, now).moves).toEqual({
      slipped: new Set(['crm:A']),
      forward: new Set(['crm:A']),
      back: new Set(['crm:B']),
      stageUnknown: 2,
    });
  });

  it('every export in which a date is later counts, one in which it is earlier does not', () => {
    const at = (close: string) => [open(close, 100, id('A'))];
    const snapshots = [
      kept('2025-09-30', at('2025-12-15')),
      kept('2025-10-31', at('2025-11-30')),
      kept('2025-11-30', at('2026-02-01')),
    ];
    expect(putOffTimes(history(snapshots, at('2026-04-01'))).get('crm:A')).toBe(2);
    expect(putOffTimes(history([], at('2026-04-01'))).has('crm:A')).toBe(false);
  });
});

describe('what is not known is said, not guessed', () => {
  const deals = [open('2026-04-01', 500, id('A'))];
  const said = (snapshots: readonly Snapshot[]) => movementOf(history(snapshots, deals));
  const whole = kept(THEN, deals);
  const { deals: _, ...unlisted } = whole;
  it.each<[readonly Snapshot[], string]>([
    [[], 'no earlier export on record'],
    [[kept(NOW, deals)], 'no earlier export on record'],
    [[unlisted], 'the earlier export lists no deals'],
    [[{ ...whole, currency: 'EUR' }], 'the earlier export is in EUR'],
    [
      [{ ...whole, open: { ...whole.open, amount: 700 } }],
      'the deals of the earlier export do not add up to its pipeline',
    ],
    [
      [{ ...whole, open: { ...whole.open, deals: 2 } }],
      'the deals of the earlier export do not add up to its pipeline',
    ],
  ])('%#: %s', (snapshots, reason) => {
    expect(said(snapshots)).toEqual({ missing: reason });
  });

  it('an export with nothing open needs no list', () => {
    const { deals: _none, ...empty } = kept(THEN, []);
    expect(isKnown(said([empty]))).toBe(true);
  });

  it('money is unknown where no deal has an amount, deals are counted all the same', () => {
    const named = [open('2026-04-01', undefined, id('A'))];
    const { figures } = performanceOf({ deals: named, snapshots: [kept(THEN, named)], exports: [NOW], config });
    expect(plain(figures.pipeline_new.value)).toBe('missing: no deal has an amount');
    expect(plain(figures.slipped_deals.value)).toBe(0);
  });
});

describe('the figures', () => {
  const then = [open('2026-03-01', 100, id('A')), open('2026-03-15', 250, id('B')), open('2026-04-01', 300, id('C'))];
  const now = [
    open('2026-05-01', 140, id('A')),
    won('2026-02-10', 250, id('B')),
    open('2026-06-01', 500, id('N', { created_date: '2026-01-20' })),
  ];
  const { figures } = performanceOf({ deals: now, snapshots: [kept(THEN, then)], exports: [NOW], config });

  it('lead from the pipeline of then to that of now, in words and in numbers', () => {
    expect(
      [figures.pipeline_before, figures.pipeline_change, figures.open_pipeline].map(({ value }) => plain(value)),
    ).toEqual([650, -10, 640]);
    expect(figures.pipeline_change.evidence.workings!.pattern).toBe(
      '{opening} on {day} + {step0} new + {step1} increased − {step2} won − {step3} no longer listed = {closing}',
    );
  });

  it('name their deals, also those that only the earlier export knows', () => {
    const keys = (name: 'pipeline_won' | 'pipeline_vanished' | 'slipped_deals') =>
      figures[name].evidence.selection!.counted.map(({ deal }) => `${deal.source}:${deal.id}`);
    expect([keys('pipeline_won'), keys('pipeline_vanished'), keys('slipped_deals')]).toEqual([
      ['crm:B'],
      ['crm:C'],
      ['crm:A'],
    ]);
  });
});

const amounts = fc.option(
  fc.integer({ min: -5_000_00, max: 90_000_00 }).map((cents) => cents / 100),
  { nil: undefined },
);
const someDay = fc
  .integer({ min: 0, max: 700 })
  .map((offset) => new Date(Date.UTC(2025, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10));
const someDeal = fc.record({
  id: fc.integer({ min: 0, max: 30 }).map(String),
  status: fc.constantFrom('open', 'open', 'won', 'lost'),
  amount: amounts,
  currency: fc.constantFrom('USD', 'EUR', undefined),
  close_date: fc.option(someDay, { nil: undefined }),
  created_date: fc.option(someDay, { nil: undefined }),
});
const someDeals = fc.uniqueArray(someDeal, { selector: ({ id: name }) => name, maxLength: 30 }).map((deals) =>
  deals.map((deal) => {
    const known = Object.fromEntries(Object.entries(deal).filter(([, value]) => value !== undefined));
    return { source: 'crm', ...known } as unknown as Deal;
  }),
);

it('whatever became of the deals, opening and movements make the closing pipeline to the cent', () => {
  fc.assert(
    fc.property(someDeals, someDeals, someDeals, (older, then, now) => {
      const movement = movementOf(history([kept('2025-09-30', older), kept(THEN, then)], now));
      if (!isKnown(movement)) throw new Error(movement.missing);
      for (const { opening, movements, closing } of [movement.whole, movement.thisYear]) {
        const add = (pick: (step: (typeof movements)[number]) => number) =>
          movements.reduce((sum, step) => sum + pick(step), 0);
        expect(opening.amount + add(({ amount }) => amount)).toBeCloseTo(closing.amount, 4);
        expect(opening.deals + add(({ deals }) => deals)).toBe(closing.deals);
      }
      const state = performanceOf({ deals: now, config, exports: [NOW] }).open!.all;
      expect(movement.whole.closing.deals).toBe(state.counted.length);
      if (isKnown(state.amount)) expect(movement.whole.closing.amount).toBeCloseTo(state.amount, 4);
    }),
  );
});
