import { singleLine } from '../units/clean-text.ts';
import { dayOf } from './day-option.ts';
import { Failure } from '../units/failure.ts';
import type { SharedFlags } from './command.ts';
import { shellWord } from '../units/shell-word.ts';

/** Flags of every command, before it or after it, in commander's syntax. */
export const SHARED_OPTIONS: readonly (readonly [flags: string, description: string])[] = [
  ['--workspace <dir>', 'the territory, or its workbook, from anywhere'],
  ['--as-of <date>', 'figures as they stood on a day, YYYY-MM-DD'],
  ['--out <dir>', 'where generated files go (out)'],
  ['--format <list>', 'terminal, md, html, json, xlsx, pptx; tables: csv'],
  ['--json', 'one JSON object on stdout, for scripts'],
  ['--quiet', 'no lines about work under way'],
  ['--no-color', 'no colour'],
  ['--no-input', 'ask nothing; fail where an answer is needed'],
  ['--force', 'replace files edited by hand'],
  ['--dry-run', 'show what would be done, write nothing'],
  ['--debug', 'show where a fault happened'],
];

const FORMATS = ['terminal', 'md', 'html', 'json', 'xlsx', 'csv', 'pptx'] as const;

/** Flags as they were typed, by their camel-case name; what was not typed is absent (`color` and `input` are true). */
export type TypedFlags = Readonly<Record<string, unknown>>;
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The flags every command shares: what was typed, else what the environment says (CAM_WORKSPACE, CAM_AS_OF, CAM_OUT, CAM_NO_INPUT).
 * @throws Failure (usage) for an empty value, a date that is none, a format that does not exist.
 */
export function readSharedFlags(typed: TypedFlags, environment: Environment): SharedFlags {
  const workspace = given({ name: '--workspace', value: typed['workspace'] }, environment, 'CAM_WORKSPACE');
  const asOf = given({ name: '--as-of', value: typed['asOf'] }, environment, 'CAM_AS_OF');
  const out = given({ name: '--out', value: typed['out'] }, environment, 'CAM_OUT');
  const format = given({ name: '--format', value: typed['format'] }, environment);
  return {
    ...(workspace && { workspace: workspace.text }),
    ...(asOf && { asOf: dayOf(asOf.text, asOf.by) }),
    ...(out && { out: out.text }),
    ...(format && { format: readFormats(format) }),
    json: typed['json'] === true,
    quiet: typed['quiet'] === true,
    noInput: typed['input'] === false || isOn(environment['CAM_NO_INPUT']),
    force: typed['force'] === true,
    dryRun: typed['dryRun'] === true,
    debug: typed['debug'] === true,
  };
}

/** What a further command needs to find the same territory: ` --workspace demo`; nothing where no such flag was typed. */
export function againIn({ workspace }: TypedFlags): string {
  return typeof workspace === 'string' ? ` --workspace ${shellWord(workspace)}` : '';
}

/** The flags that decide how anything is printed, known even when the rest of the command line cannot be read. */
export interface Glance {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly debug: boolean;
  readonly noColor: boolean;
  readonly noInput: boolean;
}

/** Looks through a command line for the flags that decide how to print; words after `--` are no flags. */
export function glanceAt(argv: readonly string[], environment: Environment): Glance {
  const end = argv.indexOf('--');
  const flags = new Set(end === -1 ? argv : argv.slice(0, end));
  return {
    json: flags.has('--json'),
    quiet: flags.has('--quiet'),
    debug: flags.has('--debug'),
    noColor: flags.has('--no-color'),
    noInput: flags.has('--no-input') || isOn(environment['CAM_NO_INPUT']),
  };
}

/** True for a switch of the environment that is set to anything but nothing, 0, no, off or false. */
export function isOn(value: string | undefined): boolean {
  return !['', '0', 'false', 'no', 'off'].includes((value ?? '').trim().toLowerCase());
}

/** A value and where it was given: `--as-of` or `CAM_AS_OF`. */
interface Given {
  readonly by: string;
  readonly text: string;
}

interface Typed {
  readonly name: string;
  readonly value: unknown;
}

function given({ name, value }: Typed, environment: Environment, variable?: string): Given | undefined {
  if (typeof value === 'string') {
    // A script's empty variable would otherwise quietly mean the current folder, or today.
    if (value.trim() === '') throw new Failure('usage', `${name} needs a value; it was given an empty one.`);
    return { by: name, text: value };
  }
  const fallback = variable && environment[variable];
  return fallback ? { by: variable, text: fallback } : undefined;
}

function readFormats({ by, text }: Given): string[] {
  const formats = text.split(',').map((format) => format.trim().toLowerCase());
  const allowed: readonly string[] = FORMATS;
  const unknown = formats.find((format) => !allowed.includes(format));
  if (unknown === undefined) return [...new Set(formats)];
  throw new Failure('usage', `${by}: "${singleLine(unknown)}" is not a format.`, `Allowed: ${FORMATS.join(', ')}.`);
}
