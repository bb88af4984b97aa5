import type { LintProblem, LintRule, OpenPackage } from './lint-problem.ts';
import { child, descendants } from './xml-elements.ts';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/** Rules about the sheets of a workbook. */
export const SHEET_RULES: readonly LintRule[] = [cellProblems];

function cellProblems({ documents }: OpenPackage): LintProblem[] {
  const strings = documents.get('xl/sharedStrings.xml');
  const count = strings === undefined ? 0 : descendants(strings, 's:si').length;
  return [...documents]
    .filter(([part]) => SHEET.test(part))
    .flatMap(([part, document]) =>
      descendants(document, 's:c').flatMap((cell) => {
        const value = child(cell, 's:v')?.textContent;
        const place = cell.getAttribute('r') ?? '';
        const report = (message: string): LintProblem[] => [{ part, rule: 'cells', message: `${place} ${message}` }];
        if (value === undefined || value === null) return [];
        if (cell.getAttribute('t') === 's')
          return Number(value) < count ? [] : report(`refers to text ${value}, of ${count}`);
        const isNumber = (cell.getAttribute('t') ?? 'n') === 'n';
        return isNumber && (value === '' || !Number.isFinite(Number(value)))
          ? report(`holds "${value}" as a number`)
          : [];
      }),
    );
}
