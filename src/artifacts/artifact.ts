import type { Document, Edition } from '../document/document.ts';
import type { WonDealWorth } from '../domain/business-plan/won-deal-worth.ts';
import type { PeerScore } from '../domain/capability/peers.ts';
import type { FundBalance } from '../domain/marketing/funds/fund-balance.ts';
import type { ProfitPlanned } from '../domain/metrics/metric-basis.ts';
import type { Review } from '../domain/review.ts';
import type { ScenarioName } from '../schema/business-plan.ts';
import type { CamConfig, DealType } from '../schema/cam-config.ts';
import type { Deal } from '../schema/deal.ts';
import type { Fund } from '../schema/funds.ts';
import type { QbrStoryline } from '../schema/qbr-storyline.ts';
import type { PartnerFiles, Templates } from '../schema/territory.ts';
import type { FiscalQuarter } from '../units/fiscal-quarter.ts';

/** Formats a page can be written in. */
export type Format = 'terminal' | 'md' | 'html' | 'json' | 'xlsx' | 'pptx';

/**
 * One kind of page. `compute` and `toDocument` are pure: the same input gives the same page, alone or in a batch.
 * Siblings whose figures a page repeats are computed once and handed in, so that a figure exists only once.
 */
export interface Artifact<Result, Siblings = undefined> {
  /** Its name in the registry. */
  readonly id: string;
  /** Those that may be asked for. */
  readonly formats: readonly Format[];
  compute(input: ArtifactInput, siblings: Siblings): Result;
  toDocument(result: Result, edition: Edition): Document;
}

/** What a won deal is worth to a partner, with the plan it is read from. */
export interface PartnerDealWorth extends WonDealWorth {
  readonly currency: string;
  /** In words: "business plan FY26". */
  readonly source: string;
}

/** All a page of one partner may read: the templates of its territory, and the partner's own files. */
export interface ArtifactInput extends Templates {
  readonly config: CamConfig;
  readonly storyline: QbrStoryline;
  readonly files: PartnerFiles;
  /** The partner's lines of `funds.yaml`; undefined when there is no such file. */
  readonly funds: readonly Fund[] | undefined;
  /** Deals credited to the partner; undefined when none were loaded. */
  readonly deals: readonly Deal[] | undefined;
  readonly review: Review;
  /** The newest capability score of every partner of the territory, for comparison. */
  readonly peerScores?: readonly PeerScore[];
  /** Of every fund the partner may ask, those shared by all included: what is left of it over the plans of all partners. */
  readonly fundBalances?: readonly FundBalance[];
  /** The case of a plan that is looked at beside its base. */
  readonly scenario?: ScenarioName;
  /** What a won deal is worth to the partner by its business plan, or by what one would start from; by type of deal. */
  readonly dealWorth?: (type: DealType) => PartnerDealWorth | undefined;
  /** What the partner's agreed business plan planned as own profit of the fiscal year, for the months that are reported. */
  readonly profitPlanned?: () => ProfitPlanned | undefined;
  /** The quarter of the marketing plan that is asked for. */
  readonly plannedQuarter?: FiscalQuarter;
  /** What is tried out: figures of the program by their metric, in place of what is secured. */
  readonly assumed?: ReadonlyMap<string, number>;
}
