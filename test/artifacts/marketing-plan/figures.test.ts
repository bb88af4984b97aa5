import { describe, expect, it } from 'vitest';
import { marketingFigures, marketingPlan } from '../../../src/artifacts/marketing-plan/index.ts';
import type { Lead } from '../../../src/schema/lead.ts';
import { marketingPlanFileSchema } from '../../../src/schema/marketing-plan-file.ts';
import { formatSentence } from '../../../src/units/format.ts';
import { addDays } from '../../../src/units/plain-date.ts';
import { day, quarter } from '../../domain/given.ts';
import { givenInput } from '../given-input.ts';

const WEBINAR = { id: 'web-1', tactic: 'webinar', start: '2026-05-20' };
const RENEWALS = { id: 'ren', tactic: 'renewal-upsell', start: '2026-04-06', response_rate_percent: 12.5 };

const FILES = ['partners/acme/marketing/FY26-Q4.yaml', 'templates/marketing-tactics.yaml'];

/** Forty leads of a year ago, ten of them qualified. */
const LEADS = Array.from(
  { length: 40 },
  (_, index) =>
    ({
      source: 'marketing',
      id: `L${index}`,
      stage: index < 10 ? 'mql' : 'inquiry',
      created_date: addDays(day('2025-03-01'), index),
    }) as Lead,
);

function resultOf(campaigns: readonly object[], { leads = [] }: { readonly leads?: readonly Lead[] } = {}) {
  const input = givenInput();
  const plan = marketingPlanFileSchema.parse({ quarter: 'FY26-Q4', currency: 'USD', campaigns });
  const columns = new Set(['id', 'stage', 'created_date'] as const);
  return marketingPlan.compute(
    {
      ...input,
      plannedQuarter: quarter('FY26-Q4'),
      files: {
        ...input.files,
        marketingPlans: [plan],
        ...(leads.length > 0 && { leads: { path: 'partners/acme/leads.csv', columns, rows: leads } }),
      },
    },
    undefined,
  );
}

const figuresOf = (...given: Parameters<typeof resultOf>) => marketingFigures(resultOf(...given));
const told = (words: readonly (Parameters<typeof formatSentence>[0] | undefined)[] = []) =>
  words.map((each) => each && formatSentence(each, { locale: 'en-US', precision: 'full' }).replaceAll('\u00a0', ' '));

describe('why a figure of the marketing plan is what it is', () => {
  it('every one has the very value of the page, a formula and its files', () => {
    const result = resultOf([WEBINAR, RENEWALS]);
    const figures = marketingFigures(result);
    for (const [name, { value, evidence }] of Object.entries(figures)) {
      expect(evidence.formula, name).not.toBe('');
      expect(told(evidence.sources).slice(0, 2), name).toEqual(FILES);
      if (name.startsWith('marketing_')) expect(value, name).toBe(result.values[name.replace('marketing_', '')]);
    }
    expect(Object.keys(figures).length).toBeGreaterThan(35);
  });

  it('a sum names its campaigns, and the conservative case', () => {
    const { marketing_mql: qualified } = figuresOf([WEBINAR, RENEWALS]);
    // 60 × 17.5 % and 37.5 × 40 %; conservative 60 × 10 % + 37.5 × 22.9 %
    expect(told(qualified!.evidence.parts)).toEqual(['Webinar: 10.5', 'Renewal and upsell campaign: 15']);
    expect(told(qualified!.evidence.beside)).toEqual(['conservative case: 14.6']);
  });

  it('the first stage of a campaign says how many are spoken to and what share answers, with where that is from', () => {
    const { campaign_ren_inquiry: answers, campaign_web_1_inquiry: invited } = figuresOf([WEBINAR, RENEWALS]);
    expect(told([answers!.evidence.workings])).toEqual([
      '300 customers with a contract ending in 180 days × 12.5% (plan)',
    ]);
    expect(told([invited!.evidence.workings])).toEqual(['1,500 invited contacts × 4% (house default)']);
  });

  it('or what is spent and what an answer costs', () => {
    const { campaign_web_1_inquiry: answers } = figuresOf([{ ...WEBINAR, cost_per_lead: 108 }]);
    expect(answers!.value).toEqual({ kind: 'count', count: 50 });
    expect(told([answers!.evidence.workings])).toEqual(['$5,400 ÷ $108 (plan)']);
  });

  it('a rate from own leads counts them one by one', () => {
    const { campaign_web_1_mql_rate: own, campaign_web_1_sal_rate: usual } = figuresOf([WEBINAR], { leads: LEADS });
    expect(own!.value).toMatchObject({ kind: 'share', ratio: 0.25 });
    expect(told([own!.evidence.workings])).toEqual(['own history: 10 of 40 leads']);
    expect(own!.evidence.records!.counted).toHaveLength(40);
    expect(told(own!.evidence.sources)).toContain('partners/acme/leads.csv');
    // Ten leads came to the second step: too few.
    expect(usual!.evidence.records).toBeUndefined();
    expect(usual!.evidence.rule).toContain('from 20 leads at the step');
  });

  it('revenue says in which quarters it comes, across the year end too', () => {
    const { marketing_revenue: revenue } = figuresOf([WEBINAR, RENEWALS]);
    // 0.7875 × 24,000 in August; 37.5 × 40 % × 70 % × 70 % × 40 % × 7,000 on 22 May
    expect(told(revenue!.evidence.beside).slice(1)).toEqual(['won in FY26-Q4: $20,580', 'won in FY27-Q1: $18,900']);
  });

  it('revenue says when it comes', () => {
    const { campaign_web_1_revenue: revenue, campaign_web_1_days_to_won: days } = figuresOf([WEBINAR]);
    expect(told(revenue!.evidence.beside)).toEqual([
      'in the quarter: $0, later: $18,900',
      'leads come on May 20, 2026 and are won 93 days later',
    ]);
    expect(told(days!.evidence.parts)[3]).toBe('Won: 60 days (house default)');
  });
});
