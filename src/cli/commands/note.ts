import { takeNote, type TakenNote, type TypedNote } from '../../app/partners/take-note.ts';
import { territoryRoot } from '../../app/territory/territory-root.ts';
import { formatDate } from '../../units/format.ts';
import { coloursOf } from '../print/colours.ts';
import { plainSpaces } from '../print/plain-spaces.ts';
import { dayOption } from '../day-option.ts';
import { EXIT, type Command, type CommandLine } from '../command.ts';
import { inputFiles } from '../files-in-territory.ts';

/** `cam note ID TEXT`: a contact with a partner or a remark, dated. */
export const run: Command = async (line) => {
  const { shared, effects } = line;
  const root = await territoryRoot({ currentFolder: effects.currentFolder, workspace: shared.workspace });
  const taken = await takeNote(root, typedNote(line), { dryRun: shared.dryRun });
  return {
    exitCode: EXIT.done,
    text: closingWords(taken, line),
    data: { partner: taken.partner, note: taken.entry, written: !shared.dryRun },
    files: shared.dryRun ? [] : inputFiles(root, [taken.path]),
  };
};

function typedNote({ args, options, shared, effects }: CommandLine): TypedNote {
  const { kind, with: people, date: typed } = options as Readonly<Record<string, string | undefined>>;
  const date = dayOption(typed, '--date') ?? shared.asOf;
  return {
    partnerId: String(args[0]),
    text: ((args[1] as readonly string[] | undefined) ?? []).join(' '),
    ...(kind !== undefined && { kind }),
    ...(people !== undefined && { with: people }),
    ...(date && { date }),
    today: effects.today,
  };
}

function closingWords({ partner, entry, path, locale }: TakenNote, { shared, screen }: CommandLine): string {
  const { green, dim } = coloursOf(screen);
  const what = `${entry.kind!} of ${plainSpaces(formatDate(entry.date, locale))} with ${partner.name}`;
  if (shared.dryRun) return `Would note: ${what}. Nothing was written.\n`;
  return `${green(screen.unicode ? '✓' : 'ok')} Noted: ${what}.\n${dim(`  ${path}, line ${entry.id}; never printed for the partner`)}\n`;
}
