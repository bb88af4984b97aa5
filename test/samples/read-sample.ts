import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { commitmentsSchema } from '../../src/schema/commitments.ts';
import { dealSchema, type Deal } from '../../src/schema/deal.ts';
import { factSchema } from '../../src/schema/fact.ts';
import { partnerSchema } from '../../src/schema/partner.ts';
import { qbrFileSchema } from '../../src/schema/qbr-file.ts';
import { snapshotSchema } from '../../src/schema/snapshot.ts';

export const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url));
export const TERRITORY = join(SAMPLES, 'territory');

type Bucket = readonly [amount: number, deals: number];
type CommitmentLine = readonly [what: string, owner: string, due: string, result: string];
interface Certified {
  readonly valid: number;
  readonly expired?: number;
  readonly expiring?: readonly string[];
}

/** What is open on a path on the review date: status and what is left; a yes or no has nothing to count. */
export type OpenRequirements = Readonly<Record<string, readonly [status: string, left?: number]>>;

interface TierAtReview {
  readonly path: string;
  readonly open: OpenRequirements;
  readonly worth_kept: number | null;
  readonly next?: 'none';
  readonly next_path?: string;
  readonly next_open?: OpenRequirements;
  readonly next_worth?: number | null;
}

/** Figures of one partner as `territory-numbers.yaml` states them. */
export interface PartnerNumbers {
  readonly tier_at_review: TierAtReview;
  /** The headline of each slide of the partner edition, by the ids of the storyline. */
  readonly partner_edition: Readonly<Record<string, string>>;
  /** Shown scores: fit, profile, capabilities, activation, overall. */
  readonly scores: {
    readonly previous: readonly number[] | null;
    readonly current: readonly number[] | null;
    readonly current_core?: readonly number[];
    readonly change: number | null;
  };
  readonly id: string;
  readonly name: string;
  readonly life_stage: string;
  readonly lapsed?: boolean;
  readonly currency: string;
  readonly annual_target: Readonly<Record<string, number | null>>;
  readonly monthly_bookings: readonly number[];
  readonly monthly_won_deals: readonly number[];
  readonly pipeline_snapshots: readonly (number | null)[];
  readonly open_pipeline: {
    readonly 'rest_of_FY26-Q3': Bucket;
    readonly 'FY26-Q4': Bucket;
    readonly later: Bucket;
    readonly overdue: Bucket;
    readonly registered_deals: number;
    readonly stale_over_60_days: number | null;
    readonly without_next_step: number;
  };
  readonly lost_last_4_quarters: { readonly deals: number; readonly amount: number };
  readonly lost_since: { readonly deals: number; readonly amount: number };
  readonly won_unregistered_deals_12_months: number;
  readonly last_registration: string | null;
  readonly certifications: { readonly sales: Certified; readonly technical: Certified };
  readonly services_revenue: readonly [lastFourQuarters: number, yearToDate: number] | null;
  readonly csat: number | null;
  readonly qbrs_held: readonly [lastFourQuarters: number, yearToDate: number];
  readonly qbr_planned_week: string;
  readonly onboarding_tasks_done?: number;
  readonly planned: readonly [fresh: number, renewal: number, registered: number] | null;
  /** Of FY26-Q3: run, spend, qualified leads, qualified leads planned; null where none were loaded. */
  readonly campaigns: readonly [run: number, spend: number, qualified: number, planned: number] | null;
  readonly 'mdf_FY26-Q3': { readonly approved: number; readonly used: number } | null;
  readonly partner_profit_ytd: { readonly planned: number; readonly actual: number | null } | null;
  readonly partner_commitments: readonly CommitmentLine[];
  readonly vendor_commitments: readonly CommitmentLine[];
  readonly confirmed_by_cam?: {
    readonly decisions: number;
    readonly asks_of_vendor: number;
    readonly asks_of_partner: number;
  };
  readonly derived: readonly (number | string | boolean | null)[];
}

interface SampleNumbers {
  readonly months: readonly string[];
  readonly derived_keys: readonly string[];
  readonly tier_review_date: string;
  readonly partners: readonly PartnerNumbers[];
  readonly exchange_rates: Readonly<Record<string, number>>;
  readonly territory_totals_usd: Readonly<Record<string, number>>;
}

export const numbers = parseYaml(readFileSync(join(SAMPLES, 'territory-numbers.yaml'), 'utf8')) as SampleNumbers;

const alreadyRead = new Map<string, ReturnType<typeof readFiles>>();

/** All files of one sample partner, read and validated without the product's own reader. */
export function readPartner(id: string): ReturnType<typeof readFiles> {
  const files = alreadyRead.get(id) ?? readFiles(id);
  alreadyRead.set(id, files);
  return files;
}

function readFiles(id: string) {
  const folder = join(TERRITORY, 'partners', id);
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const rows = (file: string) => parseCsv(text(file), { columns: true }) as Record<string, string>[];
  const quarters = existsSync(join(folder, 'qbr')) ? readdirSync(join(folder, 'qbr')) : [];
  return {
    partner: partnerSchema.parse(parseYaml(text('partner.yaml'))),
    columns: text('deals.csv').split('\n', 1)[0]!.split(','),
    deals: rows('deals.csv').map((row) => dealSchema.parse(row)),
    facts: existsSync(join(folder, 'facts.csv')) ? rows('facts.csv').map((row) => factSchema.parse(row)) : undefined,
    commitments: commitmentsSchema.parse(parseYaml(text('commitments.yaml'))).commitments,
    reviews: quarters.map((file) => qbrFileSchema.parse(parseYaml(text(`qbr/${file}`)))),
    snapshots: readdirSync(join(folder, 'snapshots')).map((file) => ({
      file,
      ...snapshotSchema.parse(JSON.parse(text(`snapshots/${file}`))),
    })),
  };
}

/** The deals with a status and, where given, a close date between two days, both included. */
export function dealsOf(deals: readonly Deal[], status: string, from = '0', to = '9'): Deal[] {
  return deals.filter((deal) => deal.status === status && deal.close_date! >= from && deal.close_date! <= to);
}

/** Sum of the deals' amounts. */
export function amountOf(deals: readonly Deal[]): number {
  return deals.reduce((sum, deal) => sum + deal.amount!, 0);
}
