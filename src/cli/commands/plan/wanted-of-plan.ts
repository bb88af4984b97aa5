import { singleLine } from '../../../units/clean-text.ts';
import { Failure } from '../../../units/failure.ts';
import type { CommandLine } from '../../command.ts';

/** Flags of a plan's command: those that ask in the terminal, and all that change a plan. */
export interface PlanFlags {
  readonly asking: readonly string[];
  readonly writing: readonly string[];
}

/** What a command line wants of one partner's plan. */
export interface WantedOfPlan {
  readonly partner: string;
  /** The flags that are given. */
  readonly wanted: readonly string[];
  /** The one of them that asks. */
  readonly asking: string | undefined;
}

/**
 * What is wanted of a plan; undefined where it can only be shown: of every partner, without a terminal, or of a workbook.
 * @param command as it is typed, without the partner
 * @throws Failure (usage) when a flag wants to ask and there is no terminal, or to write and there is only a workbook
 */
export function wantedOfPlan(
  { args, options, shared, screen }: Pick<CommandLine, 'args' | 'options' | 'shared' | 'screen'>,
  flags: PlanFlags,
  command: string,
): WantedOfPlan | undefined {
  const wanted = flags.writing.filter((name) => options[name] !== undefined);
  if (options['all'] === true) return refuseForAll(wanted);
  const [partner] = args;
  if (typeof partner !== 'string') return undefined;
  if (shared.home !== undefined && wanted.length > 0) throw onWorkbook(wanted[0]!);
  const asking = flags.asking.find((name) => options[name] === true);
  if (asking && !screen.interactive) throw noTerminal(asking, `${command} ${singleLine(partner)}`);
  if (wanted.length === 0 && (!screen.interactive || shared.home !== undefined)) return undefined;
  return { partner, wanted, asking };
}

function refuseForAll(wanted: readonly string[]): undefined {
  if (wanted.length === 0) return undefined;
  throw new Failure('usage', `--${wanted[0]} is for one partner, and --all is every partner.`, 'Name the partner.');
}

function onWorkbook(flag: string): Failure {
  const remedy = 'Make a territory of it: cam init DIR --from WORKBOOK';
  return new Failure('usage', `--${flag} saves a plan, and a workbook is only read.`, remedy);
}

function noTerminal(flag: string, command: string): Failure {
  const remedy = `Give the answers in a file: ${command} --answers FILE`;
  return new Failure('usage', `--${flag} asks questions, and there is no terminal to ask in.`, remedy);
}
