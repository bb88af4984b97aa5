import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSentence } from '../../../src/units/format.ts';
import type { Sentence } from '../../../src/units/sentence.ts';
import { givenConfig, open, plain, won } from '../given.ts';
import { stageOf } from './stage-case.ts';

const SIGNED = { agreement_signed: '2024-01-15' };
const words = (reason: Sentence) => formatSentence(reason, { locale: 'en-GB' }).replaceAll('\u00a0', ' ');
const registered = (count: number) =>
  Array.from({ length: count }, (_, index) => open('2026-05-01', 1000, { registration_id: `R${index}` }));

describe('the life-stage of a partner', () => {
  it('is Recruit while no agreement is signed and nothing was won', () => {
    const { stage, reason, isSet } = stageOf({ deals: [open('2026-05-01', 900)] });
    expect([stage.id, isSet, words(reason)]).toEqual(['recruit', false, 'no agreement is signed']);
  });

  it('is Recruit while the signing lies ahead', () => {
    expect(stageOf({ deals: [], partner: { agreement_signed: '2026-03-01' } }).stage.id).toBe('recruit');
  });

  it('is Onboard after signing, with nothing won and tasks open', () => {
    const tasks = [
      { id: 'kickoff', title: 'Kick-off', done: '2026-02-01' },
      { id: 'access', title: 'Access' },
      { id: 'campaign', title: 'Campaign', required: false },
    ];
    const { stage, reason } = stageOf({ deals: [], partner: { ...SIGNED, tasks } });
    expect(stage.id).toBe('onboard');
    expect(words(reason)).toBe('no deal won yet and 33 % of the onboarding tasks done');
  });

  it('is Sales motivation with one win a year, no target accounts and few registrations', () => {
    const { stage, reason } = stageOf({ deals: [won('2025-10-01', 500), ...registered(2)], partner: SIGNED });
    expect(stage.id).toBe('sales-motivation');
    expect(words(reason)).toBe('1 deal won in 12 months, 0 target accounts agreed, 2 registered deals open');
  });

  it('is Opportunity targeting with two wins and few registered deals', () => {
    const deals = [won('2025-10-01', 500), won('2025-11-01', 500), ...registered(2)];
    expect(stageOf({ deals, partner: SIGNED }).stage.id).toBe('opportunity-targeting');
  });

  it('is Pipeline activation with three registered deals and bookings in two of four quarters', () => {
    const deals = [won('2025-08-01', 500), won('2025-11-01', 500), ...registered(3)];
    const { stage, reason } = stageOf({ deals, partner: SIGNED });
    expect(stage.id).toBe('pipeline-activation');
    expect(words(reason)).toBe('bookings in 2 of the last four quarters');
  });

  it('is Support success with bookings in three of the last four completed quarters', () => {
    const deals = ['2025-05-01', '2025-08-01', '2025-11-01'].map((day) => won(day, 500));
    expect(stageOf({ deals, partner: SIGNED }).stage.id).toBe('support-success');
  });

  it('does not count bookings of the running quarter among the completed ones', () => {
    const deals = ['2025-08-01', '2025-11-01', '2026-02-01'].map((day) => won(day, 500));
    const { figures } = stageOf({ deals, partner: SIGNED });
    expect(plain(figures['quarters_with_bookings_of_last_4']!.value)).toBe(2);
  });

  it('counts a won deal whose amount nobody entered', () => {
    const { figures } = stageOf({ deals: [won('2025-08-01', undefined)], partner: SIGNED });
    expect(plain(figures['quarters_with_bookings_of_last_4']!.value)).toBe(1);
  });

  it('reads bookings from facts where no deals are loaded, and knows nothing of the deals', () => {
    const facts = ['2025-02', '2025-05', '2025-08', '2025-11'].map((period) => ({
      metric: 'bookings',
      period,
      value: 10,
    }));
    const { stage, figures } = stageOf({ facts, partner: SIGNED });
    expect(stage.id).toBe('support-success');
    expect(plain(figures['deals_won_ever']!.value)).toBe('missing: no deals imported');
  });

  it('takes a partner that sells for signed, though nobody entered the date', () => {
    const deals = ['2025-05-01', '2025-08-01', '2025-11-01'].map((day) => won(day, 500));
    const { stage, figures } = stageOf({ deals });
    expect(stage.id).toBe('support-success');
    expect(plain(figures['agreement_signed']!.value)).toBe('missing: no agreement date in partner.yaml');
  });

  it('says of a deal that became one of a registration that it is registered', () => {
    const deals = [1, 2, 3].map((number) => open('2026-05-01', 100, { id: `D-${number}` }));
    const registrations = [
      { source: 'portal', id: 'R1', deal_id: 'D-1', status: 'approved' as const },
      { source: 'portal', id: 'R2', deal_id: 'D-2', status: 'rejected' as const },
    ];
    const { figures } = stageOf({ deals, registrations, columns: ['source', 'id', 'status'], partner: SIGNED });
    expect(plain(figures['registered_open_deals']!.value)).toBe(1);
  });

  it('does not know of registrations that no file tells of', () => {
    const { figures } = stageOf({
      deals: [open('2026-05-01', 1)],
      columns: ['source', 'id', 'status'],
      partner: SIGNED,
    });
    expect(plain(figures['registered_open_deals']!.value)).toBe('missing: registrations of deals not loaded');
  });

  it('leaves wins before the agreement to whoever sold then', () => {
    const { figures } = stageOf({ deals: [won('2023-05-01', 500), won('2025-05-01', 500)], partner: SIGNED });
    expect(plain(figures['deals_won_ever']!.value)).toBe(1);
  });
});

