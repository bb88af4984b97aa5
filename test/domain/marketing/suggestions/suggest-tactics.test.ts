import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeCampaigns } from '../../../../src/domain/marketing/suggestions/propose-campaigns.ts';
import { startingGoals, suggestGoals } from '../../../../src/domain/marketing/suggestions/suggest-goals.ts';
import {
  earliestStart,
  suggestTactics,
  type SuggestionSetting,
  type TacticOutlook,
} from '../../../../src/domain/marketing/suggestions/suggest-tactics.ts';
import { loadTemplates } from '../../../../src/input/load-templates.ts';
import { missing, type Known } from '../../../../src/units/missing.ts';
import { formatSentence } from '../../../../src/units/format.ts';
import { addDays, daysBetween, weekday } from '../../../../src/units/plain-date.ts';
import { day } from '../../given.ts';

const library = (await loadTemplates()).values!.marketingTactics;
const QUARTER = { from: day('2026-04-01'), to: day('2026-06-30') };
const NONE = new Map<string, string>();

const outlook = (id: string, given: Partial<TacticOutlook> = {}): TacticOutlook => ({
  tactic: library.tactics.find((tactic) => tactic.id === id)!,
  ...{ totalCost: 5000, mdf: 2500, ownShare: 2500, partnerReturn: 0.5, daysToJudge: 33 },
  ...given,
});
const setting = (given: Partial<SuggestionSetting> = {}): SuggestionSetting => ({
  ...{ library, goals: ['demand-generation'], asOf: day('2026-02-28'), quarter: QUARTER },
  mdfFree: missing('no fund for the quarter'),
  ...given,
});
const idsOf = (outlooks: readonly TacticOutlook[], given: Partial<SuggestionSetting> = {}) =>
  suggestTactics(outlooks, setting(given)).map(({ tactic }) => tactic.id);
const reasonsOf = (one: TacticOutlook, given: Partial<SuggestionSetting> = {}) =>
  suggestTactics([one], setting(given))[0]!
    .reasons.map((reason) => formatSentence(reason, { locale: 'en-GB' }))
    .join('; ');

describe('the goals of a plan', () => {
  it('are those in whose areas the partner is weak', () => {
    const weak = new Map([
      ['renewals', 'Renewals'],
      ['support', 'Support'],
      ['verticals', 'Industries'],
    ]);
    expect(startingGoals(suggestGoals(library, weak), library)).toEqual([
      { id: 'loyalty', title: 'Relationship and loyalty', weak: ['Renewals', 'Support'] },
      { id: 'market-analysis', title: 'Market analysis and profiling', weak: ['Industries'] },
    ]);
  });

  it('are the one that most tactics serve where nothing is known of the partner', () => {
    expect(startingGoals(suggestGoals(library, NONE), library).map(({ id }) => id)).toEqual(['demand-generation']);
  });
});

describe('tactics for a partner', () => {
  it('stand in the order of what their own money returns where nothing else tells them apart', () => {
    expect(idsOf([outlook('search-ads', { partnerReturn: -0.2 }), outlook('webinar', { partnerReturn: 1.2 })])).toEqual(
      ['webinar', 'search-ads'],
    );
  });

  it('come first when they serve more of the goals, last when they can no longer be run in the quarter with funds', () => {
    const outlooks = ['trade-show', 'linkedin-ads', 'webinar'].map((id) => outlook(id));
    const goals = ['demand-generation', 'cross-sell-upsell'];
    expect(idsOf(outlooks, { goals })).toEqual(['webinar', 'linkedin-ads', 'trade-show']);
  });

  it('come after what the free funds pay for', () => {
    const outlooks = [outlook('webinar', { mdf: 9000, partnerReturn: 3 }), outlook('search-ads', { partnerReturn: 0 })];
    expect(idsOf(outlooks, { mdfFree: 3000 })).toEqual(['search-ads', 'webinar']);
    expect(reasonsOf(outlooks[0]!, { mdfFree: 3000 })).toContain('more MDF than is free');
  });

  it('say why: goals, return, and the first day with funds', () => {
    expect(reasonsOf(outlook('email-nurture'))).toBe('1 of 1 goal; returns 50\u00a0%');
    const goals = ['demand-generation', 'cross-sell-upsell'];
    expect(reasonsOf(outlook('trade-show', { partnerReturn: missing('no rate') }), { goals })).toBe(
      'not before 13\u00a0Jul\u00a02026 with funds; 1 of 2 goals',
    );
  });
});

describe('the first campaigns of a plan', () => {
  const propose = (ids: readonly string[], mdfFree: Known<number>, asOf = day('2026-02-28')) =>
    proposeCampaigns(
      suggestTactics(
        ids.map((id) => outlook(id)),
        setting({ mdfFree, asOf }),
      ),
      {
        ...{ prefix: 'fy26-q4', quarter: QUARTER, library, mdfFree },
      },
    );
  const some = ['webinar', 'email-nurture', 'telemarketing', 'search-ads'];

  it('are three, two weeks apart, each with the day of its verification', () => {
    expect(propose(some, 100_000)).toEqual([
      { id: 'fy26-q4-email-nurture', tactic: 'email-nurture', start: '2026-04-06', verify_on: '2026-05-25' },
      { id: 'fy26-q4-telemarketing', tactic: 'telemarketing', start: '2026-04-20', verify_on: '2026-06-08' },
      { id: 'fy26-q4-webinar', tactic: 'webinar', start: '2026-05-04', verify_on: '2026-06-22' },
    ]);
  });

  it('count with no funds where none is set up: the partner pays all of them', () => {
    const alone = propose(some, 100_000).map((campaign) => ({ ...campaign, funding_share_percent: 0 }));
    expect(propose(some, missing('no fund'))).toEqual(alone);
  });

  it('ask for no more than the free funds together', () => {
    expect(propose(some, 5000)).toHaveLength(2);
    expect(propose(some, 4999)).toHaveLength(1);
  });

  it('are one that the partner pays alone where the funds pay for none', () => {
    expect(propose(some, 100)).toMatchObject([{ tactic: 'webinar', funding_share_percent: 0 }]);
  });

  it('are none where no tactic can still be run in the quarter', () => {
    expect(propose(some, missing('no fund'), day('2026-06-15'))).toEqual([]);
  });

  it('never start before they can be prepared and funded, and always on a Monday of the quarter', () => {
    const anyDay = fc.integer({ min: -120, max: 95 }).map((days) => addDays(QUARTER.from, days));
    const { submit_days_before_first_spend: submit } = library.mdf.deadlines;
    fc.assert(
      fc.property(anyDay, fc.shuffledSubarray(library.tactics.map(({ id }) => id)), (asOf, ids) => {
        for (const { tactic: id, start } of propose(ids, missing('no fund'), asOf)) {
          const tactic = library.tactics.find((one) => one.id === id)!;
          expect(daysBetween(asOf, start)).toBeGreaterThanOrEqual(tactic.lead_time_weeks * 7);
          expect(daysBetween(asOf, addDays(start, -7 * tactic.first_spend_weeks))).toBeGreaterThanOrEqual(submit);
          expect([weekday(start), start >= QUARTER.from, start <= QUARTER.to]).toEqual([1, true, true]);
          expect(start >= earliestStart(tactic, { mdf: library.mdf, asOf, notBefore: QUARTER.from })).toBe(true);
        }
      }),
    );
  });
});
