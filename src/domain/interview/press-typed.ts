import { questionAt, standingAnswer, type Interview } from './interview.ts';
import type { Command, Key } from './key.ts';
import { linesOf } from './lines.ts';
import { answer } from './moves.ts';
import { passBy } from './pass-by.ts';
import { isTyped, type TypedQuestion } from './question.ts';
import { readTyped } from './read-typed.ts';
import { edit, EMPTY, plainText } from './typed-text.ts';

/** A key at a question that is answered in writing. */
export function pressTyped(
  interview: Interview,
  { key, command }: { readonly key: Key; readonly command: Command | undefined },
): Interview {
  const question = questionAt(interview);
  if (!isTyped(question)) throw new Error(`Question "${question.id}" is not answered in writing.`);
  if (command === 'accept') return enter(interview, question);
  // Out of the field for the exact number, back to the bands.
  if (command === 'back' && linesOf(question).length > 0) return { ...interview, typed: undefined };
  const passed = passBy(interview, { command, question });
  if (passed) return passed;
  return command === undefined ? { ...interview, typed: edit(interview.typed ?? EMPTY, key) } : interview;
}

function enter(interview: Interview, question: TypedQuestion): Interview {
  const text = plainText(interview.typed ?? EMPTY);
  if (text !== '') {
    const read = readTyped(question, text, interview.script.locale);
    return 'answer' in read ? answer(interview, read.answer) : { ...interview, notice: read.refused };
  }
  const standing = standingAnswer(interview, question.id);
  // A text that was wiped out is not the text that stood there.
  if (standing && (question.kind !== 'text' || 'left' in standing)) return answer(interview, standing);
  return { ...interview, notice: 'Write an answer and press Enter, or skip the question.' };
}
