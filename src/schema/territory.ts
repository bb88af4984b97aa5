import type { Account } from './account.ts';
import type { Activity } from './activity.ts';
import type { Adjustment } from './adjustments.ts';
import type { Assessment } from './assessment.ts';
import type { PlanAssumptions } from './business-plan.ts';
import type { BusinessPlan } from './business-plan-file.ts';
import type { BenchmarksTemplate } from './benchmarks.ts';
import type { CamConfig } from './cam-config.ts';
import type { CommitmentLedger } from './commitments.ts';
import type { Deal } from './deal.ts';
import type { Fact } from './fact.ts';
import type { Fund } from './funds.ts';
import type { Lead } from './lead.ts';
import type { MarketingPlan } from './marketing-plan-file.ts';
import type { MarketingTactics } from './marketing-tactics.ts';
import type { MetricsTemplate } from './metrics.ts';
import type { Partner } from './partner.ts';
import type { PartnerLifeStages } from './partner-life-stages.ts';
import type { QbrFile } from './qbr-file.ts';
import type { QuestionnaireFile } from './questionnaire.ts';
import type { Registration } from './registration.ts';
import type { Snapshot } from './snapshot.ts';
import type { TiersTemplate } from './tiers.ts';

/** What ships with the program and a territory may lay its own over. */
export interface Templates {
  readonly tiers: TiersTemplate;
  readonly questionnaire: QuestionnaireFile;
  readonly benchmarks: BenchmarksTemplate;
  readonly lifeStages: PartnerLifeStages;
  readonly planAssumptions: PlanAssumptions;
  readonly metrics: MetricsTemplate;
  readonly marketingTactics: MarketingTactics;
}

/** A whole territory as it was read: every file validated, nothing computed. */
export interface Territory extends Templates {
  /** Absolute path of the folder that holds `cam.yaml`. */
  readonly root: string;
  readonly config: CamConfig;
  /** Every line of `funds.yaml`; undefined when there is no such file. */
  readonly funds?: readonly Fund[];
  /** In the order of their ids. */
  readonly partners: readonly PartnerFiles[];
}

/** All files of one partner. What is absent was not loaded, which is not the same as empty. */
export interface PartnerFiles {
  /** Name of the partner's folder. */
  readonly id: string;
  readonly partner: Partner;
  readonly deals?: Table<Deal>;
  readonly facts?: Table<Fact>;
  readonly registrations?: Table<Registration>;
  readonly accounts?: Table<Account>;
  readonly leads?: Table<Lead>;
  readonly activities?: Table<Activity>;
  readonly commitments?: CommitmentLedger;
  /** In the order of the file; undefined when there is no such file: nobody has objected to a figure. */
  readonly adjustments?: readonly Adjustment[];
  /** By quarter, `FY26-Q3`. */
  readonly qbr: ReadonlyMap<string, QbrFile>;
  /** Oldest first. */
  readonly snapshots: readonly Snapshot[];
  /** Oldest first; absent or empty: the partner was never assessed. */
  readonly assessments?: readonly Assessment[];
  /** The oldest fiscal year first, one plan a year; absent or empty: none was made. */
  readonly businessPlans?: readonly BusinessPlan[];
  /** The oldest quarter first, one plan a quarter; absent or empty: none was made. */
  readonly marketingPlans?: readonly MarketingPlan[];
}

/** Rows of a CSV file, with the columns it has: a column that is absent was not loaded. */
export interface Table<T> {
  /** Path relative to the territory, with forward slashes. */
  readonly path: string;
  readonly columns: ReadonlySet<keyof T>;
  readonly rows: readonly T[];
}
