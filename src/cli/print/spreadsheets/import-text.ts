import type { FileReport, ImportReport } from '../../../app/import/import-report.ts';
import { cleanText } from '../../../units/clean-text.ts';
import { cutText } from '../../../units/cut-text.ts';
import { formatAmount } from '../../../units/format.ts';
import { coloursOf } from '../colours.ts';
import type { Screen } from '../../command.ts';
import { restatedText, rowsText, totalText } from './import-accounts-text.ts';
import { indented, listText, marked, MOST_ENTRIES } from './import-list.ts';
import { totalsTexts } from './import-totals-text.ts';
import { counted, FULL, money, quoted } from './import-words.ts';
import { plural } from '../../../units/plural.ts';
import { typedCommand } from '../typed-command.ts';

/**
 * An import as a person reads it: what came of the rows, sums to compare with the CRM, then everything that needs a hand.
 */
export function importText(report: ImportReport, screen: Screen): string {
  if (report.needsMapping) return questionsText(report, screen);
  const files = report.parts?.map((part) => ({ ...part, mappings: mappingsOf(part, report) })) ?? [report];
  const parts = [...files.flatMap((file) => fileTexts(file, screen)), closingText(report, screen)];
  return parts.filter((part) => part !== '').join('\n');
}

function mappingsOf({ files }: FileReport, { mappings }: ImportReport): ImportReport['mappings'] {
  return mappings.filter(({ file }) => files.some((path) => path.endsWith(file)));
}

function fileTexts(report: FileReport, screen: Screen): string[] {
  return [
    headText(report, screen),
    totalText(report, screen),
    ...totalsTexts(report, screen),
    restatedText(report, screen),
    rejectedText(report, screen),
    unmatchedText(report, screen),
    vanishedText(report, screen),
    warningsText(report, screen),
  ];
}

function headText(report: FileReport, screen: Screen): string {
  const { bold, dim } = coloursOf(screen);
  const { created, updated, moved, unchanged, rejected, unmatched } = report;
  const unmatchedRows = unmatched.reduce((rows, entry) => rows + entry.rows, 0);
  const counts = [
    [created, 'created'],
    [updated, moved > 0 ? `updated (${counted(moved)} moved to another partner)` : 'updated'],
    [unchanged, 'unchanged'],
    [rejected.length, 'rejected'],
    [unmatchedRows, 'without a partner'],
    [report.repeated, 'repeated'],
    [report.leftOut.reduce((rows, entry) => rows + entry.rows, 0), 'left out'],
  ] as const;
  const outcomes = counts.filter(([count]) => count > 0).map(([count, word]) => `${counted(count)} ${word}`);
  const summed = report.rowsTaken === undefined ? '' : `${plural(report.rowsTaken, 'row')} taken: `;
  const of = report.kind === 'deals' ? '' : ` of ${report.kind}`;
  const read = Object.entries(report.columns).map(([field, header]) => `${field} = ${quoted(header)}`);
  const unused = report.unusedColumns.map(quoted);
  return [
    `${bold(report.files.map(cleanText).join(', '))}  ${plural(report.rows, 'row')}${of}${dim(` from ${report.sources.join(', ')}`)}`,
    ...indented(`${summed}${outcomes.join(', ')}.`, screen),
    ...indented(
      `Read: ${read.join(', ')}${report.dateOrder === null ? '' : `; dates ${report.dateOrder}`}.`,
      screen,
    ).map(dim),
    ...rowsText(report, screen),
    ...(unused.length > 0 ? indented(`Not used: ${fewOf(unused)}.`, screen).map(dim) : []),
    '',
  ].join('\n');
}

function fewOf(headers: readonly string[]): string {
  const more = headers.length - MOST_ENTRIES;
  return headers.slice(0, MOST_ENTRIES).join(', ') + (more > 0 ? ` + ${more} more; --json lists them all` : '');
}

function rejectedText({ rejected }: FileReport, screen: Screen): string {
  if (rejected.length === 0) return '';
  const { red, bold } = coloursOf(screen);
  const lines = rejected.slice(0, MOST_ENTRIES).flatMap(({ where, why, amount, currency }) => {
    const worth = amount === null ? '' : ` (${formatAmount(amount, currency, FULL)})`;
    return indented(`${where}: ${why}${worth}`, screen);
  });
  const title = `${red(screen.unicode ? '✗' : 'x')} ${bold(`${plural(rejected.length, 'row')} rejected`)}`;
  return listText(title, lines, rejected.length, screen);
}

