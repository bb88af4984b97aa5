import { renamePartner, type RenamedPartner } from '../../../app/partner-changes/rename-partner.ts';
import { detailLines, doneLine, warningLines } from '../../print/change-text.ts';
import { EXIT, type Command, type CommandLine } from '../../command.ts';
import { changeSettingOf } from '../../page-options.ts';
import { inputFiles } from '../../files-in-territory.ts';

/** `cam partner rename ID NAME`: another name for the same partner. */
export const run: Command = async (line) => {
  const { args, options, shared } = line;
  const { shortName } = options as Readonly<Record<string, string | undefined>>;
  const setting = await changeSettingOf(line);
  const renamed = await renamePartner({
    ...setting,
    id: String(args[0]),
    name: ((args[1] as readonly string[] | undefined) ?? []).join(' '),
    shortName,
    force: shared.force,
  });
  const { file, warnings, ...partner } = renamed;
  return {
    exitCode: EXIT.done,
    text: textOf(renamed, line),
    data: { partner, written: !shared.dryRun },
    files: shared.dryRun ? [] : inputFiles(setting.root, [file]),
    warnings,
  };
};

function textOf({ id, name, formerName, warnings, file }: RenamedPartner, { shared, screen }: CommandLine): string {
  const sentence = shared.dryRun
    ? `${formerName} would be called ${name} from now on.`
    : `${formerName} is called ${name} from now on.`;
  return [
    doneLine(sentence, screen),
    ...detailLines(`Its id stays ${id}, and imports keep finding it under its former name.`, screen),
    ...warningLines(warnings, screen),
    shared.dryRun ? '  Dry run: nothing was written.' : `  ${file}`,
    '',
  ].join('\n');
}
