import type { Assessed } from '../../domain/capability/assessed.ts';
import type { CapabilityChange } from '../../domain/capability/change.ts';
import type { GapAction } from '../../domain/actions/action-plan.ts';
import type { Gap } from '../../domain/capability/gaps.ts';
import type { Screening } from '../../domain/capability/newest-screening.ts';
import type { Cohort } from '../../domain/capability/peers.ts';
import type { Questionnaire } from '../../domain/capability/questionnaire.ts';
import type { Figure } from '../../domain/figure.ts';
import type { Known } from '../../units/missing.ts';
import type { Value } from '../../units/value.ts';
import type { ArtifactInput } from '../artifact.ts';

/** What the page and the review's slide are made from. */
export interface CapabilityResult {
  readonly input: ArtifactInput;
  readonly questionnaire: Questionnaire;
  /** The newest assessment on the as-of day; undefined where there is none. */
  readonly now?: CapabilityStanding;
  /** Assessments up to the as-of day. */
  readonly onRecord: number;
  /** The newest screening with its verdict, for the account manager alone. */
  readonly screening?: Screening;
  readonly cohort: Known<Cohort>;
  /** Metrics computed from data that stand beside the answers. */
  performance(): readonly Figure[];
  readonly figures: Readonly<Record<string, Figure>>;
  /** Figures by the names that sentences use. */
  readonly values: Readonly<Record<string, Value>>;
}

/** The newest assessment with what it is compared with. */
export interface CapabilityStanding {
  readonly assessed: Assessed;
  /** The assessment before it, with the change on the questions both answered. */
  readonly before?: { readonly assessed: Assessed; readonly change: CapabilityChange };
  /** Topics below their goal, the most worthwhile first. */
  readonly gaps: readonly Gap[];
  /** The first of them with what is agreed about each, or could be. */
  readonly actions: readonly GapAction[];
  /** The account manager's own part. */
  readonly internal?: Assessed;
}
