import {
  changeActions,
  type ActionChange,
  type ChangedActions,
  type Closing,
} from '../../app/actions/change-actions.ts';
import { acceptProposals } from '../../app/actions/accept-proposals.ts';
import { Failure } from '../../units/failure.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { coloursOf } from '../print/colours.ts';
import { EXIT, type CommandLine, type Outcome } from '../command.ts';
import { dayOption } from '../day-option.ts';
import { changeSettingOf } from '../page-options.ts';
import { inputFiles } from '../files-in-territory.ts';

const CLOSINGS: readonly (readonly [flag: string, closing: Closing])[] = [
  ['done', 'done'],
  ['partly', 'partly'],
  ['missed', 'missed'],
  ['drop', 'dropped'],
];
const SIDES = ['partner', 'vendor', 'both'] as const;

/** Whether a flag asks for a change. */
export function changesOf({ options }: Pick<CommandLine, 'options'>): boolean {
  return [...CLOSINGS.map(([flag]) => flag), 'move', 'add', 'accept'].some((flag) => options[flag] !== undefined);
}

/** Closes, moves, adds and accepts what the flags say, and tells what changed. */
export async function changeFromLine(line: CommandLine): Promise<Outcome> {
  const { args, options } = line;
  if (args[0] === undefined)
    throw new Failure('usage', 'Which partner?', 'For example: cam actions larkmoor-managed-services --done pre-sales');
  const request = { ...(await changeSettingOf(line)), partnerId: String(args[0]) };
  const accepted = options['accept'];
  const changes = plannedChanges(line);
  if (accepted !== undefined && changes.length > 0)
    throw new Failure('usage', '--accept stands alone.', 'Accept first, then change.');
  if (accepted === undefined) return outcomeOf(await changeActions(request, changes), line, request.root);
  const wishes = {
    typed: idsIn(accepted),
    ...ownerOf(line),
    ...(options['side'] !== undefined && { side: sideOf(line) }),
  };
  return outcomeOf(await acceptProposals(request, wishes), line, request.root);
}

function plannedChanges(line: CommandLine): readonly ActionChange[] {
  const { options } = line;
  const on = dayOption(options['on'], '--on');
  const note = options['note'] === undefined ? undefined : String(options['note']);
  const closed = CLOSINGS.flatMap(([flag, kind]) =>
    idsIn(options[flag]).map((typed): ActionChange => ({
      kind,
      typed,
      ...(on && { on }),
      ...(note !== undefined && { note }),
    })),
  );
  const moved = idsIn(options['move']).map((typed): ActionChange => ({ kind: 'move', typed, due: dayBy(line) }));
  const what = options['add'];
  if (what === undefined) return [...closed, ...moved];
  const { owner } = ownerOf(line);
  if (owner === undefined) throw new Failure('usage', 'Who sees to it?', 'Add --owner NAME.');
  return [...closed, ...moved, { kind: 'add', what: String(what), side: sideOf(line), owner, due: dayBy(line) }];
}

function idsIn(option: unknown): readonly string[] {
  return option === undefined
    ? []
    : [
        ...new Set(
          String(option)
            .split(',')
            .map((id) => id.trim()),
        ),
      ];
}

function dayBy({ options }: CommandLine): PlainDate {
  const day = dayOption(options['by'], '--by');
  if (day) return day;
  throw new Failure('usage', 'By which day?', 'Add --by DATE, for example --by 2026-03-31.');
}

function ownerOf({ options }: CommandLine): { readonly owner?: string } {
  const owner = options['owner'] === undefined ? '' : String(options['owner']).trim();
  return owner === '' ? {} : { owner };
}

function sideOf({ options }: CommandLine): (typeof SIDES)[number] {
  const typed = String(options['side'] ?? 'partner');
  const side = SIDES.find((one) => one === typed.toLowerCase());
  if (side) return side;
  throw new Failure('usage', `"${typed}" is no side.`, `Sides: ${SIDES.join(', ')}.`);
}

function outcomeOf(
  { partner, changes, files }: ChangedActions,
  { shared, screen }: CommandLine,
  root: string,
): Outcome {
  const { green, dim, bold } = coloursOf(screen);
  const sign = shared.dryRun ? dim(screen.unicode ? '·' : '-') : green(screen.unicode ? '✓' : 'ok');
  const lines = changes.map(({ id, what, words }) => `${sign} ${bold(words)}: ${what}   ${dim(id)}`);
  const nothing = changes.length === 0 ? ['Nothing changed: all of it stands in the ledger.'] : [];
  const where = files.map((path) => dim(`  ${path}`));
  const dry = shared.dryRun ? ['Nothing was written.'] : [];
  return {
    exitCode: EXIT.done,
    text: [...lines, ...nothing, ...where, ...dry].map((text) => `${text}\n`).join(''),
    data: { partner, changes, written: !shared.dryRun && files.length > 0 },
    files: shared.dryRun ? [] : inputFiles(root, files),
  };
}
