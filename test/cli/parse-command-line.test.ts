import { describe, expect, it } from 'vitest';
import { coloursOf } from '../../src/cli/print/colours.ts';
import type { CommandSpec } from '../../src/cli/command.ts';
import { parseCommandLine, type Run } from '../../src/cli/parse-command-line.ts';

const load = () => Promise.reject(new Error('nothing is loaded to read a command line'));
const commands: readonly CommandSpec[] = [
  { usage: '', summary: 'What matters today', load },
  { usage: 'check [paths...]', summary: 'Check every file', load },
  { usage: 'partner list', summary: 'All partners', load },
  { usage: 'partner show <id>', summary: 'One partner', load },
  {
    usage: 'qbr [ids...]',
    summary: 'A deck for each partner',
    options: [
      ['--all', 'every partner'],
      ['--quarter <quarter>', 'the quarter under review'],
      ['--date-order <order>', 'dmy, mdy or ymd'],
      ['--done <ids>', 'they are done'],
      ['--set <pairs...>', 'values'],
      ['--adjust [amount]', 'corrects the bookings'],
    ],
    examples: ['cam qbr --all --quarter FY26-Q3'],
    load,
  },
  { usage: 'qbr pull <deck>', summary: 'Read a deck back', load },
];
const grammar = { commands, version: '1.2.3', style: { colours: coloursOf({ colour: false }), width: 80 } };

const parse = (line: string) => parseCommandLine(line === '' ? [] : line.split(' '), grammar);
function runOf(line: string): Run {
  const request = parse(line);
  if (request.kind !== 'run') throw new Error(`printed: ${request.text}`);
  return request;
}
function textOf(line: string): string {
  const request = parse(line);
  if (request.kind !== 'print') throw new Error('a command was run');
  return request.text;
}
function failureOf(line: string): { kind: string; message: string; remedy?: string } {
  try {
    parse(line);
  } catch (error) {
    return error as { kind: string; message: string; remedy?: string };
  }
  throw new Error('the line was accepted');
}

describe('a command line', () => {
  it('without a word runs the status', () => {
    expect(runOf('').spec.summary).toBe('What matters today');
    expect(runOf('--as-of 2026-02-28').flags['asOf']).toBe('2026-02-28');
  });

  it.each(['--json partner show acme', 'partner --json show acme', 'partner show acme --json'])(
    'takes the shared flags before, within and after the command: %s',
    (line) => {
      const { spec, args, flags } = runOf(line);
      expect([spec.usage, args, flags['json']]).toEqual(['partner show <id>', ['acme'], true]);
    },
  );

  it('hands over several partners and the command’s own flags', () => {
    const { args, options } = runOf('qbr acme borealis --quarter FY26-Q3 --date-order dmy');
    expect(args).toEqual([['acme', 'borealis']]);
    expect(options).toEqual({ quarter: 'FY26-Q3', dateOrder: 'dmy' });
  });

  it('keeps a command apart from the longer one that begins with it', () => {
    expect(runOf('qbr').spec.usage).toBe('qbr [ids...]');
    expect(runOf('qbr pull deck.pptx').spec.usage).toBe('qbr pull <deck>');
  });

  it.each(['--format xlsx qbr acme --format html,md', 'qbr --format xlsx acme --format html,md'])(
    'adds up what a flag of a list is given, before and after the command: %s',
    (line) => {
      expect(runOf(line).flags['format']).toBe('xlsx, html,md');
    },
  );

  it('adds up the lists of a command, and the words of a flag that takes many', () => {
    const { options } = runOf('qbr acme --done P1 --done P2,P3 --set tier=gold --set parent= coverage=light');
    expect(options).toEqual({ done: 'P1, P2,P3', set: ['tier=gold', 'parent=', 'coverage=light'] });
  });

  it('takes a switch that is typed twice for one', () => {
    expect(runOf('qbr --all --json --all --json')).toMatchObject({ options: { all: true }, flags: { json: true } });
  });

  it('takes what follows -- as words, even when it looks like a flag', () => {
    expect(runOf('check -- --json').args).toEqual([['--json']]);
  });
});

describe('a mistyped command line', () => {
  it.each([
    ['chek', 'There is no command "chek".', 'Did you mean check?'],
    ['partner shw acme', 'There is no command "shw".', 'Did you mean show?'],
    ['partner zzz acme', 'There is no command "zzz".', 'There is: cam partner list, cam partner show.'],
    ['zzz', 'There is no command "zzz".', 'cam --help lists the commands.'],
    ['qbr --quater FY26-Q3', 'There is no flag --quater.', 'Did you mean --quarter?'],
    ['qbr --asof 2026-02-28', 'There is no flag --asof.', 'Did you mean --as-of?'],
    ['--zzzzzz', 'There is no flag --zzzzzz.', 'cam --help lists the commands.'],
    ['partner show', 'The command needs <id>.', 'cam partner show --help shows what it takes.'],
    ['qbr --quarter', '--quarter needs a value.', 'cam qbr --help shows what it takes.'],
    ['check --as-of', '--as-of needs a value.', 'cam --help lists the commands.'],
    ['partner list acme', 'The command takes 0 words after it, not 1.', 'cam partner list --help shows what it takes.'],
    ['partner', '"cam partner" is not a whole command.', 'There is: cam partner list, cam partner show.'],
    ['qbr --quarter FY26-Q2 --quarter FY26-Q3', '--quarter is given twice: FY26-Q2 and FY26-Q3.', 'Say it once.'],
    ['--workspace a qbr --workspace b', '--workspace is given twice: a and b.', 'Say it once.'],
    ['--as-of 2026-02-28 --as-of 2026-03-31', '--as-of is given twice: 2026-02-28 and 2026-03-31.', 'Say it once.'],
    ['qbr acme --adjust=+5 --adjust=+7', '--adjust is given twice: +5 and +7.', 'Say it once.'],
    ['help chek', 'There is no command "chek".', 'cam --help lists the commands.'],
  ])('%s: %s', (line, message, remedy) => {
    expect(failureOf(line)).toMatchObject({ kind: 'usage', message, remedy });
  });

  it('cannot draw on the terminal through what was typed', () => {
    expect(failureOf('ch\u001b[2Jek').message).not.toContain('\u001b');
  });
});

describe('the help', () => {
  it('fits eighty columns', () => {
    for (const line of [...textOf('--help').split('\n'), ...textOf('qbr --help').split('\n')])
      expect(line.length).toBeLessThanOrEqual(80);
  });

  it.each(['--help', '-h', 'help', '--json --help'])('of the program answers to %s', (line) => {
    expect(textOf(line)).toContain('Usage: cam COMMAND');
  });

  it.each(['qbr --help', 'help qbr', 'qbr -h --json'])('of a command answers to %s', (line) => {
    const text = textOf(line);
    expect(text).toContain('Usage: cam qbr [ids...]');
    expect(text).toContain('--quarter <quarter>');
    expect(text).toContain('cam qbr --all --quarter FY26-Q3');
  });

  it('of a word that several commands begin with lists them', () => {
    expect(textOf('partner --help')).toContain('partner show <id>');
  });

  it.each(['--version', 'qbr --version'])('%s prints the version and nothing else', (line) => {
    expect(textOf(line)).toBe('1.2.3\n');
  });
});
