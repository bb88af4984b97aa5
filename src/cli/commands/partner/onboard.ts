import { onboardPartner, type OnboardedPartner } from '../../../app/partners/onboard-partner.ts';
import { Failure } from '../../../units/failure.ts';
import { formatDate } from '../../../units/format.ts';
import { parsePlainDate } from '../../../units/plain-date.ts';
import { coloursOf } from '../../print/colours.ts';
import { EXIT, type Command, type CommandLine } from '../../command.ts';
import { changeSettingOf } from '../../page-options.ts';

/** `cam partner onboard ID`: the tasks of the first 90 days, with their dates. */
export const run: Command = async (line) => {
  const { args, options, shared } = line;
  const typed = options['signed'];
  const signed = typed === undefined ? undefined : parsePlainDate(String(typed).trim());
  if (typed !== undefined && !signed)
    throw new Failure(
      'usage',
      `--signed: "${String(typed)}" is no day.`,
      'Write it as YYYY-MM-DD, for example 2026-02-28.',
    );
  const onboarded = await onboardPartner({ ...(await changeSettingOf(line)), id: String(args[0]), signed });
  const { id, name, files, ...rest } = onboarded;
  return {
    exitCode: EXIT.done,
    text: closingWords(onboarded, line),
    data: { partner: { id, name }, ...rest, written: !shared.dryRun && files.length > 0 },
    files: shared.dryRun ? [] : files.map((path) => ({ path, kind: 'input', partner: id })),
  };
};

function closingWords({ id, name, signed, added, present, files }: OnboardedPartner, line: CommandLine): string {
  const { shared, screen } = line;
  const { green, dim, bold, cyan } = coloursOf(screen);
  const day = formatDate(signed, 'en-GB').replaceAll('\u00a0', ' ');
  const kept = present > 0 ? `; ${present} stood there already` : '';
  if (files.length === 0) return `All tasks of the first 90 days stand in partner.yaml already. Nothing changed.\n`;
  const tasks = `${added.length} ${added.length === 1 ? 'task' : 'tasks'}`;
  if (shared.dryRun) return `Would write ${tasks} for ${name}, counted from ${day}${kept}. Nothing was written.\n`;
  const last = added.at(-1);
  return [
    `${green(screen.unicode ? '✓' : 'ok')} ${tasks} written for ${name}, counted from ${day}${kept}.`,
    ...(last
      ? [
          dim(
            `  the first by ${formatDate(added[0]!.due, 'en-GB')}, the last by ${formatDate(last.due, 'en-GB')}`.replaceAll(
              '\u00a0',
              ' ',
            ),
          ),
        ]
      : []),
    ...files.map((path) => dim(`  ${path}`)),
    '',
    `${bold('Next')}  ${cyan(`cam partner show ${id}`)}`,
    '',
  ].join('\n');
}
