import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marketingCalendar, type ScheduledCampaign } from '../../../src/domain/marketing/calendar.ts';
import { weekOf, weeksOfQuarter } from '../../../src/domain/marketing/quarter-weeks.ts';
import { marketingPlanFileSchema } from '../../../src/schema/marketing-plan-file.ts';
import { rangeOfQuarter } from '../../../src/domain/fiscal-calendar.ts';
import { addDays, daysBetween, weekday } from '../../../src/units/plain-date.ts';
import { loadTemplates } from '../../../src/input/load-templates.ts';
import { day, year as fiscalYear } from '../given.ts';

const { values: shipped } = await loadTemplates();

describe('the weeks of a quarter', () => {
  it('are thirteen for any quarter of any vendor, hold every day once and begin on Mondays', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 2000, max: 2099 }),
        fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
        (startMonth, year, quarter) => {
          const range = rangeOfQuarter({ year: fiscalYear(`FY${year}`), quarter }, { startMonth, namedAfter: 'end' });
          const weeks = weeksOfQuarter(range);
          expect(weeks).toHaveLength(13);
          expect([weeks[0]!.from, weeks.at(-1)!.to]).toEqual([range.from, range.to]);
          for (const [index, week] of weeks.entries()) {
            if (index > 0) expect([week.from, weekday(week.from)]).toEqual([addDays(weeks[index - 1]!.to, 1), 1]);
            expect(daysBetween(week.from, week.to)).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });

  it('take a stub of three days into the first week and make one of four days a week of its own', () => {
    const weeks = (from: string, to: string) => weeksOfQuarter({ from: day(from), to: day(to) });
    // 1 April 2026 is a Wednesday: five days before the first Monday.
    expect(weeks('2026-04-01', '2026-06-30').slice(0, 2)).toEqual([
      { from: '2026-04-01', to: '2026-04-05' },
      { from: '2026-04-06', to: '2026-04-12' },
    ]);
    // 1 January 2027 is a Friday: three days before it.
    expect(weeks('2027-01-01', '2027-03-31')[0]).toEqual({ from: '2027-01-01', to: '2027-01-10' });
    expect(weekOf(day('2026-03-31'), weeks('2026-04-01', '2026-06-30'))).toBe('before');
    expect(weekOf(day('2026-06-30'), weeks('2026-04-01', '2026-06-30'))).toBe(13);
    expect(weekOf(day('2026-07-01'), weeks('2026-04-01', '2026-06-30'))).toBe('after');
  });
});

