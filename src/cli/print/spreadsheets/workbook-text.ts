import { PARTNERS } from '../../../app/tables/partner-tables.ts';
import type { WorkbookReport } from '../../../app/workbook/import-workbook.ts';
import type { Conflict, KeptRow, WorkbookChange, WorkbookFindings } from '../../../app/workbook/workbook-changes.ts';
import { coloursOf } from '../colours.ts';
import { EXIT, type Screen } from '../../command.ts';
import { counted } from './import-words.ts';
import { valueWords, workbookChangesText } from './workbook-changes-text.ts';
import { plural } from '../../../units/plural.ts';

/** Lines of one kind that are printed; --json lists all. */
const MOST_LINES = 200;
const PARTNERS_SHEET = PARTNERS.title;

/** What a person changed in a workbook, a line a cell, and what cannot be taken. */
export function differencesText(findings: WorkbookFindings, screen: Screen): string {
  const { changes, conflicts, rejected, kept, notes } = findings;
  const { red, yellow, dim } = coloursOf(screen);
  return [
    changes.length === 0 ? '' : changesSection(changes, screen),
    section(
      `${plural(conflicts.length, 'cell')} changed in the workbook and in the files:`,
      red,
      conflicts.map(conflictLine),
    ),
    section(
      `${plural(rejected.length, 'problem')} in rows that were not taken:`,
      red,
      rejected.map(({ where, why }) => `${where}: ${why}`),
    ),
    keptSection(
      ' (--delete takes them out)',
      kept.filter(({ always }) => !always),
      yellow,
    ),
    keptSection(
      ' (cam partner retire ends a partnership)',
      kept.filter((row) => row.always && row.sheet === PARTNERS_SHEET),
      yellow,
    ),
    keptSection(
      '',
      kept.filter((row) => row.always && row.sheet !== PARTNERS_SHEET),
      yellow,
    ),
    section(
      '',
      dim,
      notes.map(({ where, message }) => `${where}: ${message}`),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The report of an import as it is printed at its end; differences that a person has seen already are not repeated. */
export function workbookText(
  report: WorkbookReport,
  { screen, isShown }: { readonly screen: Screen; readonly isShown: boolean },
): string {
  const { bold, green, dim } = coloursOf(screen);
  const { changes, conflicts, rejected, rows, unchanged, written, dryRun, declined } = report;
  const mark = green(screen.unicode ? '✓' : 'ok');
  const exit = conflicts.length + rejected.length > 0 ? `  ${dim(`Exit code ${EXIT.dataNeedsFixing}.`)}` : '';
  const read = `${plural(rows, 'row')} read, ${counted(unchanged)} unchanged.`;
  const head = (): string => {
    if (declined) return `${bold('Nothing was changed.')}  ${dim(read)}`;
    if (changes.length === 0) return `${bold('Nothing to change.')}  ${dim(read)}${exit}`;
    if (dryRun)
      return `${bold(`${plural(changes.length, 'change')} would be made.`)}  ${dim(read)}${exit}\nDry run: nothing was written.`;
    return `${mark} ${bold(`${plural(changes.length, 'change')} made in ${plural(written.length, 'file')}.`)}  ${dim(read)}${exit}`;
  };
  const hints =
    conflicts.length > 0 && !declined ? [dim('--force takes what the workbook says where both sides changed.')] : [];
  return [...(isShown ? [] : [differencesText(report, screen)]), head(), ...hints, '']
    .filter((part, at) => part !== '' || at > 0)
    .join('\n');
}

function changesSection(changes: readonly WorkbookChange[], screen: Screen): string {
  const more =
    changes.length > MOST_LINES ? `and ${counted(changes.length - MOST_LINES)} more; --json lists all\n` : '';
  return workbookChangesText(changes.slice(0, MOST_LINES), screen) + more;
}

function conflictLine({ where, partner, row, column, before, theirs, ours, isGone }: Conflict): string {
  const whose = [partner, row].filter(Boolean).join(' ');
  if (column === '') return `${where}: ${whose} was deleted in the workbook and changed in the files since`;
  const said = `${whose} ${column} was ${valueWords(before)}, the workbook says ${valueWords(theirs)}`;
  return `${where}: ${said}, ${isGone ? 'the row is gone from the files' : `the files say ${valueWords(ours)}`}`;
}

function keptSection(remedy: string, kept: readonly KeptRow[], colour: (text: string) => string): string {
  return section(
    `${plural(kept.length, 'row')} deleted in the workbook, kept in the files${remedy}:`,
    colour,
    kept.map(({ where, partner, row }) => `${where}: ${[partner, row].filter(Boolean).join(' ')}`),
  );
}

function section(title: string, colour: (text: string) => string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const more = lines.length > MOST_LINES ? [`  and ${counted(lines.length - MOST_LINES)} more; --json lists all`] : [];
  const shown = lines.slice(0, MOST_LINES).map((line) => (title === '' ? colour(line) : `  ${line}`));
  return `${[...(title === '' ? [] : [colour(title)]), ...shown, ...more].join('\n')}\n`;
}
