import { questionAt, standingAnswer, type Interview } from './interview.ts';
import type { Command, Key } from './key.ts';
import { linesOf, type Line } from './lines.ts';
import { answer, answerAll } from './moves.ts';
import { passBy } from './pass-by.ts';
import type { Question } from './question.ts';
import { EMPTY } from './typed-text.ts';

/** Opens a field for the exact number, where bands are read out. */
export const EXACT_KEY = '=';

/** A key at a question whose answers stand in lines. The key of a line comes first: n is "no" where no can be said. */
export function pressLine(
  interview: Interview,
  { key, command }: { readonly key: Key; readonly command: Command | undefined },
): Interview {
  const question = questionAt(interview);
  const lines = linesOf(question);
  const named = 'text' in key ? lines.findIndex((line) => line.key !== '' && sameKey(line.key, key.text)) : -1;
  if (named >= 0) return choose({ ...interview, active: named }, { question, line: lines[named]! });
  if (question.kind === 'number' && 'text' in key && key.text === EXACT_KEY)
    return { ...interview, typed: EMPTY, active: -1 };
  switch (command) {
    case 'up':
      return { ...interview, active: interview.active <= 0 ? lines.length - 1 : interview.active - 1 };
    case 'down':
      return { ...interview, active: (interview.active + 1) % lines.length };
    case 'home':
      return { ...interview, active: 0 };
    case 'end':
      return { ...interview, active: lines.length - 1 };
    case 'tick': {
      const line = lines[interview.active];
      return question.kind === 'choices' && line ? choose(interview, { question, line }) : interview;
    }
    case 'accept':
      return accept(interview, { question, lines });
    default:
      return passBy(interview, { command, question }) ?? { ...interview, notice: unknownKey(lines) };
  }
}

/** Letters may be typed in either case where the question does not tell them apart. */
function sameKey(lineKey: string, typed: string): boolean {
  return lineKey === typed || (/^[yn]$/.test(lineKey) && lineKey === typed.toLowerCase());
}

function choose(
  interview: Interview,
  { question, line }: { readonly question: Question; readonly line: Line },
): Interview {
  if (line.option?.allWith !== undefined) return answerAll(interview, line.option.allWith);
  const id = line.option?.id;
  if (question.kind !== 'choices' || id === undefined) return answer(interview, line.answer);
  const { ticked } = interview;
  const kept = ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id];
  // In the order of the list, however they were ticked.
  const inOrder = question.options.flatMap((option) => (kept.includes(option.id) ? [option.id] : []));
  return { ...interview, ticked: inOrder };
}

function accept(
  interview: Interview,
  { question, lines }: { readonly question: Question; readonly lines: readonly Line[] },
): Interview {
  const line = lines[interview.active];
  if (question.kind === 'choices') {
    if (interview.ticked.length > 0) return answer(interview, { value: interview.ticked });
    // Nothing is ticked: only the line for that, or an answer that stood here already, means it.
    if (line && !line.option) return answer(interview, line.answer);
  } else if (line) return choose(interview, { question, line });
  const standing = standingAnswer(interview, question.id);
  const kept = standing && !('value' in standing && question.kind === 'choices' && wasTicked(standing.value));
  return kept ? answer(interview, standing) : { ...interview, notice: unknownKey(lines) };
}

function wasTicked(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function unknownKey(lines: readonly Line[]): string {
  const keys = lines.flatMap(({ key }) => (key === '' ? [] : key));
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined) return 'Choose with the arrow keys and Enter.';
  const digits = keys.length > 2 && keys.every((key) => /^[1-9]$/.test(key));
  const named = digits
    ? `${first} to ${last}`
    : keys.length === 1
      ? first
      : `${keys.slice(0, -1).join(', ')} or ${last}`;
  return `Press ${named}; ? explains the question.`;
}
