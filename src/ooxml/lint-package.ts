import { type Document, DOMParser } from '@xmldom/xmldom';
import { CHART_RULES } from './lint-charts.ts';
import { PACKAGING_RULES } from './lint-packaging.ts';
import type { LintProblem, LintRule, OpenPackage } from './lint-problem.ts';
import { SLIDE_RULES } from './lint-slides.ts';
import { SHEET_CHART_RULES } from './lint-sheet-charts.ts';
import { SHEET_RULES } from './lint-sheets.ts';
import { WORKBOOK_RULES } from './lint-workbooks.ts';
import { readZip } from './read-zip.ts';
import { zipDirectory, ZipError } from './zip-directory.ts';

export type { LintProblem } from './lint-problem.ts';

const RULES: readonly LintRule[] = [
  valueProblems,
  ...PACKAGING_RULES,
  ...SLIDE_RULES,
  ...CHART_RULES,
  ...SHEET_RULES,
  ...SHEET_CHART_RULES,
  ...WORKBOOK_RULES,
  workbookProblems,
];
const FIRST_DAY = (1 << 5) | 1;
// Below this, deflating gains nothing worth having.
const SMALL = 256;
const STORED = 'is stored without being deflated';

/**
 * What is wrong with an Office package, beyond what a schema validator sees: an empty list is a sound deck or workbook.
 * @param bytes the whole package; the workbooks inside it are checked too.
 */
export function lintPackage(bytes: Uint8Array): LintProblem[] {
  return lint(bytes, { isEmbedded: false });
}

function lint(bytes: Uint8Array, { isEmbedded }: { readonly isEmbedded: boolean }): LintProblem[] {
  try {
    // The parts of a workbook inside a deck may be stored: the deck deflates the workbook as a whole.
    const zipProblems = lintZip(bytes).filter(({ message }) => !isEmbedded || message !== STORED);
    const { opened, problems } = openPackage(readZip(bytes));
    return [...zipProblems, ...problems, ...RULES.flatMap((rule) => rule(opened))];
  } catch (error) {
    if (error instanceof ZipError) return [{ part: '', rule: 'zip', message: error.message }];
    throw error;
  }
}

function lintZip(bytes: Uint8Array): LintProblem[] {
  const entries = zipDirectory(bytes);
  const report = (part: string, message: string): LintProblem => ({ part, rule: 'zip', message });
  const stored = entries.filter(
    (entry) => entry.method === 0 && entry.size > SMALL && /\.(?:xml|rels)$/.test(entry.path),
  );
  return [
    ...entries.filter((entry) => entry.path.endsWith('/')).map((entry) => report(entry.path, 'is a folder')),
    ...stored.map((entry) => report(entry.path, STORED)),
    ...entries
      .filter((entry) => entry.date !== FIRST_DAY || entry.time !== 0)
      .map((entry) => report(entry.path, 'carries the time it was written')),
    ...(entries[0]?.path === '[Content_Types].xml' ? [] : [report('[Content_Types].xml', 'is not the first part')]),
  ];
}

function openPackage(parts: ReadonlyMap<string, Uint8Array>): { opened: OpenPackage; problems: LintProblem[] } {
  const documents = new Map<string, Document>();
  const problems: LintProblem[] = [];
  for (const [part, bytes] of parts) {
    if (!/\.(?:xml|rels|vml)$/.test(part)) continue;
    const parsed = parse(new TextDecoder().decode(bytes));
    if (typeof parsed === 'string')
      problems.push({ part, rule: 'well-formed', message: `is not well-formed: ${parsed}` });
    else documents.set(part, parsed);
  }
  return { opened: { parts, documents }, problems };
}

// The document, or what is wrong with it in words.
function parse(xml: string): Document | string {
  // The parser lets control characters pass, which Office does not.
  const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.exec(xml);
  if (illegal !== null) return `it holds the control character ${illegal[0].charCodeAt(0)}`;
  let fault = '';
  const note = (_level: string, message: string): void => {
    // The parser warns of U+FFFD, which stands for a half character that a person's file held.
    const isHarmless = message.includes('replacement character');
    if (fault === '' && !isHarmless) fault = message.split('\n')[0] ?? '';
  };
  try {
    const document = new DOMParser({ onError: note }).parseFromString(xml, 'text/xml');
    return fault === '' ? document : fault;
  } catch (error) {
    return fault === '' ? String(error) : fault;
  }
}

function valueProblems({ documents, parts }: OpenPackage): LintProblem[] {
  return [...documents.keys()].flatMap((part) => {
    const xml = new TextDecoder().decode(parts.get(part));
    const values = Array.from(
      xml.matchAll(/ (?!name|descr|title|tooltip)[\w:]+="(?:val )?(NaN|-?Infinity|undefined)"/g),
      (match) => match[1],
    );
    const colours = Array.from(xml.matchAll(/<a:srgbClr val="([^"]*)"/g), (match) => match[1] ?? '').filter(
      (colour) => !/^[0-9a-fA-F]{6}$/.test(colour),
    );
    return [
      ...values.map((value) => ({ part, rule: 'numbers', message: `has an attribute that is ${value}` })),
      ...colours.map((colour) => ({
        part,
        rule: 'colours',
        message: `has the colour "${colour}", which is not six hex digits`,
      })),
    ];
  });
}

function workbookProblems({ parts }: OpenPackage): LintProblem[] {
  return [...parts]
    .filter(([path]) => path.endsWith('.xlsx'))
    .flatMap(([path, bytes]) =>
      lint(bytes, { isEmbedded: true }).map((problem) => ({ ...problem, part: `${path}/${problem.part}` })),
    );
}
