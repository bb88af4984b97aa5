import type { Interview } from './interview.ts';
import type { Command } from './key.ts';
import { answer, back, leave, openList } from './moves.ts';
import type { Question } from './question.ts';

/** The ways around an answer, the same at every question; undefined when the command is none of them. */
export function passBy(
  interview: Interview,
  { command, question }: { readonly command: Command | undefined; readonly question: Question },
): Interview | undefined {
  const { without = [] } = question;
  switch (command) {
    case 'back':
      return back(interview);
    case 'jump':
      return openList(interview);
    case 'quit':
      return leave(interview);
    case 'help':
      return explain(interview, question);
    case 'skip':
      return without.includes('skip') ? undefined : answer(interview, { left: 'skipped' });
    case 'not-applicable':
      return without.includes('not-applicable') ? undefined : answer(interview, { left: 'not-applicable' });
    default:
      return undefined;
  }
}

function explain(interview: Interview, { why }: Question): Interview {
  if (why === undefined) return { ...interview, notice: 'There is no more to say about this question.' };
  return { ...interview, explained: !interview.explained };
}
