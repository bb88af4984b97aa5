import { describe, expect, it } from 'vitest';
import { daysOfTactic, daysToLast, daysToStages } from '../../../../src/domain/marketing/history/days-of-tactic.ts';
import { leadHistory, type LeadHistorySetting } from '../../../../src/domain/marketing/history/lead-history.ts';
import { ownDays } from '../../../../src/domain/marketing/history/own-days.ts';
import type { Lead } from '../../../../src/schema/lead.ts';
import { formatSentence } from '../../../../src/units/format.ts';
import { isKnown, missing } from '../../../../src/units/missing.ts';
import { addDays, type PlainDate } from '../../../../src/units/plain-date.ts';
import { day } from '../../given.ts';

const ON = day('2026-03-31');
const STAGES = ['inquiry', 'mql', 'sal', 'sql', 'won'];
/** Days from the day a lead comes in: 7, 12, 33, 93. */
const DAYS = [0, 7, 12, 33, 93];

let made = 0;
function lead(stage: Lead['stage'] | undefined, daysAgo: number, cells: Partial<Lead> = {}): Lead {
  made += 1;
  return { source: 'marketing', id: `L${made}`, stage, created_date: addDays(ON, -daysAgo), ...cells } as Lead;
}
const several = (count: number, make: () => Lead) => Array.from({ length: count }, make);

const historyOf = (leads: readonly Lead[], changes: Partial<LeadHistorySetting> = {}) =>
  leadHistory(leads, { stages: STAGES, on: ON, daysToStages: DAYS, ...changes });
const ratesOf = (...given: Parameters<typeof historyOf>) =>
  historyOf(...given).map(({ passed, entered }) => `${passed} of ${entered}`);
const leftOutOf = (leads: readonly Lead[], step: number, changes: Partial<LeadHistorySetting> = {}) =>
  Object.fromEntries(
    historyOf(leads, changes)[step]!.records!.leftOut.map(({ reason, records }) => [reason, records.length]),
  );

describe("the partner's own rates", () => {
  it('a lead that stands at a stage has passed all before it', () => {
    const leads = [
      ...several(10, () => lead('inquiry', 200)),
      ...several(4, () => lead('mql', 200)),
      ...several(3, () => lead('sal', 200)),
      ...several(2, () => lead('sql', 200)),
      lead('won', 200),
    ];
    expect(ratesOf(leads)).toEqual(['10 of 20', '6 of 10', '3 of 6', '1 of 3']);
    expect(historyOf(leads).map(({ rate }) => rate)).toEqual([0.5, 0.6, 0.5, 1 / 3]);
  });

  it('young leads do not pull a rate down: a step counts those with time enough to its end', () => {
    const leads = [
      ...several(10, () => lead('inquiry', 200)),
      ...several(10, () => lead('mql', 200)),
      ...several(30, () => lead('inquiry', 6)),
    ];
    expect(ratesOf(leads)[0]).toBe('10 of 20');
    expect(leftOutOf(leads, 0)).toEqual({ 'too young to judge': 30 });
    expect(ratesOf([lead('inquiry', 7)])[0]).toBe('0 of 1');
    expect(ratesOf([lead('inquiry', 6)])[0]).toBe('0 of 0');
  });

  it('nor do the quick ones among them push it up', () => {
    const leads = [...several(9, () => lead('sql', 200)), lead('won', 200), ...several(5, () => lead('won', 40))];
    expect(ratesOf(leads)[3]).toBe('1 of 10');
  });

  it('a lost lead came in and went no further, as far as anybody knows: what is won of all inquiries stays right', () => {
    const leads = [...several(15, () => lead('lost', 200)), ...several(5, () => lead('won', 200))];
    expect(ratesOf(leads)).toEqual(['5 of 20', '5 of 5', '5 of 5', '5 of 5']);
    const product = historyOf(leads).reduce((share, { rate }) => share * (isKnown(rate) ? rate : 0), 1);
    expect(product).toBe(5 / 20);
  });

  it('a lost lead that had become a deal was qualified first', () => {
    expect(ratesOf([lead('lost', 200, { deal_id: 'D1' })])).toEqual(['1 of 1', '1 of 1', '1 of 1', '0 of 1']);
  });

  it('a lead whose deal is won is won, whatever the marketing system still says', () => {
    const leads = [
      lead('sql', 200, { source: 'crm', deal_id: 'D1' }),
      lead('sql', 200, { source: 'crm', deal_id: 'D2' }),
      lead(undefined, 200, { source: 'crm', deal_id: 'D3' }),
    ];
    expect(ratesOf(leads, { wonDeals: new Set(['crm:D1', 'crm:D3', 'other:D2']) })[3]).toBe('2 of 3');
  });

  it('counts what was known on the day', () => {
    const leads = [
      lead('mql', -1),
      lead('won', 200, { stage_date: day('2026-04-02') }),
      lead('mql', 200, { stage_date: ON }),
    ];
    expect(ratesOf(leads)[0]).toBe('1 of 1');
    expect(leftOutOf(leads, 0)).toEqual({ 'came in later': 1, 'its stage on the day is not known': 1 });
  });

  it('names what it leaves out, and why', () => {
    const leads = [
      lead('mql', 200, { created_date: undefined }),
      lead(undefined, 200),
      lead('sal', 200),
      lead('inquiry', 200, { company: 'Ashmere Freight' }),
    ];
    expect(leftOutOf(leads, 0)).toEqual({ 'without the day it came in': 1, 'without a stage': 1 });
    expect(leftOutOf(leads, 1)).toMatchObject({ 'did not come so far': 1 });
    expect(leftOutOf(leads, 0, { stages: ['inquiry', 'mql', 'won'], daysToStages: [0, 7, 93] })).toMatchObject({
      'at a stage the waterfall does not have': 1,
    });
    expect(historyOf(leads)[0]!.records!.counted.at(-1)).toMatch(/^L\d+ Ashmere Freight$/);
  });

  it('is unknown without leads, not zero', () => {
    expect(historyOf([])[0]!.rate).toEqual(missing('no lead has come to inquiry long enough ago'));
    expect(historyOf([lead('inquiry', 200)])[0]!.rate).toBe(0);
  });

  it('counts leads of every age where nobody knows how long a stage takes', () => {
    const daysToStages = [0, missing('no days'), 12, 33, 93];
    expect(ratesOf([lead('inquiry', 1), lead('mql', 1)], { daysToStages })[0]).toBe('1 of 2');
  });
});

