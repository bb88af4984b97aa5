import type { Known } from '../../../units/missing.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import type { Sentence } from '../../../units/sentence.ts';
import type { Status } from '../../../units/value.ts';
import type { ActualNumber, CampaignActuals } from './campaign-actuals.ts';
import type { CampaignMoney, campaignReturn } from '../campaigns/campaign-return.ts';
import type { StageCount } from '../waterfall/waterfall.ts';

/** Planned beside actual. */
export interface PlannedActual {
  readonly planned: Known<number>;
  readonly actual: Known<number>;
}

export interface VerifiedStage extends PlannedActual, Omit<ActualNumber, 'value'> {
  readonly stage: string;
  readonly title: string;
}

/** The share of leads that came from one stage to the next, ratios; judged like the pace of bookings. */
export interface VerifiedRate extends PlannedActual {
  readonly from: string;
  readonly to: string;
  readonly status: Status;
}

/** What was planned of a campaign and what came, as of a day. Money in the currency of the plan. */
export interface VerifiedCampaign {
  readonly id: string;
  readonly title: string;
  readonly start: PlainDate;
  readonly end: PlainDate;
  readonly state: 'planned' | 'running' | 'ended';
  readonly stages: readonly VerifiedStage[];
  readonly rates: readonly VerifiedRate[];
  readonly planned: CampaignOutcome;
  readonly actual: CampaignOutcome;
  readonly actuals: CampaignActuals;
  /** Days an average lead needs to the stage a verdict looks at. */
  readonly daysToJudge: Known<number>;
  readonly daysToWon: Known<number>;
  /** Undefined where nothing is known that it could be judged by, or before it begins. */
  readonly verdict?: Verdict;
}

/** What a campaign costs and brings. */
export interface CampaignOutcome {
  readonly counts: readonly StageCount[];
  readonly money: CampaignMoney;
  readonly returns: ReturnType<typeof campaignReturn>;
}

/** What to do with a campaign, and why. */
export interface Verdict {
  readonly id: string;
  readonly status: Status;
  readonly reason: Sentence;
  /** The reason in few words, for tables. */
  readonly inShort: Sentence;
}