describe('a life-stage that little is known of', () => {
  it('is Recruit without a date of signing', () => {
    const { stage, reason } = stageOf({});
    expect([stage.id, words(reason)]).toEqual(['recruit', 'no agreement date and no deals are loaded']);
  });

  it('is Onboard with one', () => {
    const { stage, reason } = stageOf({ partner: SIGNED });
    expect([stage.id, words(reason)]).toEqual(['onboard', 'the agreement is signed, the rest is not known']);
  });

  it('stays what the CAM set', () => {
    const { stage, proposed, reason } = stageOf({ partner: { life_stage: 'opportunity-targeting' } });
    expect([stage.id, proposed.id]).toEqual(['opportunity-targeting', 'opportunity-targeting']);
    expect(words(reason)).toBe('set by the CAM; too little is known to say otherwise');
  });
});

describe('a life-stage that the CAM set', () => {
  const deals = ['2025-05-01', '2025-08-01', '2025-11-01'].map((day) => won(day, 500));

  it('holds, and what the data alone says is told beside it', () => {
    const { stage, proposed, isSet, reason } = stageOf({
      deals,
      partner: { ...SIGNED, life_stage: 'pipeline-activation' },
    });
    expect([stage.id, proposed.id, isSet]).toEqual(['pipeline-activation', 'support-success', true]);
    expect(words(reason)).toBe(
      'set by the CAM; the data alone would say Support success and profitability: bookings in 3 of the last four quarters',
    );
  });

  it('is not contradicted where the data says the same', () => {
    const { reason } = stageOf({ deals, partner: { ...SIGNED, life_stage: 'support-success' } });
    expect(words(reason)).toBe('set by the CAM; bookings in 3 of the last four quarters');
  });
});

describe('a lapsed partner', () => {
  it('sold once and not for more than a year', () => {
    const { lapsed, nextActions } = stageOf({ deals: [won('2025-02-27', 500)], partner: SIGNED });
    expect([lapsed.isLapsed, words(lapsed.reason!)]).toEqual([true, '366 days since the last won deal']);
    expect(nextActions.map(({ id }) => id)).toEqual(['ask-why', 'return-offer', 'close-file']);
  });

  it('is not one on the very day of the year', () => {
    expect(stageOf({ deals: [won('2025-02-28', 500)], partner: SIGNED }).lapsed.isLapsed).toBe(false);
  });

  it('is not one that never sold, or of whose sales nothing is known', () => {
    expect(stageOf({ deals: [], partner: SIGNED }).lapsed.isLapsed).toBe(false);
    expect(stageOf({ partner: SIGNED }).lapsed.isLapsed).toBe(false);
  });

  it('is what partner.yaml says, either way', () => {
    const old = [won('2020-05-01', 500)];
    expect(stageOf({ deals: old, partner: { ...SIGNED, lapsed: false } }).lapsed).toMatchObject({
      isLapsed: false,
      isSet: true,
    });
    expect(stageOf({ deals: [], partner: { ...SIGNED, lapsed: true } }).lapsed).toMatchObject({
      isLapsed: true,
      isSet: true,
    });
  });
});

describe('a stage', () => {
  it('is recognised by its own rule whenever every figure is known', () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((days) => new Date(Date.UTC(2024, 3, 1 + days)).toISOString().slice(0, 10));
    const deals = fc.array(
      fc.tuple(day, fc.boolean(), fc.boolean()).map(([close, isWon, isRegistered]) => {
        const registration = isRegistered ? { registration_id: 'R' } : {};
        return isWon && close <= '2026-02-28' ? won(close, 100, registration) : open('2026-06-01', 100, registration);
      }),
      { maxLength: 12 },
    );
    const targets = fc.integer({ min: 0, max: 9 });
    const tasks = fc.array(fc.boolean(), { maxLength: 4 });
    fc.assert(
      fc.property(deals, targets, tasks, fc.boolean(), (rows, agreed, done, isSigned) => {
        const { figures, reason } = stageOf({
          config: givenConfig(),
          deals: isSigned ? rows : rows.filter(({ status }) => status === 'open'),
          facts: [{ metric: 'targets_agreed', period: '2026-02', value: agreed }],
          partner: {
            ...(isSigned && { agreement_signed: '2024-01-15' }),
            tasks: done.map((isDone, index) => ({
              id: `t${index}`,
              title: 'T',
              ...(isDone && { done: '2026-01-01' }),
            })),
          },
        });
        expect(words(reason)).not.toMatch(/not known|are loaded/);
        const unknown = Object.entries(figures).filter(([, { value }]) => value.kind === 'missing');
        expect(unknown.map(([name]) => name).filter((name) => name !== 'days_since_last_booking')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
