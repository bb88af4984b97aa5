/** One key as it was pressed: a printable text (several characters when they were pasted), or a key with a name. */
export type Key = { readonly text: string } | { readonly press: NamedKey };

export type NamedKey =
  | 'enter'
  | 'escape'
  | 'tab'
  | 'help'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'home'
  | 'end'
  | 'backspace'
  | 'delete'
  | 'delete-word'
  | 'delete-line'
  | 'not-applicable'
  | 'jump'
  | 'quit';

/** What a key asks for, whatever it is called on the page at hand. */
export type Command =
  'accept' | 'back' | 'skip' | 'not-applicable' | 'jump' | 'help' | 'quit' | 'up' | 'down' | 'home' | 'end' | 'tick';

const NAMED: Partial<Record<NamedKey, Command>> = {
  enter: 'accept',
  escape: 'back',
  tab: 'skip',
  help: 'help',
  up: 'up',
  down: 'down',
  'not-applicable': 'not-applicable',
  jump: 'jump',
  quit: 'quit',
};

const LETTERS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['b', 'back'],
  ['s', 'skip'],
  ['x', 'not-applicable'],
  ['n', 'not-applicable'],
  ['j', 'jump'],
  ['g', 'jump'],
  ['?', 'help'],
  ['q', 'quit'],
  [' ', 'tick'],
]);

/** What a key with a name asks for anywhere; undefined for a letter, and for the keys that edit a text. */
export function commandOfName(key: Key): Command | undefined {
  return 'press' in key ? NAMED[key.press] : undefined;
}

/** What any key asks for where letters are commands, upper or lower case. */
export function commandOf(key: Key): Command | undefined {
  if ('text' in key) return LETTERS.get(key.text.toLowerCase());
  if (key.press === 'home' || key.press === 'end') return key.press;
  return key.press === 'left' ? 'back' : NAMED[key.press];
}
