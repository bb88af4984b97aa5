import { expect, it } from 'vitest';
import { recordActuals } from '../../../../src/domain/marketing/verification/record-actuals.ts';
import { marketingPlanFileSchema } from '../../../../src/schema/marketing-plan-file.ts';
import { day } from '../../given.ts';
import { leadsAt, verifiedCase } from './given-verification.ts';

const ON = day('2026-02-28');
const webinar = { id: 'q3-webinar', tactic: 'webinar', start: '2026-01-14' };
const planOf = (changes: object = {}) =>
  marketingPlanFileSchema.parse({
    quarter: 'FY26-Q3',
    currency: 'USD',
    status: 'running',
    agreed: { on: '2025-12-01', partner: 'Mara Quellin', vendor: 'Ines Albrecht' },
    campaigns: [webinar],
    ...changes,
  });
const counted = () => verifiedCase({ leads: [...leadsAt('inquiry', 3), ...leadsAt('sql', 1)] });

it('records what was counted of a campaign that has ended, and calls the plan verified', () => {
  const plan = recordActuals(planOf(), [counted()], { on: ON });
  expect(plan.status).toBe('verified');
  expect(plan.campaigns[0]!.actual).toEqual({
    on: ON,
    source: 'counted from leads and won deals',
    counts: { inquiry: 4, mql: 1, sal: 1, sql: 1, won: 0 },
    revenue: 0,
    runs: 1,
  });
});

it('takes what was said in place of what was counted', () => {
  const said = new Map([['q3-webinar', { spend: 5400, counts: { inquiry: 60, sql: 4 } }]]);
  const { actual } = recordActuals(planOf(), [counted()], { on: ON, said }).campaigns[0]!;
  expect(actual).toMatchObject({ source: 'account manager', spend: 5400, counts: { inquiry: 60, sql: 4 } });
});

it('leaves what the file says already, what has not ended, and what nobody counted', () => {
  const actual = { on: '2026-02-20', counts: { sql: 2 } };
  const typed = planOf({ campaigns: [{ ...webinar, actual }] });
  expect(recordActuals(typed, [counted()], { on: ON }).campaigns).toEqual(typed.campaigns);
  const running = verifiedCase({ on: '2026-01-14', leads: leadsAt('inquiry', 3) });
  for (const campaign of [running, verifiedCase()])
    expect(recordActuals(planOf(), [campaign], { on: ON })).toEqual(planOf());
});

it('never calls a draft verified', () => {
  const draft = planOf({ status: 'draft', agreed: undefined });
  expect(recordActuals(draft, [counted()], { on: ON }).status).toBe('draft');
});
