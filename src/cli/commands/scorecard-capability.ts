import { Failure } from '../../units/failure.ts';
import { guideAssessment } from '../assess-in-terminal.ts';
import type { Command } from '../command.ts';

/** `cam scorecard capability`: the questions of an assessment, asked in the terminal. */
export const run: Command = async (line) => {
  const guided = await guideAssessment(line);
  if (guided) return guided.outcome;
  throw new Failure('usage', 'Answering needs a terminal.', 'Give the answers in a file: --answers FILE');
};
