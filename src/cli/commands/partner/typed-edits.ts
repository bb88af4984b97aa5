import { isKindWord } from '../../../app/partner-edit/editable.ts';
import type { Pair, PartnerEdit } from '../../../app/partner-edit/partner-edit.ts';
import { Failure } from '../../../units/failure.ts';
import type { CommandLine } from '../../command.ts';
import { dayOption } from '../../day-option.ts';

/** `key=` at the beginning of a value, or behind the comma before the next one. */
const KEY = /(?:^|,)\s*([A-Za-z][\w -]*?)\s*=/g;

/**
 * The edits of a command line, in the order set, add, change, remove, done.
 * @throws Failure (usage) for words that are neither a kind, an entry nor a pair
 */
export function typedEdits(options: CommandLine['options']): readonly PartnerEdit[] {
  const words = (name: string) => (options[name] as readonly string[] | undefined) ?? [];
  const on = dayOption(options['on'], '--on');
  const tasks = words('done');
  if (on !== undefined && tasks.length === 0) throw new Failure('usage', '--on is the day of --done TASK.');
  const set = words('set');
  const bare = set.find((word) => pairsIn(word).length === 0);
  if (bare !== undefined) throw new Failure('usage', `--set: "${bare}" is no pair.`, 'Write it as tier=gold.');
  return [
    ...(set.length > 0 ? [{ kind: 'set', pairs: set.flatMap(pairsIn) } as const] : []),
    ...groups(words('add')).map(({ what, which, pairs }): PartnerEdit => ({
      kind: 'add',
      what,
      pairs,
      ...(which.length > 0 && { entry: which.join(' ') }),
    })),
    ...groups(words('change')).map((group): PartnerEdit => ({ kind: 'change', ...group })),
    ...groups(words('remove')).map(({ what, which, pairs }): PartnerEdit => {
      if (pairs.length === 0) return { kind: 'remove', what, which };
      throw new Failure('usage', `--remove ${what}: say which one by its words, not by key=value.`);
    }),
    ...tasks.map((task): PartnerEdit => ({ kind: 'done', task, ...(on && { on }) })),
  ];
}

/** The pairs of one word: `tier=gold, coverage=light`. A comma before anything but a key belongs to the value. */
export function pairsIn(typed: string): readonly Pair[] {
  const word = typed.replace(/,\s*$/, '');
  const keys = [...word.matchAll(KEY)];
  if (keys.length === 0 || keys[0]!.index > 0) return [];
  return keys.map((match, index) => ({
    key: match[1]!.trim(),
    value: word.slice(match.index + match[0].length, keys[index + 1]?.index ?? word.length).trim(),
  }));
}

interface Group {
  readonly what: string;
  /** The words between the kind and the pairs. */
  readonly which: readonly string[];
  readonly pairs: readonly Pair[];
}

/** What was typed behind a flag, said once or again: a new kind begins behind pairs, and with its word behind that of an entry. */
function groups(words: readonly string[]): readonly Group[] {
  const found: { what: string; which: string[]; pairs: Pair[] }[] = [];
  for (const word of words) {
    const pairs = pairsIn(word);
    const last = found.at(-1);
    if (pairs.length > 0 && last) last.pairs.push(...pairs);
    else if (pairs.length > 0) throw new Failure('usage', `"${word}" of what?`, 'Say the kind first: certification …');
    else if (!last || last.pairs.length > 0 || (last.which.length > 0 && isKindWord(word)))
      found.push({ what: word, which: [], pairs: [] });
    else last.which.push(word);
  }
  return found;
}
