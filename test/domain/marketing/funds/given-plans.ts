import { openSample } from '../../../artifacts/sample-pages.ts';
import { fundsSchema, type Fund } from '../../../../src/schema/funds.ts';
import {
  marketingPlanFileSchema,
  type Campaign,
  type MarketingPlan,
} from '../../../../src/schema/marketing-plan-file.ts';
import { partnerSchema } from '../../../../src/schema/partner.ts';
import type { PartnerFiles } from '../../../../src/schema/territory.ts';

const { territory } = await openSample();

/** The library that ships with the product. */
export const library = territory.marketingTactics;

type Written = Readonly<Record<string, unknown>>;

/** A webinar of 5,400 on 12 May 2026 that asks a fund for half of it, with what a case says otherwise. */
export function webinar(changes: Written = {}): Written {
  return { id: 'spring-webinar', tactic: 'webinar', start: '2026-05-12', ...changes };
}

/** A request as it stands in a file. */
export function request(changes: Written = {}): Written {
  return { fund: 'pool', status: 'submitted', submitted: '2026-03-02', amount_requested: 2700, ...changes };
}

/** The plan of FY26-Q4, in dollars, with these campaigns. */
export function marketingPlan(campaigns: readonly Written[], changes: Written = {}): MarketingPlan {
  return marketingPlanFileSchema.parse({ quarter: 'FY26-Q4', currency: 'USD', campaigns, ...changes });
}

export function firstCampaign(plan: MarketingPlan): Campaign {
  return plan.campaigns[0]!;
}

/** A partner with its plans and no other files. */
export function partnerWithPlans(id: string, plans: readonly MarketingPlan[], changes: Written = {}): PartnerFiles {
  const partner = partnerSchema.parse({ name: `${id[0]!.toUpperCase()}${id.slice(1)}`, type: 'var', ...changes });
  return { id, partner, qbr: new Map(), snapshots: [], marketingPlans: plans };
}

/** A fund of FY26-Q4 for all partners, unless the case says otherwise. */
export function fund(changes: Written = {}): Fund {
  return fundsSchema.parse({ funds: [{ id: 'pool', period: 'FY26-Q4', approved: 10000, used: 0, ...changes }] })
    .funds[0]!;
}
