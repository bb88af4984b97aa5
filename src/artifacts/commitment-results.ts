import type { Commitment } from '../schema/commitments.ts';
import type { Status } from '../units/value.ts';

/** How a commitment came out, in a word and its colour. */
export const COMMITMENT_RESULTS: Readonly<Record<Commitment['result'], Status>> = {
  kept: { meaning: 'good', word: 'kept' },
  partly: { meaning: 'watch', word: 'partly' },
  missed: { meaning: 'bad', word: 'missed' },
  open: { meaning: 'unknown', word: 'open' },
  dropped: { meaning: 'unknown', word: 'dropped' },
};
