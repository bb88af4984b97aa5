import { describe, expect, it } from 'vitest';
import { startingPoint } from '../../../src/artifacts/business-plan/from-history/starting-point.ts';
import { tierTerms } from '../../../src/artifacts/business-plan/tier-terms.ts';
import { givenInput } from '../given-input.ts';

const { planAssumptions, tiers } = givenInput({});
const termsOf = (type: string, tier?: string, program = tiers) =>
  tierTerms(planAssumptions, { type, tier }, program).map(({ id, field, value, short }) => [id, field, value, short]);

describe('what the program pays a partner of a tier', () => {
  it('is the registration margin and the rebate of every offer', () => {
    expect(termsOf('var', 'platinum')).toEqual([
      ['platform', 'registration_margin_percent', 5, 'Platinum tier'],
      ['platform', 'rebate_percent', 2, 'Platinum tier'],
      ['add-ons', 'registration_margin_percent', 5, 'Platinum tier'],
      ['add-ons', 'rebate_percent', 2, 'Platinum tier'],
    ]);
  });

  it('is not what an offer does not earn, and nothing for those who sell on other terms', () => {
    expect(termsOf('isv', 'gold')).toEqual([['solution', 'registration_margin_percent', 5, 'Gold tier']]);
    expect([termsOf('msp', 'gold'), termsOf('distributor', 'gold')]).toEqual([[], []]);
  });

  it('is unknown without a tier, and where the tier does not say', () => {
    expect([termsOf('var'), termsOf('var', 'no-such-tier')]).toEqual([[], []]);
    const silent = structuredClone(tiers);
    delete silent.tiers.find(({ id }) => id === 'gold')!.rebate_percent;
    expect(termsOf('isv', 'gold', silent)).toHaveLength(1);
    expect(termsOf('var', 'gold', silent).map(([, field]) => field)).not.toContain('rebate_percent');
  });

  it('stands in the plan with the tier as its source; no rebate in the lowest tier is a rebate of 0', () => {
    const start = startingPoint(givenInput({ partner: { type: 'var', tier: 'registered' } }));
    const line = start.assumptions.types['var']!.product_lines['platform']!;
    expect(line).toMatchObject({ registration_margin_percent: 4, rebate_percent: 0 });
    expect(start.assumptions.sources[line.source_of!['rebate_percent']!]).toEqual({
      short: 'Registered tier',
      text: 'rebate of the Registered tier, Demo partner program',
    });
  });
});
