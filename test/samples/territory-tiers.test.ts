import { describe, expect, it } from 'vitest';
import { openWorkspace } from '../../src/app/territory/open-workspace.ts';
import { artifactInput } from '../../src/app/pages/partner-pages.ts';
import { tierStanding, type PathStanding } from '../../src/domain/tiers/tier-standing.ts';
import { isKnown, type Known } from '../../src/units/missing.ts';
import { plainDate } from '../../src/units/plain-date.ts';
import { numbers, TERRITORY, type OpenRequirements } from './read-sample.ts';

const workspace = await openWorkspace({
  currentFolder: TERRITORY,
  workspace: TERRITORY,
  today: plainDate(2026, 11, 22)!,
});

describe('the tier review of the sample territory', () => {
  it.each(numbers.partners.map((partner) => [partner.id, partner] as const))('%s', (id, partner) => {
    const files = workspace.territory.partners.find((candidate) => candidate.id === id)!;
    const standing = tierStanding({ ...artifactInput(workspace, files), tiers: workspace.territory.tiers })!;
    expect({
      path: standing.current.path.id,
      open: openOf(standing.current.path),
      worth_kept: amountOf(standing.kept?.amount),
      ...(standing.next
        ? {
            next_path: standing.next.path.id,
            next_open: openOf(standing.next.path),
            next_worth: amountOf(standing.gained?.amount),
          }
        : { next: 'none' }),
    }).toEqual(partner.tier_at_review);
    expect(standing.reviewDay).toBe(numbers.tier_review_date);
  });
});

function openOf({ open }: PathStanding): OpenRequirements {
  return Object.fromEntries(
    open.map(({ id, status, left, unit }) => [
      id,
      unit === 'yes-no' || !isKnown(left) ? [status] : [status, Math.round(left * 1e4) / 1e4],
    ]),
  ) as OpenRequirements;
}

function amountOf(amount: Known<number> | undefined): number | null {
  return amount === undefined || !isKnown(amount) ? null : Math.round(amount * 100) / 100;
}
