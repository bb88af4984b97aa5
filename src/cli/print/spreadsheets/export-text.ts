import { basename, dirname, relative } from 'node:path';
import type { ExportReport } from '../../../app/export/export-territory.ts';
import { firstFew } from '../../../units/first-few.ts';
import { coloursOf } from '../colours.ts';
import type { Screen } from '../../command.ts';
import { counted } from './import-words.ts';
import { wrapWords } from '../wrap-words.ts';
import { shellWord } from '../../../units/shell-word.ts';
import { plural } from '../../../units/plural.ts';
import { typedCommand } from '../typed-command.ts';

interface Printing {
  readonly screen: Screen;
  readonly currentFolder: string;
  readonly dryRun: boolean;
}

/** Cut texts that are printed; --json lists all. */
const MOST_CUT = 5;

/** An export as a person reads it: what is in it, where, what to mind, how to bring it back. */
export function exportText(report: ExportReport, printing: Printing): string {
  const { screen, dryRun } = printing;
  const { green, bold, dim } = coloursOf(screen);
  const written = report.files.filter(({ decision }) => decision !== 'edited-by-hand');
  const head = headWords(report, printing);
  const mark = green(screen.unicode ? '✓' : 'ok');
  return [
    ...keptLines(report, printing),
    ...(written.length === 0 ? [] : [`${mark} ${bold(head)}`, ...indented(tableWords(report), screen).map(dim)]),
    ...(written.length === 0 ? [] : noteLines(report, screen)),
    ...(dryRun ? ['Dry run: nothing was written.'] : []),
    ...(written.length === 0 || dryRun ? [] : nextLines(report, printing)),
    '',
  ].join('\n');
}

/** What a person does with an empty workbook. */
export function blankText(path: string, { screen, currentFolder, dryRun }: Printing): string {
  const { green, bold, cyan } = coloursOf(screen);
  const name = placeOf(path, currentFolder);
  if (dryRun) return `An empty workbook would be written to ${name}. Nothing was written.\n`;
  return [
    `${green(screen.unicode ? '✓' : 'ok')} ${bold(`${name} is an empty workbook to start from.`)}`,
    ...indented(
      'Fill in the sheets Partners and Program; every other sheet may stay empty. The first sheet explains it.',
      screen,
    ),
    '',
    `${bold('Next')}  ${cyan(`cam init my-territory --from ${shellWord(name)}`)}`,
    '',
  ].join('\n');
}

function headWords(report: ExportReport, { currentFolder, dryRun }: Printing): string {
  const rows = report.tables.reduce((sum, table) => sum + table.rows, 0);
  const what = `${plural(report.tables.length, 'table')} with ${plural(rows, 'row')}`;
  const [first] = report.files;
  const folder = report.kind === 'csv-folder' ? dirname(first!.path) : first!.path;
  const place = placeOf(folder, currentFolder);
  return `${report.kind === 'csv-folder' ? `The folder ${place}` : place} ${dryRun ? 'would hold' : 'holds'} ${what}.`;
}

function tableWords({ tables }: ExportReport): string {
  const filled = tables.filter(({ rows }) => rows > 0).map(({ title, rows }) => `${title} ${counted(rows)}`);
  const empty = tables.filter(({ rows }) => rows === 0).map(({ title }) => title);
  return [
    ...(filled.length > 0 ? [`${filled.join(', ')}.`] : []),
    ...(empty.length > 0 ? [`Empty: ${empty.join(', ')}.`] : []),
  ].join(' ');
}

function noteLines(report: ExportReport, screen: Screen): string[] {
  const { yellow } = coloursOf(screen);
  const cut = report.cut.map(({ table, row, column }) => `${table}, row ${row + 2}, ${column}`);
  const notes = [
    ...(report.isPrivate
      ? ['Your private notes are in it: it is for you, not for partners.']
      : report.kind === 'workbook'
        ? ['It is for you, not for partners: it holds more than they see.']
        : []),
    ...(report.guarded > 0
      ? [
          `${plural(report.guarded, 'text')} that look like formulas begin with an apostrophe, so that no program runs them; cam import takes it off again.`,
        ]
      : []),
    ...(cut.length > 0
      ? [`Too long for a cell and cut to 32,767 characters: ${firstFew(cut, MOST_CUT, { between: '; ' })}.`]
      : []),
    ...(report.leftOut.length > 0
      ? [`Left out, because their files have mistakes (cam check): ${report.leftOut.join(', ')}.`]
      : []),
  ];
  return notes.flatMap((note) => {
    const [first = '', ...rest] = indented(note, screen);
    return [`${yellow('!')} ${first.trimStart()}`, ...rest];
  });
}

function keptLines({ files }: ExportReport, { screen, currentFolder }: Printing): string[] {
  const { yellow } = coloursOf(screen);
  return files
    .filter(({ decision }) => decision === 'edited-by-hand')
    .flatMap(({ path }) => {
      const name = placeOf(path, currentFolder);
      const words = `${name} was not written by cam or was edited since, and stays as it is. Bring your changes back first: ${typedCommand(`cam import ${shellWord(name)}`, screen)}; or replace it with --force.`;
      const [first = '', ...rest] = indented(words, screen);
      return [`${yellow('!')} ${first.trimStart()}`, ...rest];
    });
}

function nextLines({ files, tables }: ExportReport, { screen, currentFolder }: Printing): string[] {
  const { bold, cyan, dim } = coloursOf(screen);
  // Of several files, one that has something to change.
  const place =
    files.length === 1
      ? 0
      : Math.max(
          0,
          tables.findIndex(({ rows }) => rows > 0),
        );
  const command = typedCommand(`cam import ${shellWord(placeOf(files[place]!.path, currentFolder))}`, screen);
  return ['', `${bold('Next')}  ${cyan(command)}   ${dim('brings back what you change')}`];
}

/** A path as it would be typed here: relative below the current folder, absolute elsewhere. */
function placeOf(path: string, currentFolder: string): string {
  const inside = relative(currentFolder, path);
  return inside === '' ? basename(path) : inside.startsWith('..') ? path : inside;
}

function indented(text: string, { width }: Screen): string[] {
  return wrapWords(text, Math.max(20, width - 2)).map((line) => `  ${line}`);
}
