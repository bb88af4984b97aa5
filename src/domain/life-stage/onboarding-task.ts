import type { BlueprintTask } from '../../schema/partner-life-stages.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import type { Status } from '../../units/value.ts';

/** A task of the blueprint as it stands with one partner. */
export interface OnboardingTask {
  readonly id: string;
  readonly title: string;
  readonly owner: BlueprintTask['owner'];
  readonly required: boolean;
  readonly proof?: string;
  /** The day in partner.yaml, else the blueprint's. */
  readonly due: PlainDate;
  readonly done?: PlainDate;
  /** False when partner.yaml does not hold it: nobody knows then whether it is done. */
  readonly isRecorded: boolean;
  readonly status: Status;
}
