import type { Key } from '../../../app/interview/conversation.ts';

/** A key, or the wish to break off. */
export type Pressed = Key | 'interrupt';

/** What a terminal sends for keys that have a name; two or more ways where terminals differ. */
const SEQUENCES: ReadonlyMap<string, Pressed> = new Map<string, Pressed>([
  ...(['A', 'B', 'C', 'D', 'H', 'F'] as const).flatMap((letter) => {
    const press = ({ A: 'up', B: 'down', C: 'right', D: 'left', H: 'home', F: 'end' } as const)[letter];
    return [`[${letter}`, `O${letter}`].map((sequence) => [sequence, { press }] as const);
  }),
  ['[1~', { press: 'home' }],
  ['[7~', { press: 'home' }],
  ['[4~', { press: 'end' }],
  ['[8~', { press: 'end' }],
  ['[3~', { press: 'delete' }],
  ['[11~', { press: 'help' }],
  ['[[A', { press: 'help' }],
  ['OP', { press: 'help' }],
]);

const CONTROLS: ReadonlyMap<string, Pressed> = new Map<string, Pressed>([
  ['\r', { press: 'enter' }],
  ['\n', { press: 'enter' }],
  ['\t', { press: 'tab' }],
  ['\u007f', { press: 'backspace' }],
  ['\b', { press: 'backspace' }],
  ['\u0001', { press: 'home' }],
  ['\u0003', 'interrupt'],
  ['\u0004', { press: 'quit' }],
  ['\u0005', { press: 'end' }],
  ['\u0007', { press: 'jump' }],
  ['\u0011', { press: 'quit' }],
  ['\u0015', { press: 'delete-line' }],
  ['\u0017', { press: 'delete-word' }],
  ['\u0018', { press: 'not-applicable' }],
]);

const ESCAPE = '\u001b';
const PASTE = /^\u001b\[200~([\s\S]*?)\u001b\[201~/;
const PASTE_START = '\u001b[200~';
const SEQUENCE = /^\u001b(\[\[[A-E]|\[[0-?]*[ -/]*[@-~]|O[A-Za-z])/;
const UNFINISHED = /^\u001b(\[\[?[0-?]*[ -/]*|O)?$/;

/**
 * The keys in what a terminal sent, in their order, and what may be the beginning of a longer one. Sequences of no known key are
 * dropped whole, so that a mouse or a function key never types into an answer.
 * @param final nothing follows: a lone escape character is the Esc key
 */
export function decodeKeys(
  sent: string,
  { final }: { readonly final: boolean },
): { readonly keys: readonly Pressed[]; readonly rest: string } {
  const keys: Pressed[] = [];
  let rest = sent;
  while (rest !== '') {
    if (!final && isUnfinished(rest)) break;
    const { key, length } = firstKey(rest);
    if (key !== undefined) keys.push(key);
    rest = rest.slice(length);
  }
  return { keys, rest };
}

function isUnfinished(text: string): boolean {
  return UNFINISHED.test(text) || (text.startsWith(PASTE_START) && !PASTE.test(text));
}

function firstKey(text: string): { readonly key: Pressed | undefined; readonly length: number } {
  const paste = PASTE.exec(text);
  if (paste) return { key: paste[1] ? { text: paste[1] } : undefined, length: paste[0].length };
  const sequence = SEQUENCE.exec(text);
  if (sequence) return { key: SEQUENCES.get(sequence[1]!), length: sequence[0].length };
  if (text.startsWith(ESCAPE)) return { key: { press: 'escape' }, length: 1 };
  const character = String.fromCodePoint(text.codePointAt(0)!);
  const { length } = character;
  if (CONTROLS.has(character)) return { key: CONTROLS.get(character), length };
  return { key: /\p{Cc}/u.test(character) ? undefined : { text: character }, length };
}
