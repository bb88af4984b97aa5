import { describe, expect, it } from 'vitest';
import { termChanges } from '../../../src/domain/marketing/agreed-terms.ts';

const WEBINAR = {
  id: 'web',
  tactic: 'webinar',
  start: '2026-04-14',
  audience: { size: 2000, who: 'clinics' },
  rates_percent: [20, 50, 40, 25],
  cost_lines: { 'Rooms, food etc.': 4000 },
};
const PLAN = {
  budget: 20_000,
  goals: [{ id: 'demand', target: 8, measure: 'qualified-leads' }, { id: 'loyalty' }],
  campaigns: [WEBINAR],
};

describe('what differs from an agreed marketing plan', () => {
  it('is named by its place, lists as a whole', () => {
    const campaigns = [
      {
        ...WEBINAR,
        audience: { size: 2400 },
        rates_percent: [20, 45, 40, 25],
        cost_lines: { 'Rooms, food etc.': 4500 },
      },
    ];
    expect(termChanges(PLAN, { ...PLAN, campaigns })).toEqual([
      { at: 'campaigns.web.audience.size', was: 2000, is: 2400 },
      { at: 'campaigns.web.audience.who', was: 'clinics' },
      { at: 'campaigns.web.rates_percent', was: '20, 50, 40, 25', is: '20, 45, 40, 25' },
      { at: 'campaigns.web.cost_lines.Rooms, food etc.', was: 4000, is: 4500 },
    ]);
  });

  it('is one change for a campaign or a goal that came or went', () => {
    const after = {
      target_revenue: 90_000,
      goals: [{ id: 'demand', target: 10, measure: 'qualified-leads' }],
      campaigns: [{ id: 'calls', tactic: 'telemarketing', start: '2026-05-04' }],
    };
    expect(termChanges(PLAN, after)).toEqual([
      { at: 'budget', was: 20_000 },
      { at: 'goals.demand', was: '8 qualified-leads', is: '10 qualified-leads' },
      { at: 'goals.loyalty', was: 'no number' },
      { at: 'campaigns.web', was: 'webinar' },
      { at: 'target_revenue', is: 90_000 },
      { at: 'campaigns.calls', is: 'telemarketing' },
    ]);
  });

  it('is not what came of it, what was asked of the funds, remarks, or another order of campaigns', () => {
    const calls = { id: 'calls', tactic: 'telemarketing', start: '2026-05-04' };
    const before = { ...PLAN, campaigns: [WEBINAR, calls] };
    const came = { actual: { on: '2026-05-30', counts: { inquiry: 12 } }, request: { fund: 'mdf' }, notes: 'loud' };
    const after = { ...before, status: 'verified', notes: 'done', campaigns: [calls, { ...WEBINAR, ...came }] };
    expect(termChanges(before, after)).toEqual([]);
  });
});
