import type { Sentence } from '../../units/sentence.ts';
import { conditionHolds, fillPattern, type StoryFigures } from '../story.ts';
import type { StageInput } from './stage-basis.ts';

/** Whether a partner sold once and has stopped, and why it is thought so. */
export interface Lapsed {
  readonly isLapsed: boolean;
  readonly isSet: boolean;
  readonly reason?: Sentence;
}

/** Lapsed by what partner.yaml says, else by the conditions of the template. */
export function lapsedOf({ lifeStages, files }: StageInput, figures: StoryFigures): Lapsed {
  const { recognise, because } = lifeStages.lapsed;
  const says = recognise.all.every((condition) => conditionHolds(condition, figures));
  const reason = fillPattern(because, figures);
  const set = files.partner.lapsed;
  return {
    isLapsed: set ?? says,
    isSet: set !== undefined,
    ...(says && reason && { reason }),
  };
}
