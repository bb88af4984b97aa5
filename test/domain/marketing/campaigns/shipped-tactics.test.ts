import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addResults, forecastCampaign } from '../../../../src/domain/marketing/campaigns/campaign-forecast.ts';
import { plannedCampaign } from '../../../../src/domain/marketing/campaigns/planned-campaign.ts';
import { loadTemplates } from '../../../../src/input/load-templates.ts';
import { marketingPlanFileSchema } from '../../../../src/schema/marketing-plan-file.ts';
import { plain, quarter } from '../../given.ts';

interface Worked {
  readonly total_cost: number;
  readonly inquiries: number;
  readonly won: number;
  readonly days_to_won: number;
  readonly margin: number;
  readonly partner_share: number;
  readonly partner_roi: number;
}

interface WorkedFile {
  readonly tactics: Readonly<Record<string, Worked>>;
  readonly mix: Omit<Worked, 'inquiries' | 'won' | 'days_to_won'> & {
    readonly tactics: readonly string[];
    readonly roi_before_funding: number;
    readonly partner_roi_conservative: number;
  };
}

const worked = parse(readFileSync(new URL('worked-tactics.yaml', import.meta.url), 'utf8')) as WorkedFile;
const library = (await loadTemplates()).values!.marketingTactics;
const currency = 'USD';

/** One run as the library has it, in a plan that says nothing else. */
function oneRun(tactic: string) {
  const plan = marketingPlanFileSchema.parse({
    quarter: 'FY26-Q4',
    currency,
    campaigns: [{ id: `${tactic}-1`, tactic, start: '2026-05-04' }],
  });
  return forecastCampaign(plannedCampaign(plan.campaigns[0]!, { plan, library, rate: 1 }), {
    library,
    quarter: quarter('FY26-Q4'),
    calendar: { startMonth: 7, namedAfter: 'end' },
    currency,
  });
}

describe('the shipped tactics, one run each', () => {
  it('are all worked by hand', () => {
    expect(Object.keys(worked.tactics)).toEqual(library.tactics.map(({ id }) => id));
  });

  it.each(Object.entries(worked.tactics))('%s comes to what was worked by hand', (id, expected) => {
    const { base, ...run } = oneRun(id);
    expect(run.totalCost).toBe(expected.total_cost);
    expect(run.inquiries).toBeCloseTo(expected.inquiries, 9);
    expect(base.won).toBeCloseTo(expected.won, 9);
    expect(run.daysToWon).toBe(expected.days_to_won);
    expect(Math.round(Number(base.margin))).toBe(expected.margin);
    expect(run.ownShare).toBe(expected.partner_share);
    expect(Number(plain(base.returns.return_partner.value)).toFixed(2)).toBe(expected.partner_roi.toFixed(2));
  });

  it.each(library.tactics.map(({ id }) => id))('%s costs per lead what its cost lines and its response say', (id) => {
    const { totalCost, inquiries, tactic } = oneRun(id);
    const costPerLead = Number(totalCost) / Number(inquiries);
    expect(Math.abs(costPerLead - tactic.cost_per_lead!.value)).toBeLessThan(0.05);
  });
});

describe('the mix of four tactics', () => {
  it('carries itself before any funding, and pays the partner back even in the conservative case', () => {
    const { mix } = worked;
    const runs = mix.tactics.map(oneRun);
    const stages = library.waterfall.stages.map(({ id }) => id);
    const base = addResults(
      runs.map((run) => run.base),
      { stages, currency },
    );
    const conservative = addResults(
      runs.map((run) => run.conservative),
      { stages, currency },
    );
    const shown = (value: Parameters<typeof plain>[0]) => Number(plain(value)).toFixed(2);
    expect(base.money).toMatchObject({ totalCost: mix.total_cost, ownShare: mix.partner_share });
    expect(Math.round(Number(base.margin))).toBe(mix.margin);
    expect(shown(base.returns.return_partner.value)).toBe(mix.partner_roi.toFixed(2));
    expect(shown(base.returns.return_before_funding.value)).toBe(mix.roi_before_funding.toFixed(2));
    expect(shown(conservative.returns.return_partner.value)).toBe(mix.partner_roi_conservative.toFixed(2));
  });
});
