import { onboardPartner, type OnboardedPartner } from '../../../app/partners/onboard-partner.ts';
import { formatDate } from '../../../units/format.ts';
import type { PlainDate } from '../../../units/plain-date.ts';
import { coloursOf } from '../../print/colours.ts';
import { plainSpaces } from '../../print/plain-spaces.ts';
import { EXIT, type Command, type CommandLine } from '../../command.ts';
import { dayOption } from '../../day-option.ts';
import { changeSettingOf } from '../../page-options.ts';
import { inputFiles } from '../../files-in-territory.ts';
import { typedCommand } from '../../print/typed-command.ts';

/** `cam partner onboard ID`: the tasks of the first 90 days, with their dates. */
export const run: Command = async (line) => {
  const { args, options, shared } = line;
  const signed = dayOption(options['signed'], '--signed');
  const setting = await changeSettingOf(line);
  const onboarded = await onboardPartner({ ...setting, id: String(args[0]), signed });
  const { id, name, files, locale: _, ...rest } = onboarded;
  return {
    exitCode: EXIT.done,
    text: closingWords(onboarded, line),
    data: { partner: { id, name }, ...rest, written: !shared.dryRun && files.length > 0 },
    files: shared.dryRun ? [] : inputFiles(setting.root, files),
  };
};

function closingWords(onboarded: OnboardedPartner, { shared, screen }: CommandLine): string {
  const { id, name, signed, added, present, files, locale } = onboarded;
  const written = (date: PlainDate) => plainSpaces(formatDate(date, locale));
  const { green, dim, bold, cyan } = coloursOf(screen);
  const day = written(signed);
  const kept = present > 0 ? `; ${present} stood there already` : '';
  if (files.length === 0) return `All tasks of the first 90 days stand in partner.yaml already. Nothing changed.\n`;
  const tasks = `${added.length} ${added.length === 1 ? 'task' : 'tasks'}`;
  if (shared.dryRun) return `Would write ${tasks} for ${name}, counted from ${day}${kept}. Nothing was written.\n`;
  const last = added.at(-1);
  return [
    `${green(screen.unicode ? '✓' : 'ok')} ${tasks} written for ${name}, counted from ${day}${kept}.`,
    ...(last ? [dim(`  the first by ${written(added[0]!.due)}, the last by ${written(last.due)}`)] : []),
    ...files.map((path) => dim(`  ${path}`)),
    '',
    `${bold('Next')}  ${cyan(typedCommand(`cam partner show ${id}`, screen))}`,
    '',
  ].join('\n');
}
