import type { Format } from '../../app/pages/render-page.ts';
import { produceMgo } from '../../app/channel/produce-mgo.ts';
import { mgoNameOf, triedNumbers } from '../../app/channel/tried-numbers.ts';
import { printPage } from '../../app/pages/render-page.ts';
import { coloursOf } from '../print/colours.ts';
import { EXIT, type Command } from '../command.ts';
import { plainFigures, typedFormats } from '../page-command.ts';
import { outFolder, workspaceOf } from '../page-options.ts';
import { keptWarnings, writtenLines, writtenOf } from '../print/written-lines.ts';

const FORMATS: readonly Format[] = ['terminal', 'xlsx', 'html', 'md', 'json'];

/** `cam channel mgo`: the worksheet in the terminal and as a live workbook; what is only tried out is looked at. */
export const run: Command = async (line) => {
  const { options, shared, screen } = line;
  const tried = typeof options['set'] === 'string' ? triedNumbers(options['set']) : new Map();
  const solve = typeof options['solve'] === 'string' ? mgoNameOf(options['solve'], '--solve') : undefined;
  const isTrial = tried.size > 0 || solve !== undefined;
  const usual: readonly Format[] = isTrial ? ['terminal'] : ['terminal', 'xlsx'];
  const formats = shared.format ? typedFormats(shared.format, FORMATS) : usual;
  const workspace = await workspaceOf(line);
  const { document, files, solved, isExample } = await produceMgo(workspace, {
    tried,
    solve,
    formats: formats.filter((format) => format !== 'terminal'),
    out: outFolder(workspace, line),
    force: shared.force,
    dryRun: shared.dryRun,
  });
  const printed = formats.includes('terminal') ? await printPage(document, screen) : '';
  const { dim } = coloursOf(screen);
  const written = writtenLines(files, line).map((text) => `${dim(text)}\n`);
  return {
    exitCode: EXIT.done,
    text: `${printed}${written.join('')}`,
    data: { period: document.period.name, solved, example: isExample, figures: plainFigures(document.figures) },
    files: writtenOf(files, shared.dryRun).map(({ path }) => ({ path, kind: document.id })),
    warnings: keptWarnings(files),
  };
};