function unmatchedText({ unmatched }: FileReport, screen: Screen): string {
  if (unmatched.length === 0) return '';
  const { yellow, bold, dim } = coloursOf(screen);
  const lines = unmatched.slice(0, MOST_ENTRIES).flatMap(({ partner, rows, byCurrency, why, nearest }) => {
    const name = partner === '' ? '(no name)' : cutText(cleanText(partner), 50);
    const like = nearest === undefined ? '' : `; ${nearest} is much like it`;
    return indented(`${name}: ${plural(rows, 'row')}, ${money(byCurrency)}; ${why}${like}`, screen);
  });
  const title = `${yellow('!')} ${bold(`${plural(unmatched.length, 'partner name')} not known; these rows were not imported`)}`;
  const remedy =
    'Add them with --create-partners, or say whose names they are under "partners:" in a mapping (--map FILE).';
  return listText(title, [...lines], unmatched.length, screen) + indented(remedy, screen).map(dim).join('\n') + '\n';
}

function vanishedText({ vanished }: FileReport, screen: Screen): string {
  if (vanished.length === 0) return '';
  const { yellow, bold } = coloursOf(screen);
  const lines = vanished.slice(0, MOST_ENTRIES).flatMap(({ key, partner, status, amount, currency }) => {
    const worth = amount === null ? 'no amount' : formatAmount(amount, currency, FULL);
    return indented(`${key}: ${partner}, ${status}, ${worth}`, screen);
  });
  const title = `${yellow('!')} ${bold(`${plural(vanished.length, 'earlier deal')} not in this export; left as they are`)}`;
  return listText(title, lines, vanished.length, screen);
}

function warningsText({ kind, warnings, withoutId }: FileReport, screen: Screen): string {
  const { yellow } = coloursOf(screen);
  const hashes =
    withoutId > 0
      ? [`${plural(withoutId, 'row')} without an id: known by a hash of ${HASHED[kind] ?? 'what stays the same'}`]
      : [];
  const said = [...hashes, ...warnings.map(({ where, message }) => `${where}: ${message}`)];
  return said.map((sentence) => marked(yellow('!'), `${sentence}.`, screen)).join('');
}

/** What a row without an id is known by. */
const HASHED: Readonly<Record<string, string>> = { deals: 'name, account, product and created date' };

function closingText(report: ImportReport, screen: Screen): string {
  const { written, createdPartners, dryRun, created, updated } = report;
  const { green, bold } = coloursOf(screen);
  const mark = green(screen.unicode ? '✓' : 'ok');
  if (dryRun) return `${mark} ${bold('Dry run: nothing was written.')}\n`;
  if (written.length === 0) return `${mark} ${bold('Nothing changed.')}\n`;
  const of = (kind: string): number => written.filter((file) => file.kind === kind).length;
  const parts = [
    ...(createdPartners.length > 0 ? [`${plural(createdPartners.length, 'partner')} added`] : []),
    ...(of('deals') > 0 ? [`deals of ${plural(of('deals'), 'partner')} written`] : []),
    ...recordTexts(written, createdPartners.length),
    ...(of('snapshot') > 0 ? [`${plural(of('snapshot'), 'snapshot')} added`] : []),
    ...written.filter(({ kind }) => kind === 'mapping').map(({ path }) => `mapping remembered in ${path}`),
  ];
  const command = of('deals') > 0 ? 'cam qbr --all' : 'cam';
  const next = created + updated > 0 ? `  Next: ${typedCommand(command, screen)}\n` : '';
  const [first = '', ...more] = indented(`${parts.join(', ')}.`, screen);
  return `${[`${mark} ${bold(first.trimStart())}`, ...more.map(bold)].join('\n')}\n${next}`;
}

/** Files of other records than deals: a few words each. */
function recordTexts(written: ImportReport['written'], partnersAdded: number): string[] {
  const counts = new Map<string, number>();
  for (const { kind } of written) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const changed = (counts.get('partner') ?? 0) - partnersAdded;
  const others = [...counts].filter(([kind]) => !['partner', 'deals', 'snapshot', 'mapping'].includes(kind));
  return [
    ...(changed > 0 ? [`${plural(changed, 'partner file')} changed`] : []),
    ...others.map(([kind, files]) =>
      kind === 'funds' ? 'funds written' : `${kind} of ${plural(files, 'partner')} written`,
    ),
  ];
}

function questionsText({ files, needsMapping, dryRun }: ImportReport, screen: Screen): string {
  const { yellow, bold, cyan } = coloursOf(screen);
  const { questions, proposals } = needsMapping!;
  const lines = questions.slice(0, MOST_ENTRIES).flatMap((question) => indented(`${question}.`, screen));
  const title = `${yellow('?')} ${bold(`${files.map(cleanText).join(', ')}: nothing was imported, this is not clear`)}`;
  const next = proposals.flatMap(({ path, command }) => [
    ...indented(
      dryRun
        ? `A proposal would be written to ${path}.`
        : `A proposal is in ${path}: look at the lines marked "check", then run`,
      screen,
    ),
    ...(dryRun ? [] : [`    ${cyan(typedCommand(command, screen))}`]),
  ]);
  return `${listText(title, lines, questions.length, screen)}\n${next.join('\n')}\n`;
}
