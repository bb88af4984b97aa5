import { retirePartner, type RetiredPartner } from '../../../app/partner-changes/retire-partner.ts';
import { Failure } from '../../../units/failure.ts';
import { detailLines, doneLine } from '../../print/change-text.ts';
import { EXIT, type Command, type CommandLine, type Screen } from '../../command.ts';
import { dayOption } from '../../day-option.ts';
import { changeSettingOf } from '../../page-options.ts';
import { formatDate } from '../../../units/format.ts';
import { plainSpaces } from '../../print/plain-spaces.ts';
import { typedCommand } from '../../print/typed-command.ts';
import { plural } from '../../../units/plural.ts';
import { inputFiles } from '../../files-in-territory.ts';

/** `cam partner retire ID`: the last day of a partnership; with --undo it goes on. */
export const run: Command = async (line) => {
  const { args, options, shared } = line;
  const undo = options['undo'] === true;
  const on = dayOption(options['on'], '--on');
  if (undo && on !== undefined) throw new Failure('usage', 'Say --on DATE or --undo, not both.');
  const setting = await changeSettingOf(line);
  const result = await retirePartner({ ...setting, id: String(args[0]), on, undo });
  const { file, locale: _, ...partner } = result;
  const written = result.changed && !shared.dryRun;
  return {
    exitCode: EXIT.done,
    text: textOf(result, line),
    data: { partner, written },
    files: written ? inputFiles(setting.root, [file]) : [],
  };
};

function textOf(result: RetiredPartner, { shared, screen }: CommandLine): string {
  const details = result.retired === null || !result.changed ? [] : consequences(result, screen);
  return [
    doneLine(sentenceOf(result, shared.dryRun), screen),
    ...details.flatMap((sentence) => detailLines(sentence, screen)),
    ...(shared.dryRun ? ['  Dry run: nothing was written.'] : []),
    '',
  ].join('\n');
}

function sentenceOf(
  { name, retired: last, before: earlier, changed, locale }: RetiredPartner,
  dryRun: boolean,
): string {
  const [retired, before] = [last, earlier].map((day) => (day === null ? null : plainSpaces(formatDate(day, locale))));
  if (!changed) {
    return retired === null ? `${name} is not retired; nothing changed.` : `${name} is retired on ${retired} already.`;
  }
  const is = dryRun ? 'would be' : 'is';
  if (retired === null) return `${name} ${is} active again; its last day was ${before}.`;
  const instead = before === null ? '' : `, not ${before}`;
  return `${name} ${is} retired: its last day is ${retired}${instead}.`;
}

function consequences({ id, open, children }: RetiredPartner, screen: Screen): string[] {
  const stillOpen = [
    ...(open.deals > 0 ? [plural(open.deals, 'open deal')] : []),
    ...(open.commitments > 0 ? [plural(open.commitments, 'open commitment')] : []),
  ];
  return [
    'From the day after it is left out of --all and of what needs attention; its history stays and counts.',
    ...(stillOpen.length > 0 ? [`Still with it: ${stillOpen.join(' and ')}.`] : []),
    ...(children.length > 0 ? [`Active partners that belong to it: ${children.join(', ')}.`] : []),
    `Take it back with: ${typedCommand(`cam partner retire ${id} --undo`, screen)}`,
  ];
}
