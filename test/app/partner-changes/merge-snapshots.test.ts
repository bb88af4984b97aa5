import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSnapshot, isSameSnapshot } from '../../../src/app/import/build-snapshot.ts';
import { mergePartner } from '../../../src/app/partner-changes/merge-partner.ts';
import type { Deal } from '../../../src/schema/deal.ts';
import type { Snapshot } from '../../../src/schema/snapshot.ts';
import { day, givenConfig, givenDeal } from '../../domain/given.ts';
import { changing, ridgeAndBluefjord, textsOf } from './changed-territory.ts';

const config = givenConfig();
const sources = [{ file: 'crm.csv', rows: 9, sha256: 'a' }];
const snapshotOn = (date: string, deals: readonly Deal[], currency = 'USD'): Snapshot =>
  buildSnapshot({ deals, date: day(date), currency, config, sources });

async function merged(ridge: readonly Snapshot[], bluefjord: readonly Snapshot[], more = {}) {
  const filesOf = (id: string, snapshots: readonly Snapshot[]) =>
    snapshots.map((snapshot) => [`partners/${id}/snapshots/${snapshot.date}.json`, JSON.stringify(snapshot)]);
  const root = await ridgeAndBluefjord({
    ...more,
    ...Object.fromEntries([...filesOf('ridge-it', ridge), ...filesOf('bluefjord', bluefjord)]),
  });
  const { both } = await mergePartner({ ...changing(root), id: 'ridge-it', into: 'bluefjord' });
  const after = Object.entries(await textsOf(root)).filter(([path]) =>
    path.startsWith('partners/bluefjord/snapshots/'),
  );
  return {
    both: both.filter(({ file }) => file.startsWith('snapshots/')),
    after: after.map(([, text]) => JSON.parse(text) as Snapshot),
  };
}

const won = (id: string, close_date: string, amount: number) => givenDeal({ id, status: 'won', close_date, amount });
const open = (id: string, amount: number | undefined) => givenDeal({ id, amount } as never);

describe('the snapshots of two partners that become one', () => {
  it('are for each day the sum of what was last known of the two', async () => {
    const ridge = [
      snapshotOn('2026-01-31', [open('r1', 100), won('r2', '2026-01-10', 7)]),
      snapshotOn('2026-02-15', [open('r1', 90)]),
    ];
    const bluefjord = [
      snapshotOn('2026-01-10', [open('b1', 20)]),
      snapshotOn('2026-01-31', [open('b1', 30), won('b2', '2026-01-11', 5)]),
    ];
    const { after, both } = await merged(ridge, bluefjord);
    expect(both).toEqual([]);
    expect(
      after.map(({ date, open, bookings, sources: from }) => [date, open.amount, open.deals, bookings, from.length]),
    ).toEqual([
      ['2026-01-10', 20, 1, [], 1],
      ['2026-01-31', 130, 2, [{ month: '2026-01', amount: 12, deals: 2 }], 1],
      ['2026-02-15', 120, 2, [{ month: '2026-01', amount: 5, deals: 1 }], 1],
    ]);
  });

  it('are not added when a deal is in both or the currencies differ: what the one that stays had is kept', async () => {
    const own = snapshotOn('2026-01-31', [open('x', 30)]);
    const shared = await merged([snapshotOn('2026-01-31', [open('x', 100)])], [own]);
    expect(shared.both).toEqual([
      {
        file: 'snapshots/2026-01-31.json',
        what: 'figures of that day',
        kept: 'those of bluefjord',
        left: 'the deal crm:x is in both',
      },
    ]);
    expect(shared.after).toEqual([own]);
    const foreign = await merged([snapshotOn('2026-01-31', [open('y', 100)], 'EUR')], [own]);
    expect(foreign.both).toMatchObject([{ left: 'in EUR, not in USD' }]);
    expect(foreign.after).toEqual([own]);
    const onlyForeign = await merged([snapshotOn('2026-01-31', [open('y', 100)], 'EUR')], []);
    expect(onlyForeign.after).toEqual([]);
  });

  it('say for any deals what one partner with all of them would have said', () => {
    const deals = (prefix: string) =>
      fc
        .array(
          fc.record({
            amount: fc.option(
              fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100),
              { nil: undefined },
            ),
            status: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
            month: fc.integer({ min: 1, max: 3 }),
          }),
          { maxLength: 5 },
        )
        .map((rows) =>
          rows.map(({ amount, status, month }, index) =>
            givenDeal({ id: `${prefix}${index}`, amount, status, close_date: `2026-0${month}-05` } as never),
          ),
        );
    return fc.assert(
      fc.asyncProperty(deals('r'), deals('b'), async (ridge, bluefjord) => {
        const on = '2026-02-28';
        const { after } = await merged([snapshotOn(on, ridge)], [snapshotOn(on, bluefjord)]);
        expect(after).toHaveLength(1);
        expect(isSameSnapshot(after[0]!, snapshotOn(on, [...bluefjord, ...ridge]))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});
