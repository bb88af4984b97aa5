import type { Document } from '@xmldom/xmldom';
import type { LintProblem, LintRule, OpenPackage } from './lint-problem.ts';
import { type Area, areaOf } from './workbook/cell-reference.ts';
import { child, children, descendants } from './xml-elements.ts';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const STRINGS = 'xl/sharedStrings.xml';

/** Rules about the sheets of a workbook. */
export const SHEET_RULES: readonly LintRule[] = [
  cellProblems,
  orderProblems,
  stringProblems,
  mergeProblems,
  lookProblems,
];

type Report = (rule: string, message: string) => LintProblem;

/** Applies a rule to each sheet. */
function inSheets({ documents }: OpenPackage, rule: (sheet: Document, report: Report) => LintProblem[]): LintProblem[] {
  return [...documents]
    .filter(([part]) => SHEET.test(part))
    .flatMap(([part, sheet]) => rule(sheet, (name, message) => ({ part, rule: name, message })));
}

function cellProblems(opened: OpenPackage): LintProblem[] {
  const strings = opened.documents.get(STRINGS);
  const count = strings === undefined ? 0 : descendants(strings, 's:si').length;
  return inSheets(opened, (sheet, report) =>
    descendants(sheet, 's:c').flatMap((cell) => {
      const value = child(cell, 's:v')?.textContent;
      const place = cell.getAttribute('r') ?? '';
      if (value === undefined || value === null) return [];
      if (cell.getAttribute('t') === 's')
        return Number(value) < count ? [] : [report('cells', `${place} refers to text ${value}, of ${count}`)];
      const isNumber = (cell.getAttribute('t') ?? 'n') === 'n';
      return isNumber && (value === '' || !Number.isFinite(Number(value)))
        ? [report('cells', `${place} holds "${value}" as a number`)]
        : [];
    }),
  );
}

/** Excel repairs a sheet whose rows or cells are not in order, and loses some of them. */
function orderProblems(opened: OpenPackage): LintProblem[] {
  return inSheets(opened, (sheet, report) => {
    let lastRow = -1;
    return descendants(sheet, 's:row').flatMap((row) => {
      const number = Number(row.getAttribute('r')) - 1;
      const problems =
        number > lastRow ? [] : [report('cell-order', `has row ${number + 1} behind row ${lastRow + 1}`)];
      lastRow = number;
      let lastColumn = -1;
      for (const cell of children(row, 's:c')) {
        const name = cell.getAttribute('r') ?? '';
        const place = areaOf(name);
        if (place?.top !== number) problems.push(report('cell-order', `has ${name} in row ${number + 1}`));
        else if (place.left <= lastColumn)
          problems.push(report('cell-order', `has ${name} behind a later cell of its row`));
        lastColumn = place?.left ?? lastColumn;
      }
      return problems;
    });
  });
}

function stringProblems(opened: OpenPackage): LintProblem[] {
  const root = opened.documents.get(STRINGS)?.documentElement;
  if (!root) return [];
  const report = (message: string): LintProblem => ({ part: STRINGS, rule: 'string-counts', message });
  const [held, told] = [descendants(root, 's:si').length, Number(root.getAttribute('uniqueCount'))];
  let uses = 0;
  inSheets(opened, (sheet) => {
    uses += descendants(sheet, 's:c').filter((cell) => cell.getAttribute('t') === 's').length;
    return [];
  });
  return [
    ...(held === told ? [] : [report(`says that it holds ${told} texts, and holds ${held}`)]),
    ...(uses === Number(root.getAttribute('count'))
      ? []
      : [report(`says that cells use it ${root.getAttribute('count')} times, and they do ${uses} times`)]),
  ];
}

function mergeProblems(opened: OpenPackage): LintProblem[] {
  return inSheets(opened, (sheet, report) => {
    const merged = descendants(sheet, 's:mergeCell').map((merge) => merge.getAttribute('ref') ?? '');
    return merged.flatMap((range, index) =>
      merged
        .slice(0, index)
        .filter((other) => overlap(areaOf(range), areaOf(other)))
        .map((other) => report('merged-cells', `merges ${range}, a part of which ${other} merged before`)),
    );
  });
}

function overlap(a: Area | undefined, b: Area | undefined): boolean {
  if (!a || !b) return false;
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

/** Conditional formats that name a look nobody described. */
function lookProblems(opened: OpenPackage): LintProblem[] {
  const styles = opened.documents.get('xl/styles.xml');
  const looks = styles === undefined ? 0 : descendants(styles, 's:dxf').length;
  return inSheets(opened, (sheet, report) =>
    descendants(sheet, 's:cfRule')
      .map((rule) => rule.getAttribute('dxfId'))
      .filter((look) => look !== null && !(Number(look) < looks))
      .map((look) => report('styles', `has a conditional format of look ${look}, of ${looks}`)),
  );
}
