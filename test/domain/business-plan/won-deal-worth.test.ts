import { describe, expect, it } from 'vitest';
import { wonDealWorth } from '../../../src/domain/business-plan/won-deal-worth.ts';
import { loadTemplates } from '../../../src/input/load-templates.ts';

const { planAssumptions, marketingTactics } = (await loadTemplates()).values!;
const { types } = planAssumptions;

describe('What a won deal is worth', () => {
  it('is for a reseller what the tactic library says, which was worked out from the same numbers', () => {
    const worth = wonDealWorth(types['var']!, 'new')!;
    const { revenue, margin } = marketingTactics.won_deal['new']!;
    expect(worth.revenue).toBe(revenue);
    // 24,000 x (20 % + 60 % x 5 % + 1 %) + 12,000 x 70 % x 49.4 % + 3,000 x 35 % x 60.2 %, and 25.60 a month as long as customers stay.
    const staying = (1 - (1 - 0.0135) ** 12) / 0.0135;
    expect(worth.margin).toBeCloseTo(5760 + 4149.6 + 632.1 + 25.6 * staying, 6);
    const stated = margin.product + margin.registration_and_rebate + margin.services + margin.recurring;
    expect(Math.abs(worth.margin / stated - 1)).toBeLessThan(0.005);
    expect(worth.vendorRevenue).toBeCloseTo(24000 - 5760, 6);
  });

  it('is of an add-on that of the offer whose deals are expansions, with the services sold with it', () => {
    const worth = wonDealWorth(types['var']!, 'expansion')!;
    expect(worth.offer).toBe('Add-on modules to existing customers');
    expect(worth.margin).toBeCloseTo(7000 * (0.2 + 0.3 * 0.05 + 0.01) + 2500 * 0.4 * 0.602, 6);
  });

  it('is known for the new business of every type of partner, and the partner never keeps more than customers pay but for its own work', () => {
    for (const [type, numbers] of Object.entries(types)) {
      const worth = wonDealWorth(numbers, 'new');
      expect(worth, type).toBeDefined();
      expect(worth!.revenue, type).toBeGreaterThan(0);
      expect(worth!.margin, type).toBeGreaterThan(0);
      expect(worth!.vendorRevenue, type).toBeLessThan(worth!.revenue);
    }
  });

  it('is not known where the plan has no offer of such deals', () => {
    expect(wonDealWorth(types['var']!, 'renewal')).toBeUndefined();
  });
});
