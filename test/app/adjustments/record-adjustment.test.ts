import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordAdjustment, type TypedAdjustment } from '../../../src/app/adjustments/record-adjustment.ts';
import { settleAdjustment, type TypedSettlement } from '../../../src/app/adjustments/settle-adjustment.ts';
import { checkTerritory } from '../../../src/app/territory/check-territory.ts';
import type { YearMonth } from '../../../src/units/year-month.ts';
import { day, plain } from '../../domain/given.ts';
import { TERRITORY } from '../../samples/read-sample.ts';

const LARKMOOR = 'larkmoor-managed-services';
const TODAY = day('2026-11-22');
const january = '2026-01' as YearMonth;
let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cam-adjust-'));
  await cp(TERRITORY, root, { recursive: true });
  await rm(file(), { force: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const file = () => join(root, 'partners', LARKMOOR, 'adjustments.yaml');
const text = () => readFile(file(), 'utf8');
const open = (asOf?: string) => ({
  currentFolder: root,
  today: TODAY,
  workspace: root,
  ...(asOf !== undefined && { asOf: day(asOf) }),
});
const correction: TypedAdjustment = {
  partnerId: LARKMOOR,
  figureId: 'bookings_ytd',
  amount: 12_000,
  month: january,
  reason: 'Invoice 8812 was missing',
  side: 'partner',
  by: 'Mara Quellin',
  pending: false,
};
const { amount: _amount, month: _month, ...objection } = correction;
const record = (
  changes: Partial<TypedAdjustment> = {},
  { dryRun = false, asOf = undefined as string | undefined } = {},
) => recordAdjustment(open(asOf), { ...correction, ...changes }, { root, dryRun });
const dispute = (figureId: string) => recordAdjustment(open(), { ...objection, figureId }, { root, dryRun: false });
const settle = (
  changes: Partial<TypedSettlement> = {},
  { dryRun = false, asOf = undefined as string | undefined } = {},
) =>
  settleAdjustment(open(asOf), { partnerId: LARKMOOR, id: 'adj-1', status: 'accepted', ...changes }, { root, dryRun });

/** The words with any kind of space between them. */
const spaced = (words: string) => new RegExp(words.replaceAll('.', '\\.').replaceAll(' ', '[ \u00a0]'));

describe('a correction that is recorded', () => {
  it('stands in the partner’s adjustments, holds from that day and shows the figure before and after', async () => {
    const { before, after, adjustment, changed } = await record();
    expect([plain(before.value), plain(after.value)]).toEqual([1_290_500, 1_302_500]);
    expect(adjustment).toMatchObject({ id: 'adj-1', status: 'accepted', settled: '2026-02-28' });
    expect(changed).toEqual(expect.arrayContaining(['pace', 'forecast', 'coverage', 'bookings_quarter']));
    expect(changed).not.toContain('open_pipeline');
    expect(await text()).toBe(
      [
        '# yaml-language-server: $schema=../../.cam/schemas/adjustments.json',
        'adjustments:',
        '  - id: adj-1',
        '    kind: correction',
        '    figure: bookings',
        '    month: 2026-01',
        '    amount: 12000',
        '    reason: Invoice 8812 was missing',
        '    side: partner',
        '    by: Mara Quellin',
        '    recorded: 2026-02-28',
        '    status: accepted',
        '    settled: 2026-02-28',
        '',
      ].join('\n'),
    );
    expect((await checkTerritory({ root, currentFolder: root, paths: [] })).problems).toEqual([]);
  });

  it('leaves every other line of the file as its owner wrote it', async () => {
    const owners =
      '# Push-back, newest last\nadjustments:\n  - { id: adj-7, kind: dispute, figure: pace, reason: "Too low", side: partner, by: Mara, recorded: 2026-02-01 } # call\n';
    await writeFile(file(), owners);
    expect((await record()).adjustment.id).toBe('adj-8');
    expect((await text()).startsWith(owners)).toBe(true);
  });

  it('counts once, however often it is recorded', async () => {
    await record();
    const once = await text();
    const again = await record({ by: 'Somebody else' });
    expect(again).toMatchObject({ isKnown: true, changed: [], adjustment: { id: 'adj-1', by: 'Mara Quellin' } });
    expect(plain(again.after.value)).toBe(1_302_500);
    expect(await text()).toBe(once);
  });

  it('is only shown with a dry run', async () => {
    expect(plain((await record({}, { dryRun: true })).after.value)).toBe(1_302_500);
    await expect(text()).rejects.toThrow('ENOENT');
  });

  it('changes nothing while it waits, and from the day on which it is accepted', async () => {
    const waiting = await record({ pending: true, month: '2025-12' as YearMonth }, { asOf: '2026-02-20' });
    expect(waiting.adjustment).toMatchObject({ status: 'open', recorded: '2026-02-20' });
    expect([waiting.changed, plain(waiting.after.value)]).toEqual([[], plain(waiting.before.value)]);
    const { adjustment, changed } = await settle({ decision: 'Found', by: 'Ines Albrecht' });
    expect(adjustment).toMatchObject({ settled: '2026-02-28', decision: 'Found', settled_by: 'Ines Albrecht' });
    expect(changed).toContain('pace');
    expect(await text()).toContain('    status: accepted\n    settled: 2026-02-28\n');
  });

  it.each<[string, Partial<TypedAdjustment>, string]>([
    ['no reason', { reason: ' ' }, 'An adjustment says why, and who raised it.'],
    ['nobody who raised it', { by: '' }, 'An adjustment says why, and who raised it.'],
    ['a long reason', { reason: 'x'.repeat(501) }, 'A reason or a name holds 500 characters; this one has 501.'],
    ['a month ahead', { month: '2026-05' as YearMonth }, 'May 2026 has not begun on 28 Feb 2026.'],
    ['nothing', { amount: 0 }, 'A correction of zero changes nothing.'],
    ['an unknown figure', { figureId: 'pcae' }, 'There is no figure "pcae".'],
    [
      'a figure that does not rest on bookings',
      { figureId: 'overdue_deals' },
      'Past their close date does not rest on the bookings of Jan 2026: a correction of them would not change it.',
    ],
    [
      'a month outside the figure’s span',
      { figureId: 'bookings_quarter', month: '2025-11' as YearMonth },
      'Won, FY26-Q3 does not rest on the bookings of Nov 2025: a correction of them would not change it.',
    ],
    [
      'an unknown figure of a partner',
      { partnerId: 'kestrowe-digital', figureId: 'pace' },
      'Pace is unknown: no target for FY26.',
    ],
  ])('is refused with %s', async (_, changes, words) => {
    await expect(record(changes)).rejects.toThrow(spaced(words));
    await expect(text()).rejects.toThrow('ENOENT');
  });

  it('is refused without its month', async () => {
    const { month: _, ...without } = correction;
    await expect(recordAdjustment(open(), without, { root, dryRun: false })).rejects.toThrow(
      'A correction changes the bookings of a month.',
    );
  });
});

describe('a dispute', () => {
  it('changes no number', async () => {
    const { adjustment, changed, before, after } = await dispute('win-rate-by-value');
    expect(adjustment).toMatchObject({ kind: 'dispute', figure: 'win_rate_by_value', status: 'open' });
    expect([changed, after.value]).toEqual([[], before.value]);
  });
});

describe('a dispute of a figure that no page of results holds', () => {
  it.each(['life_stage', 'deals_won_12_months', 'capability_support', 'deal_registration'])(
    'is recorded: %s',
    async (figure) => {
      const { adjustment, changed } = await dispute(figure);
      expect(adjustment).toMatchObject({ kind: 'dispute', figure, status: 'open' });
      expect(changed).toEqual([]);
    },
  );
});

describe('what was raised', () => {
  it.each(['rejected', 'withdrawn'] as const)('can be %s and then stays so', async (status) => {
    await dispute('pace');
    expect((await settle({ status })).adjustment.status).toBe(status);
    const once = await text();
    expect((await settle({ status })).isKnown).toBe(true);
    expect(await text()).toBe(once);
    await expect(settle({ status: 'accepted' })).rejects.toThrow(
      /^adj-1 was (rejected|withdrawn) on 28.Feb.2026 and stays so\.$/,
    );
  });

  it('is settled by a dry run in words only', async () => {
    await dispute('pace');
    const before = await text();
    expect((await settle({}, { dryRun: true })).adjustment.status).toBe('accepted');
    expect(await text()).toBe(before);
  });

  it('is not found under another id', async () => {
    await expect(settle()).rejects.toThrow(`There is no adjustment "adj-1" of ${LARKMOOR}.`);
    await dispute('pace');
    await expect(settle({ id: 'adj-2' })).rejects.toMatchObject({ remedy: 'Did you mean adj-1?' });
  });

  it('cannot be settled before it was raised', async () => {
    await dispute('pace');
    await expect(settle({}, { asOf: '2026-02-01' })).rejects.toThrow(
      'adj-1 was recorded on 2026-02-28: it cannot be settled before.',
    );
  });

  it('asks for the opposite where an accepted correction was wrong', async () => {
    await record();
    await expect(settle({ status: 'withdrawn' })).rejects.toMatchObject({
      remedy: `Record the opposite: cam why ${LARKMOOR} bookings_ytd --adjust=-12000 --month 2026-01 --reason "…" --by "…"`,
    });
  });
});
