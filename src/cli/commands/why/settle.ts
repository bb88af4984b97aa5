import {
  settleAdjustment,
  type SettledAdjustment,
  type TypedSettlement,
} from '../../../app/adjustments/settle-adjustment.ts';
import { territoryRoot } from '../../../app/territory/territory-root.ts';
import { Failure } from '../../../units/failure.ts';
import { detailLines, doneLine } from '../../print/change-text.ts';
import { EXIT, type CommandLine, type Outcome } from '../../command.ts';
import { openRequestOf } from '../../page-options.ts';
import { plural } from '../../../units/plural.ts';
import { inputFiles } from '../../files-in-territory.ts';

const ENDINGS = { accept: 'accepted', reject: 'rejected', withdraw: 'withdrawn' } as const;

/** How an adjustment is to end, as the flags say; undefined where none of them was typed. */
export function settlementOf({ args, options }: CommandLine): TypedSettlement | undefined {
  const typed = Object.entries(ENDINGS).filter(([flag]) => options[flag] !== undefined);
  if (typed.length === 0) return undefined;
  if (typed.length > 1 || options['adjust'] !== undefined || options['dispute'] !== undefined)
    throw new Failure('usage', 'Say one of --adjust, --dispute, --accept, --reject and --withdraw.');
  const [flag, status] = typed[0]!;
  const { reason, by } = options as Readonly<Record<string, string | undefined>>;
  return {
    partnerId: String(args[0]),
    id: String(options[flag]),
    status,
    ...(reason !== undefined && { decision: reason }),
    ...(by !== undefined && { by }),
  };
}

/** `cam why ID --accept ADJUSTMENT`: an open correction or dispute is settled. */
export async function settleFromLine(line: CommandLine, typed: TypedSettlement): Promise<Outcome> {
  const { shared, effects } = line;
  const { dryRun } = shared;
  const root = await territoryRoot({ currentFolder: effects.currentFolder, workspace: shared.workspace });
  const settled = await settleAdjustment(openRequestOf(line), typed, { root, dryRun });
  const { partner, adjustment, changed, path } = settled;
  const written = !dryRun && !settled.isKnown;
  return {
    exitCode: EXIT.done,
    text: closingText(settled, line),
    data: { partner: partner.id, adjustment, changed, written },
    files: written ? inputFiles(root, [path]) : [],
  };
}

function closingText(
  { adjustment, isKnown, changed, path }: SettledAdjustment,
  { shared, screen }: CommandLine,
): string {
  const { id, status, kind } = adjustment;
  const sentence = isKnown
    ? `${id} is ${status} already; nothing changed.`
    : `${id} ${shared.dryRun ? 'would be' : 'is'} ${status}.`;
  const effect =
    changed.length > 0
      ? `${plural(changed.length, 'figure')} ${changed.length === 1 ? 'follows' : 'follow'} from today.`
      : kind === 'dispute' && status === 'accepted'
        ? 'A dispute changes no number: correct it where it stands, or record a correction with --adjust.'
        : 'No figure changes.';
  const details = isKnown ? [] : [effect, shared.dryRun ? 'Nothing was written.' : path];
  return [doneLine(sentence, screen), ...details.flatMap((line) => detailLines(line, screen)), ''].join('\n');
}