describe('the calendar of a marketing plan', () => {
  const library = shipped!.marketingTactics;
  const quarter = { from: day('2026-04-01'), to: day('2026-06-30') };
  const planOf = (campaign: object, rest: object = {}) =>
    marketingPlanFileSchema.parse({
      ...{ quarter: 'FY26-Q4', currency: 'USD', reviews: { owner: 'Rhea', dates: ['2026-05-18'] } },
      campaigns: [{ id: 'web-1', tactic: 'webinar', start: '2026-05-04', owner: 'Jon', ...campaign }],
      ...rest,
    });
  const scheduled = (plan: ReturnType<typeof planOf>): ScheduledCampaign[] =>
    plan.campaigns.map((campaign) => ({
      campaign,
      tactic: library.tactics.find(({ id }) => id === campaign.tactic)!,
      title: 'Webinar',
      start: campaign.start,
      end: campaign.end ?? campaign.start,
      firstSpend: addDays(campaign.start, -21),
      fundingShare: (campaign.funding_share_percent ?? 50) / 100,
    }));
  const calendarOf = (plan: ReturnType<typeof planOf>, asOf = '2026-02-28') =>
    marketingCalendar(scheduled(plan), { plan, library, quarter, asOf: day(asOf) });
  const linesOf = (plan: ReturnType<typeof planOf>, asOf?: string) =>
    calendarOf(plan, asOf).steps.map(({ on, week, kind, state }) => `${on} ${week} ${kind} ${state}`);
  const agreed = { status: 'agreed', agreed: { on: '2026-02-20', partner: 'Rhea', vendor: 'Ines' } };

  it('counts back from the run for preparation and the request, and on from its end for what follows', () => {
    expect(linesOf(planOf({ verify_on: '2026-08-31' }))).toEqual([
      '2026-03-23 before preparation ahead',
      '2026-03-23 before request ahead',
      '2026-04-13 3 preparation ahead',
      '2026-04-13 3 first-spend ahead',
      '2026-04-20 4 preparation ahead',
      '2026-04-27 5 preparation ahead',
      '2026-05-04 6 run ahead',
      '2026-05-06 6 follow-up ahead',
      '2026-05-18 8 results ahead',
      '2026-05-18 8 review ahead',
      '2026-06-18 12 claim ahead',
      '2026-08-31 after verify ahead',
    ]);
  });

  it('names who sees to each step, and says of the run what it needs', () => {
    const { steps } = calendarOf(planOf({ follow_up: { owner: 'Mia', days: 5 } }));
    expect(steps.find(({ kind }) => kind === 'run')).toMatchObject({
      campaign: 'web-1',
      who: 'Jon',
      what: 'Hold it; send the recording and call within 5 days',
    });
    expect(steps.find(({ kind }) => kind === 'follow-up')).toMatchObject({ on: '2026-05-11', who: 'Mia' });
    expect(steps.find(({ kind }) => kind === 'review')).toMatchObject({ who: 'Rhea' });
  });

  it('asks for no funds where the partner pays all, nor where a request was declined', () => {
    const kinds = (campaign: object) => calendarOf(planOf(campaign)).steps.map(({ kind }) => kind);
    for (const campaign of [
      { funding_share_percent: 0 },
      { request: { fund: 'mdf', status: 'declined', reason: 'no money' } },
    ])
      expect(kinds(campaign)).not.toEqual(expect.arrayContaining(['request']));
  });

  it('calls what a draft should have begun by now late', () => {
    const late = linesOf(planOf({}), '2026-03-30').filter((line) => line.endsWith('late'));
    expect(late).toEqual(['2026-03-23 before preparation late', '2026-03-23 before request late']);
  });

  it('of an agreed plan calls late only what would be written in it', () => {
    const asOf = '2026-07-01';
    expect(linesOf(planOf({}, agreed), asOf).filter((line) => line.endsWith('late'))).toEqual([
      '2026-03-23 before request late',
      '2026-05-18 8 results late',
      '2026-06-18 12 claim late',
    ]);
    const done = {
      request: { fund: 'mdf', status: 'claimed', submitted: '2026-03-01', claim_by: '2026-06-10' },
      claim: { date: '2026-06-01', actual_cost: 5000 },
      actual: { on: '2026-05-20', spend: 5000 },
    };
    const lines = linesOf(planOf(done, agreed), asOf);
    expect(lines.filter((line) => line.endsWith('late'))).toEqual([]);
    expect(lines).toContain('2026-06-10 11 claim done');
  });

  it('does not know yet what was handed in later', () => {
    const handedIn = {
      request: { fund: 'mdf', status: 'claimed', submitted: '2026-03-25' },
      claim: { date: '2026-06-01', actual_cost: 5000 },
      actual: { on: '2026-05-20', spend: 5000 },
    };
    const done = (asOf: string) => linesOf(planOf(handedIn, agreed), asOf).filter((line) => line.endsWith('done'));
    expect(done('2026-03-24')).toEqual([]);
    expect(done('2026-03-25')).toEqual(['2026-03-23 before request done']);
    expect(done('2026-05-31')).toEqual(expect.arrayContaining(['2026-05-18 8 results done']));
    expect(done('2026-05-31').join()).not.toContain('claim');
    expect(done('2026-06-01')).toContain('2026-06-18 12 claim done');
  });

  it('counts the days until a lead is called without weekends', () => {
    const { steps } = calendarOf(planOf({ start: '2026-05-07' }));
    expect(steps.find(({ kind }) => kind === 'follow-up')?.on).toBe('2026-05-11');
  });
});
