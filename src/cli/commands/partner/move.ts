import { relative } from 'node:path';
import { movePartner, type MovedPartner } from '../../../app/partner-changes/move-partner.ts';
import { Failure } from '../../../units/failure.ts';
import { detailLines, doneLine, warningLines } from '../../print/change-text.ts';
import { EXIT, type Command, type CommandLine } from '../../command.ts';
import { changeSettingOf } from '../../page-options.ts';
import { plural } from '../../../units/plural.ts';

/** `cam partner move ID --to DIR`: a partner goes to a colleague's territory. */
export const run: Command = async (line) => {
  const { args, options, shared, effects } = line;
  const to = options['to'];
  if (typeof to !== 'string' || to.trim() === '') {
    throw new Failure('usage', 'Where does the partner go? Name the folder of the other territory: --to DIR');
  }
  const { currentFolder } = effects;
  const moved = await movePartner({ ...(await changeSettingOf(line)), id: String(args[0]), to, currentFolder });
  const { warnings, ...partner } = moved;
  return {
    exitCode: EXIT.done,
    text: textOf(moved, line),
    data: { partner, written: !shared.dryRun },
    warnings,
  };
};

function textOf({ id, name, to, files, funds, warnings }: MovedPartner, line: CommandLine): string {
  const { shared, screen, effects } = line;
  const place = relative(effects.currentFolder, to) || '.';
  const what = [plural(files, 'file'), ...(funds > 0 ? [plural(funds, 'line') + ' of funds.yaml'] : [])].join(', ');
  const sentence = shared.dryRun ? `${name} would move to ${place}: ${what}.` : `${name} moved to ${place}: ${what}.`;
  return [
    doneLine(sentence, screen),
    ...(shared.dryRun ? [] : detailLines('Each file was read back and compared before it was removed here.', screen)),
    ...warningLines(warnings, screen),
    ...(shared.dryRun
      ? ['  Dry run: nothing was written.']
      : detailLines(`Next: cam partner show ${id} --workspace ${place}`, screen)),
    '',
  ].join('\n');
}
