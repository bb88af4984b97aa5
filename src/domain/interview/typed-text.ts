import { singleLine } from '../../units/clean-text.ts';
import type { Key } from './key.ts';

/** A text under way: its characters as a person counts them, and how many stand before the cursor. */
export interface TypedText {
  readonly characters: readonly string[];
  readonly cursor: number;
}

export const EMPTY: TypedText = { characters: [], cursor: 0 };

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text with the cursor at its end. */
export function typedText(text: string): TypedText {
  const characters = charactersOf(text);
  return { characters, cursor: characters.length };
}

/** The text as it would be entered. */
export function plainText({ characters }: TypedText): string {
  return singleLine(characters.join(''));
}

/** The text after a key that writes, deletes or moves the cursor; the same object when the key does none of it. */
export function edit(typed: TypedText, key: Key): TypedText {
  const { characters, cursor } = typed;
  if ('text' in key) return insert(typed, key.text);
  switch (key.press) {
    case 'backspace':
      return cursor === 0 ? typed : without(typed, cursor - 1, cursor);
    case 'delete':
      return cursor === characters.length ? typed : without(typed, cursor, cursor + 1);
    case 'delete-word':
      return cursor === 0 ? typed : without(typed, startOfWord(typed), cursor);
    case 'delete-line':
      return cursor === 0 ? typed : without(typed, 0, cursor);
    case 'left':
      return moved(typed, cursor - 1);
    case 'right':
      return moved(typed, cursor + 1);
    case 'home':
      return moved(typed, 0);
    case 'end':
      return moved(typed, characters.length);
    default:
      return typed;
  }
}

/** What is pasted may bring line ends and control characters: an answer is one line. */
function insert({ characters, cursor }: TypedText, text: string): TypedText {
  const clean = text.replace(/[^\S\u00a0]+/g, ' ').replace(/\p{Cc}/gu, '');
  const [before, after] = [characters.slice(0, cursor).join(''), characters.slice(cursor).join('')];
  // Joined before it is divided again: an accent typed after its letter belongs to it.
  const start = charactersOf(before + clean);
  return { characters: [...start, ...charactersOf(after)], cursor: start.length };
}

function without({ characters }: TypedText, from: number, to: number): TypedText {
  return { characters: [...characters.slice(0, from), ...characters.slice(to)], cursor: from };
}

function moved(typed: TypedText, to: number): TypedText {
  const cursor = Math.max(0, Math.min(typed.characters.length, to));
  return cursor === typed.cursor ? typed : { ...typed, cursor };
}

function startOfWord({ characters, cursor }: TypedText): number {
  let at = cursor;
  while (at > 0 && characters[at - 1] === ' ') at--;
  while (at > 0 && characters[at - 1] !== ' ') at--;
  return at;
}

function charactersOf(text: string): string[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}
