import type { PerformanceInput } from '../../src/domain/performance/basis.ts';
import { computePerformance, type Performance } from '../../src/domain/performance/performance.ts';
import { reviewOf } from '../../src/domain/review.ts';
import { tierStanding, type TierStanding } from '../../src/domain/tiers/tier-standing.ts';
import { adjustmentsSchema, type Adjustment } from '../../src/schema/adjustments.ts';
import { camConfigSchema, type CamConfig } from '../../src/schema/cam-config.ts';
import { DEAL_COLUMNS, type Deal } from '../../src/schema/deal.ts';
import type { Fact } from '../../src/schema/fact.ts';
import { partnerSchema, type Target } from '../../src/schema/partner.ts';
import type { Snapshot } from '../../src/schema/snapshot.ts';
import type { PartnerFiles } from '../../src/schema/territory.ts';
import { tiersSchema } from '../../src/schema/tiers.ts';
import {
  parseFiscalQuarter,
  parseFiscalYear,
  type FiscalQuarter,
  type FiscalYear,
} from '../../src/units/fiscal-quarter.ts';
import { parsePlainDate, type PlainDate } from '../../src/units/plain-date.ts';
import { numberIn, type Value } from '../../src/units/value.ts';

/** A day; a day that does not exist is a mistake of the test. */
export function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new Error(`${text} is no day`);
  return date;
}

export function quarter(text: string): FiscalQuarter {
  const parsed = parseFiscalQuarter(text);
  if (parsed === undefined) throw new Error(`${text} is no quarter`);
  return parsed;
}

export function year(text: string): FiscalYear {
  const parsed = parseFiscalYear(text);
  if (parsed === undefined) throw new Error(`${text} is no fiscal year`);
  return parsed;
}

/** A July year in dollars, named after its end, unless the case says otherwise. */
export function givenConfig(changes: Readonly<Record<string, unknown>> = {}): CamConfig {
  return camConfigSchema.parse({
    vendor: { name: 'Quillmere Systems' },
    cam: { name: 'Ines Albrecht' },
    currency: 'USD',
    fiscal_year: { start_month: 7 },
    stages: [
      { name: 'Qualify', status: 'open' },
      { name: 'Proposal', status: 'open' },
      { name: 'Closed Won', status: 'won' },
      { name: 'Closed Lost', status: 'lost' },
    ],
    ...changes,
  });
}

type DealCells = Omit<Partial<Deal>, 'close_date' | 'created_date' | 'last_activity'> & {
  readonly close_date?: string;
  readonly created_date?: string;
  readonly last_activity?: string;
};

let dealNumber = 0;

/** An open deal of 1,000 unless the case says otherwise. */
export function givenDeal(cells: DealCells = {}): Deal {
  dealNumber += 1;
  return { source: 'crm', id: `D${dealNumber}`, status: 'open', amount: 1000, ...cells } as Deal;
}

/** A deal won on a day. */
export function won(close_date: string, amount: number | undefined, cells: DealCells = {}): Deal {
  return givenDeal({ status: 'won', close_date, ...cells, amount } as DealCells);
}

/** A deal lost on a day. */
export function lost(close_date: string, amount: number | undefined, cells: DealCells = {}): Deal {
  return givenDeal({ status: 'lost', close_date, ...cells, amount } as DealCells);
}

/** An open deal expected to close on a day. */
export function open(close_date: string, amount: number | undefined, cells: DealCells = {}): Deal {
  return givenDeal({ status: 'open', close_date, ...cells, amount } as DealCells);
}

/** A target as it was agreed; the first day of 2025 unless the case says otherwise. */
export function givenTarget(target: {
  readonly fiscal_year?: string;
  readonly agreed?: string;
  readonly annual?: number;
  readonly quarters?: readonly number[];
  readonly months?: readonly number[];
}): Target {
  return partnerSchema.parse({
    name: 'Acme',
    type: 'var',
    targets: [{ fiscal_year: 'FY26', agreed: '2025-01-01', ...target }],
  }).targets[0]!;
}

/** A correction of 12,000 for January 2026, accepted on 10 February, unless the case says otherwise. */
export function givenAdjustment(changes: Readonly<Record<string, unknown>> = {}): Adjustment {
  const entry = {
    id: 'adj-1',
    kind: 'correction',
    figure: 'bookings',
    month: '2026-01',
    amount: 12_000,
    reason: 'Two invoices were booked on another account',
    side: 'partner',
    by: 'Mara Quellin',
    recorded: '2026-02-03',
    status: 'accepted',
    settled: '2026-02-10',
    ...changes,
  };
  return adjustmentsSchema.parse({ adjustments: [entry] }).adjustments[0]!;
}

