import type { Document, Element } from '@xmldom/xmldom';
import type { LintProblem, LintRule, OpenPackage } from './lint-problem.ts';
import { children, descendants, qualifiedName } from './xml-elements.ts';

const WORKBOOK = 'xl/workbook.xml';
const STYLES = 'xl/styles.xml';
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const LONGEST_NAME = 31;
const LONGEST_TEXT = 32_767;
const LONGEST_LIST = 255;

/** The children of a sheet and of a font in the order of ECMA-376 part 1, 18.3.1.99 and 18.8.22. */
const SHEET_ORDER: readonly string[] = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection'],
  ...['protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells'],
  ...[
    'phoneticPr',
    'conditionalFormatting',
    'dataValidations',
    'hyperlinks',
    'printOptions',
    'pageMargins',
    'pageSetup',
  ],
  ...['headerFooter', 'rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags'],
  ...['drawing', 'legacyDrawing', 'legacyDrawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems'],
  ...['tableParts', 'extLst'],
].map((name) => `s:${name}`);
const FONT_ORDER: readonly string[] = [
  ...['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign'],
  ...['sz', 'color', 'name', 'family', 'charset', 'scheme'],
].map((name) => `s:${name}`);

/** Rules about a workbook as a whole: names, styles, the order of elements, drop-downs and notes. */
export const WORKBOOK_RULES: readonly LintRule[] = [
  nameProblems,
  definedNameProblems,
  fontProblems,
  sheetProblems,
  textProblems,
  noteProblems,
];

function nameProblems({ documents }: OpenPackage): LintProblem[] {
  const names = sheetNames(documents);
  const report = (message: string): LintProblem => ({ part: WORKBOOK, rule: 'sheet-names', message });
  return names.flatMap((name, index) => {
    const lower = name.toLowerCase();
    const first = names.findIndex((other) => other.toLowerCase() === lower);
    return [
      ...(name === '' || name.length > LONGEST_NAME
        ? [report(`names a sheet "${name}", of ${name.length} characters`)]
        : []),
      ...(/[[\]:*?/\\]|^'|'$/.test(name) ? [report(`names a sheet "${name}", with a character no name may have`)] : []),
      ...(lower === 'history' ? [report('names a sheet History, which Excel keeps for itself')] : []),
      ...(first < index ? [report(`names two sheets "${name}"`)] : []),
    ];
  });
}

function definedNameProblems({ documents }: OpenPackage): LintProblem[] {
  const workbook = documents.get(WORKBOOK);
  if (workbook === undefined) return [];
  const names = sheetNames(documents);
  return descendants(workbook, 's:definedName').flatMap((element) => {
    const name = element.getAttribute('name') ?? '';
    const sheet = element.getAttribute('localSheetId');
    const report = (message: string): LintProblem => ({ part: WORKBOOK, rule: 'defined-names', message });
    return [
      ...(sheet !== null && !(Number(sheet) < names.length)
        ? [report(`gives ${name} to sheet ${sheet}, which is not there`)]
        : []),
      ...strangeSheets(element.textContent ?? '', names).map((strange) =>
        report(`lets ${name} refer to the sheet "${strange}", which is not there`),
      ),
    ];
  });
}

function fontProblems({ documents }: OpenPackage): LintProblem[] {
  const styles = documents.get(STYLES);
  if (styles === undefined) return [];
  return descendants(styles, 's:font')
    .filter((font) => !isOrdered(font, FONT_ORDER))
    .map(() => ({ part: STYLES, rule: 'element-order', message: 'has the children of a font in the wrong order' }));
}

