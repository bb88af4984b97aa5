import { mergePartner, type MergedPartner } from '../../../app/partner-changes/merge-partner.ts';
import { coloursOf } from '../../print/colours.ts';
import { detailLines, doneLine, warningLines } from '../../print/change-text.ts';
import { EXIT, type Command, type CommandLine, type Screen } from '../../command.ts';
import { changeSettingOf } from '../../page-options.ts';
import { inputFiles } from '../../files-in-territory.ts';
import { typedCommand } from '../../print/typed-command.ts';

/** `cam partner merge ID INTO`: two partners become one. */
export const run: Command = async (line) => {
  const { args, shared } = line;
  const setting = await changeSettingOf(line);
  const merged = await mergePartner({ ...setting, id: String(args[0]), into: String(args[1]) });
  const { warnings, files, both, ...partner } = merged;
  return {
    exitCode: EXIT.done,
    text: textOf(merged, line),
    data: { partner, both: both.map((entry) => ({ ...entry, left: entry.left ?? null })), written: !shared.dryRun },
    files: shared.dryRun ? [] : inputFiles(setting.root, files),
    warnings,
  };
};

function textOf(merged: MergedPartner, { shared, screen }: CommandLine): string {
  const { name, id, into, taken, history } = merged;
  const { bold, cyan } = coloursOf(screen);
  const is = shared.dryRun ? 'would be' : 'is';
  const said = taken.map(({ what, count }) => `${what} ${count.toLocaleString('en-GB')}`);
  return [
    doneLine(`${name} (${id}) ${is} merged into ${into.name} (${into.id}).`, screen),
    ...(said.length > 0 ? detailLines(`Taken over: ${said.join(', ')}.`, screen) : []),
    ...detailLines(`Every file of ${id} ${shared.dryRun ? 'would be' : 'is'} kept in ${history}.`, screen),
    ...bothLines(merged, screen),
    ...warningLines(merged.warnings, screen),
    ...(shared.dryRun
      ? ['  Dry run: nothing was written.']
      : ['', `${bold('Next')}  ${cyan(typedCommand(`cam partner show ${into.id}`, screen))}`]),
    '',
  ].join('\n');
}

/** Entries of one file that are printed; --json lists all. */
const MOST_OF_A_FILE = 5;

/** What both have, file by file; entries that say the same are only counted. */
function bothLines({ both, into }: MergedPartner, screen: Screen): string[] {
  const { bold, yellow, dim } = coloursOf(screen);
  const differing = both.filter(({ left }) => left !== undefined);
  const same = both.length - differing.length;
  const sameWords =
    same === 1 ? '1 entry says the same in both and stands' : `${same} entries say the same in both and stand`;
  const files = [...new Set(differing.map(({ file }) => file))];
  const lines = files.flatMap((file) => {
    const entries = differing.filter((entry) => entry.file === file);
    const more = entries.length - MOST_OF_A_FILE;
    return [
      ...entries
        .slice(0, MOST_OF_A_FILE)
        .flatMap(({ what, kept, left }) => detailLines(`${file} ${what}: ${kept}; not ${left}`, screen)),
      ...(more > 0 ? [`  ${dim(`+ ${more} more of ${file}; --json lists them all`)}`] : []),
    ];
  });
  return [
    ...(same > 0 ? detailLines(`${sameWords} once.`, screen) : []),
    ...(lines.length > 0
      ? [`${yellow('!')} ${bold(`In both, what ${into.id} says stays (${differing.length})`)}`, ...lines]
      : []),
  ];
}
