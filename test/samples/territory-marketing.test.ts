import { describe, expect, it } from 'vitest';
import { artifactInput, partnerById } from '../../src/app/pages/partner-pages.ts';
import { reviewMarketing } from '../../src/artifacts/marketing-plan/index.ts';
import { fundClaimants } from '../../src/domain/marketing/funds/fund-claimants.ts';
import { countAt } from '../../src/domain/marketing/waterfall/waterfall.ts';
import { formatFiscalQuarter } from '../../src/units/fiscal-quarter.ts';
import { openSample } from '../artifacts/sample-pages.ts';
import { numbers } from './read-sample.ts';

const workspace = await openSample();
const { partners, marketingTactics } = workspace.territory;
const claims = fundClaimants(partners, marketingTactics, workspace.asOf).filter(
  ({ state }) => state === 'claimed' || state === 'paid',
);

describe.each(numbers.partners)('what the marketing plans of $id come to', ({ id, campaigns, 'mdf_FY26-Q3': mdf }) => {
  const input = artifactInput(workspace, partnerById(workspace, id));
  const review = reviewMarketing(input);

  it('is the number of campaigns, the spend and the qualified leads, came and planned, that are stated', () => {
    if (campaigns === null) {
      expect(review).toBeUndefined();
      return;
    }
    const { planned, actual, campaigns: run } = review!.verified;
    const judged = input.marketingTactics.waterfall.judged_at;
    const nothing = [0, 0, 0];
    const totals = [actual.money.totalCost, countAt(actual.counts, judged), countAt(planned.counts, judged)];
    const [spent, came, wanted] = run.length === 0 ? nothing : totals;
    expect([run.length, spent, came]).toEqual(campaigns.slice(0, 3));
    expect(wanted).toBeCloseTo(campaigns[3]!, 9);
  });

  it('claims the part of the funds of the quarter that is stated as used', () => {
    const claimed = claims.filter(
      ({ partner, quarter }) => partner === id && formatFiscalQuarter(quarter) === 'FY26-Q3',
    );
    expect(claimed.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(mdf?.used ?? 0);
  });
});