describe("the partner's own days", () => {
  const after = (days: number, stage: Lead['stage'] = 'mql') => {
    const came = lead(stage, 200);
    return { ...came, stage_date: addDays(came.created_date as PlainDate, days) };
  };
  const setting = { stages: STAGES, on: ON, fromLeads: 3 };
  const daysTo = (stage: string, leads: readonly Lead[]) =>
    ownDays(leads, setting).find((each) => each.stage === stage);

  it('are the median of the leads that stand at the stage', () => {
    expect(daysTo('mql', [after(1), after(90), after(4)])).toEqual({ stage: 'mql', days: 4, leads: 3 });
    expect(daysTo('mql', [after(1), after(90), after(4), after(5)])!.days).toBe(4.5);
  });

  it('are unknown with too few of them; lost ones and those with impossible dates do not count', () => {
    const leads = [after(1), after(2), after(3, 'lost'), after(-2), after(400), lead('mql', 5)];
    expect(daysTo('mql', leads)!.days).toEqual(missing('2 own leads with their days to mql, 3 are needed'));
  });

  it('take the place of the days of the tactic, since the lead came in', () => {
    const won = [after(80, 'won'), after(80, 'won'), after(80, 'won')];
    const days = daysOfTactic({
      stages: STAGES,
      library: { days: [7, 5, 21, 60], source: 'house default' },
      tactic: { days: [14, undefined, undefined, 70], source: 'webinar' },
      plan: { days: [undefined, 6], source: 'written in the plan' },
      history: ownDays(won, setting),
    });
    expect(days.map((each) => [each.days, each.origin])).toEqual([
      [14, 'tactic'],
      [6, 'plan'],
      [21, 'library'],
      [39, 'history'],
    ]);
    expect(daysToLast(days)).toBe(80);
    expect(daysToStages(days)).toEqual([0, 14, 20, 41, 80]);
  });

  it('are as much faster or slower for another tactic as they are for the tactics of those leads', () => {
    const usual = (tactic: number) => ({ usualDays: (_: Lead, step: number) => [7, 12, 33, tactic][step] });
    const won = [after(80, 'won'), after(80, 'won'), after(80, 'won')];
    const sources = { stages: STAGES, library: { days: [7, 5, 21, 60], source: 'house default' } };
    const daysWith = (usualOfLeads: number, tactic?: readonly number[]) =>
      daysOfTactic({
        ...sources,
        tactic: tactic && { days: tactic, source: 'webinar' },
        history: ownDays(won, { ...setting, ...usual(usualOfLeads) }),
      });
    // Their leads usually take 93 days to an order and took 80; a tactic of 186 days then takes 160.
    const slow = daysWith(93, [14, 10, 42, 120]);
    expect(daysToLast(slow)).toBeCloseTo(160, 9);
    expect(slow.at(-1)!.days).toBeCloseTo(94, 9);
    expect(formatSentence(slow.at(-1)!.source, { locale: 'en-US', precision: 'full' }).replaceAll('\u00a0', ' ')).toBe(
      'own history: 80 days from inquiry, median of 3 leads × 186 ÷ 93',
    );
    // Leads of the very tactic: their days are its days.
    expect(daysToLast(daysWith(93))).toBe(80);
    expect(daysToLast(daysWith(40))).toBe(186);
  });

  it('never put an order before what comes before it', () => {
    const won = [after(10, 'won'), after(10, 'won'), after(10, 'won')];
    const days = daysOfTactic({
      stages: STAGES,
      library: { days: [7, 5, 21, 60], source: 'house default' },
      history: ownDays(won, setting),
    });
    expect(days.at(-1)).toMatchObject({ days: 0, sinceStart: 33 });
  });

  it('a step for which nobody names days makes the rest unknown', () => {
    const days = daysOfTactic({ stages: STAGES, library: { days: [7, 5], source: 'house default' } });
    expect(daysToLast(days)).toEqual(missing('no days for this step'));
    expect(daysToStages(days).slice(0, 3)).toEqual([0, 7, 12]);
  });
});
