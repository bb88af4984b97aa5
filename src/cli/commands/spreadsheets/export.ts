import { resolve } from 'node:path';
import { chosenTables } from '../../../app/export/chosen-tables.ts';
import { exportBlank } from '../../../app/export/export-blank.ts';
import { exportTarget } from '../../../app/export/export-target.ts';
import { exportTerritory } from '../../../app/export/export-territory.ts';
import { openTerritory } from '../../../app/territory/open-territory.ts';
import { territoryRoot } from '../../../app/territory/territory-root.ts';
import { Failure } from '../../../units/failure.ts';
import { EXIT, type Command, type CommandLine, type Outcome } from '../../command.ts';
import { blankText, exportText } from '../../print/spreadsheets/export-text.ts';
import { writtenOf } from '../../print/written-lines.ts';

const BLANK_NAME = 'start.xlsx';

/** `cam export`: the territory as a workbook or CSV files, or an empty workbook to start from. */
export const run: Command = async (line) => (line.options['blank'] === true ? blank(line) : territory(line));

async function territory({ args, options, shared, effects, screen }: CommandLine): Promise<Outcome> {
  const { currentFolder } = effects;
  const { kind, partner } = options as Readonly<Record<string, string | undefined>>;
  const tables = chosenTables(kind);
  const root = await territoryRoot({ currentFolder, workspace: shared.workspace });
  const home = shared.home ?? root;
  effects.progress('Reading the territory …');
  const opened = await openTerritory(root);
  const asOf = shared.asOf ?? opened.territory.config.as_of ?? effects.today;
  const target = exportTarget({
    ...(typeof args[0] === 'string' && { typed: args[0] }),
    ...(shared.format && { formats: shared.format }),
    currentFolder,
    out: shared.out === undefined ? resolve(home, 'out') : resolve(currentFolder, shared.out),
    asOf,
  });
  effects.progress('Writing the tables …');
  const report = await exportTerritory(opened, {
    tables,
    ...(partner !== undefined && { partner }),
    target,
    home,
    asOf,
    force: shared.force,
    dryRun: shared.dryRun,
  });
  const kept = report.files.filter(({ decision }) => decision === 'edited-by-hand');
  return {
    exitCode: report.leftOut.length > 0 ? EXIT.someFailed : EXIT.done,
    text: exportText(report, { screen, currentFolder, dryRun: shared.dryRun }),
    data: { asOf, tables: report.tables, guarded: report.guarded },
    files: writtenOf(report.files, shared.dryRun).map(({ path, kind }) => ({ path, kind })),
    warnings: [
      ...kept.map(({ path }) => ({
        where: path,
        message: 'was not written by cam or was edited since, and stays as it is',
      })),
      ...report.cut.map(({ table, row, column }) => ({
        where: `${table}, row ${row + 2}, ${column}`,
        message: 'is too long for a cell and was cut to 32,767 characters',
      })),
    ],
    failed: report.leftOut.map((id) => ({
      partner: id,
      message: `left out: its files have mistakes, see cam check partners/${id}`,
    })),
  };
}

async function blank({ args, options, shared, effects, screen }: CommandLine): Promise<Outcome> {
  const { currentFolder } = effects;
  if (options['partner'] !== undefined || options['kind'] !== undefined) {
    throw new Failure('usage', 'An empty workbook has every sheet and no partner.', 'Leave out --kind and --partner.');
  }
  const typed = typeof args[0] === 'string' ? args[0] : BLANK_NAME;
  const request = { typed, ...(shared.format && { formats: shared.format }), currentFolder };
  const { kind, path } = exportTarget({ ...request, out: currentFolder, asOf: effects.today });
  if (kind !== 'workbook')
    throw new Failure('usage', 'An empty workbook is an .xlsx file.', `cam export --blank ${BLANK_NAME}`);
  const asOf = shared.asOf ?? effects.today;
  await exportBlank({ path, asOf, force: shared.force, dryRun: shared.dryRun });
  return {
    exitCode: EXIT.done,
    text: blankText(path, { screen, currentFolder, dryRun: shared.dryRun }),
    data: { asOf, tables: [], guarded: 0 },
    files: shared.dryRun ? [] : [{ path, kind: 'workbook' }],
  };
}