function sheetProblems({ documents }: OpenPackage): LintProblem[] {
  const names = sheetNames(documents);
  const formats = formatCount(documents.get(STYLES));
  return [...documents]
    .filter(([part]) => SHEET.test(part))
    .flatMap(([part, document]) => {
      const report = (rule: string, message: string): LintProblem => ({ part, rule, message });
      const root = document.documentElement;
      const errors = descendants(document, 's:c').filter((cell) => cell.getAttribute('t') === 'e');
      const formulas = [...descendants(document, 's:f'), ...descendants(document, 's:formula1')].map(
        (formula) => formula.textContent ?? '',
      );
      const links = descendants(document, 's:hyperlink').map((link) => link.getAttribute('location') ?? '');
      const highest = descendants(document, 's:c').reduce(
        (most, cell) => Math.max(most, Number(cell.getAttribute('s') ?? 0)),
        0,
      );
      return [
        ...(root !== null && !isOrdered(root, SHEET_ORDER)
          ? [report('element-order', 'has its elements in the wrong order')]
          : []),
        ...errors.map((cell) =>
          report('formulas', `${cell.getAttribute('r') ?? ''} holds the error ${cell.textContent ?? ''}`),
        ),
        ...formulas
          .filter((formula) => formula.includes('#REF!'))
          .map((formula) => report('formulas', `has a formula that lost what it refers to: ${formula}`)),
        ...formulas.flatMap((formula) =>
          strangeSheets(formula, names).map((strange) =>
            report('formulas', `refers to the sheet "${strange}", which is not there`),
          ),
        ),
        ...links.flatMap((link) =>
          strangeSheets(link, names).map((strange) =>
            report('links', `leads to the sheet "${strange}", which is not there`),
          ),
        ),
        ...formulas
          .filter((formula) => /^".*"$/.test(formula) && formula.length - 2 > LONGEST_LIST)
          .map((formula) => report('drop-downs', `has a list of ${formula.length - 2} characters in one drop-down`)),
        ...(highest >= Math.max(1, formats) ? [report('styles', `has a cell of style ${highest}, of ${formats}`)] : []),
      ];
    });
}

function textProblems({ documents }: OpenPackage): LintProblem[] {
  const part = 'xl/sharedStrings.xml';
  const strings = documents.get(part);
  if (strings === undefined) return [];
  return descendants(strings, 's:si')
    .map((item) => (item.textContent ?? '').replace(/_x005f_/gi, '_').length)
    .filter((length) => length > LONGEST_TEXT)
    .map((length) => ({
      part,
      rule: 'cells',
      message: `holds a text of ${length} characters, more than a cell takes`,
    }));
}

// A note without its box in the old drawing language is never shown.
function noteProblems({ documents, parts }: OpenPackage): LintProblem[] {
  return [...documents]
    .filter(([part]) => /^xl\/comments\d*\.xml$/.test(part))
    .flatMap(([part, document]) => {
      const notes = descendants(document, 's:comment').length;
      const drawing = part.replace(/comments(\d*)\.xml$/, 'drawings/vmlDrawing$1.vml');
      const bytes = parts.get(drawing);
      const boxes = new TextDecoder().decode(bytes).split('ObjectType="Note"').length - 1;
      return boxes === notes
        ? []
        : [{ part, rule: 'notes', message: `has ${notes} notes and ${boxes} boxes to show them in` }];
    });
}

function sheetNames(documents: OpenPackage['documents']): string[] {
  const workbook = documents.get(WORKBOOK);
  return workbook === undefined
    ? []
    : descendants(workbook, 's:sheet').map((sheet) => sheet.getAttribute('name') ?? '');
}

/** Sheets that a formula names and the workbook does not have. */
function strangeSheets(formula: string, names: readonly string[]): string[] {
  const known = new Set(names.map((name) => name.toLowerCase()));
  const named = Array.from(
    formula.matchAll(/'((?:[^']|'')+)'!|(?<![#\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_.]*)!/gu),
    ([, quoted, plain = '']) => (quoted === undefined ? plain : quoted.replaceAll("''", "'")),
  );
  return named.filter((name) => !known.has(name.toLowerCase()));
}

function formatCount(styles: Document | undefined): number {
  const formats = styles === undefined ? undefined : descendants(styles, 's:cellXfs')[0];
  return formats === undefined ? 0 : children(formats).length;
}

function isOrdered(element: Element, order: readonly string[]): boolean {
  const ranks = children(element)
    .map((child) => order.indexOf(qualifiedName(child)))
    .filter((rank) => rank >= 0);
  return ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0));
}