export interface Case {
  /** Undefined: no deals were loaded. */
  readonly deals?: readonly Deal[] | undefined;
  readonly columns?: readonly (keyof Deal)[];
  readonly facts?: readonly Fact[];
  readonly targets?: readonly Target[];
  readonly partner?: Readonly<Record<string, unknown>>;
  readonly config?: CamConfig;
  readonly asOf?: string;
  readonly quarter?: string;
  readonly adjustments?: readonly Adjustment[];
  readonly businessPlans?: PartnerFiles['businessPlans'];
  /** What earlier exports said. */
  readonly snapshots?: readonly Snapshot[];
  /** Days of the partner's exports. */
  readonly exports?: readonly string[];
}

/** One partner's performance on 28 February 2026, the middle of FY26-Q3, unless the case says otherwise. */
export function performanceOf(given: Case): Performance {
  return computePerformance(inputOf(given));
}

/** The tier review of that partner by a program of these tiers; the first is the partner's unless the case says otherwise. */
export function tierStandingOf(given: TierCase): TierStanding {
  const tiers = tiersSchema.parse({
    ...PROGRAM,
    tiers: given.tiers,
    metrics: { ...PROGRAM.metrics, ...given.metrics },
  });
  const partner = { tier: tiers.tiers[0]!.id, ...given.partner };
  const standing = tierStanding({
    ...inputOf({ ...given, partner }),
    tiers,
    assumed: new Map(Object.entries(given.assumed ?? {})),
  });
  if (!standing) throw new Error('the partner has no tier of the program');
  return standing;
}

interface TierCase extends Case {
  readonly tiers: readonly Readonly<Record<string, unknown>>[];
  readonly metrics?: Readonly<Record<string, unknown>>;
  readonly assumed?: Readonly<Record<string, number>>;
}

const PROGRAM = {
  id: 'program',
  title: 'Program',
  currency: 'USD',
  source: 'invented',
  review: { day: 'last day of the fiscal year', mid_year_warning_month: 6, grace_days: 90 },
  rates: {},
  metrics: {
    net_bookings: { unit: 'amount', short: 'bookings' },
    services_revenue: { unit: 'amount' },
    sales_certified_people: { unit: 'count' },
    technical_certified_people: { unit: 'count' },
    business_plan_agreed: { unit: 'yes-no' },
    qbrs_held: { unit: 'count' },
    csat_score: { unit: 'score-100' },
    onboarding_tasks_ratio: { unit: 'ratio' },
  },
  worth_formula: 'product_new * (next.base_margin - now.base_margin)',
  loss_formula: 'product_new * (now.base_margin - below.base_margin)',
};

/** The page input of that partner. */
export function inputOf(given: Case): PerformanceInput {
  const config = given.config ?? givenConfig();
  return {
    files: filesOf(given),
    deals: given.deals,
    config,
    review: reviewOf({
      calendar: { startMonth: config.fiscal_year.start_month, namedAfter: config.fiscal_year.named_after },
      asOf: day(given.asOf ?? '2026-02-28'),
      exports: (given.exports ?? []).map(day),
      ...(given.quarter !== undefined && { quarter: quarter(given.quarter) }),
    }),
  };
}

function filesOf(given: Case): PartnerFiles {
  const { deals, columns, facts, targets, partner, snapshots, adjustments, businessPlans } = given;
  return {
    id: 'acme',
    partner: { ...partnerSchema.parse({ name: 'Acme', type: 'var', ...partner }), targets: [...(targets ?? [])] },
    qbr: new Map(),
    snapshots: snapshots ?? [],
    ...(adjustments && { adjustments }),
    ...(businessPlans && { businessPlans }),
    ...(deals && {
      deals: { path: 'partners/acme/deals.csv', columns: new Set(columns ?? DEAL_COLUMNS), rows: deals },
    }),
    ...(facts && {
      facts: { path: 'partners/acme/facts.csv', columns: new Set(['metric', 'period', 'value'] as const), rows: facts },
    }),
  };
}

/** The bare number of a value; its reason when it is missing. */
export function plain(value: Value): number | boolean | string {
  if (value.kind === 'flag') return value.flag;
  if (value.kind === 'missing') return `missing: ${value.reason}`;
  const number = numberIn(value);
  if (number === undefined) throw new Error(`no plain number in a ${value.kind}`);
  return number;
}
