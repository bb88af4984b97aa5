import type {
  Calculation,
  CalculationDefinition,
  CalculationSheet,
} from '../../../document/calculation/calculation.ts';
import { placeOfName } from '../../../document/calculation/place-of-name.ts';
import type { Document } from '../../../document/document.ts';
import type { Expression } from '../../../expression/expression.ts';
import { printWords } from '../../../expression/print-words.ts';
import { definitionsFrame } from '../model/definitions-frame.ts';
import type { Sheet } from '../sheet.ts';

/** What the words of a calculation mean, every formula once in words, and where its numbers come from. */
export function calculationDefinitions(name: string, document: Document, calculation: Calculation): Sheet {
  const parts = [
    ['Formulas', formulasOf(calculation)],
    ['Words and sources', calculation.definitions ?? []],
  ] as const;
  return definitionsFrame(document, {
    name,
    about: 'What the words and numbers of this workbook mean.',
    whereWidth: 34,
    parts: parts.filter(([, definitions]) => definitions.length > 0),
  });
}

/** Each formula once: columns and sheets that share one stand in one line. */
function formulasOf(calculation: Calculation): CalculationDefinition[] {
  const found = new Map<string, CalculationDefinition>();
  const add = (name: string, words: string, where: string) => {
    const same = found.get(`${name}\n${words}`);
    const places = same && !same.where.split('; ').includes(where) ? `${same.where}; ${where}` : (same?.where ?? where);
    found.set(`${name}\n${words}`, { name, words, where: places });
  };
  for (const sheet of calculation.sheets) {
    for (const { key, label, formula, total } of sheet.rows) {
      if (formula) add(label, wordsOf(formula, { sheet, column: sheet.columns[0]!.key, calculation }), sheet.title);
      if (sheet.total && total === 'sum' && !formula)
        add(`${label}, ${sheet.total.title.toLowerCase()}`, 'all columns added up', sheet.title);
      for (const { key: column, title, entries } of sheet.columns) {
        const entry = entries.get(key);
        // What is only taken over from elsewhere is explained there.
        if (entry && 'formula' in entry && entry.formula.root.kind !== 'name')
          add(`${label}, ${title}`, wordsOf(entry.formula, { sheet, column, calculation }), sheet.title);
      }
    }
  }
  return [...found.values()];
}

/** A formula with the labels of what it uses; what stands on another sheet, or in another column, names it. */
function wordsOf(
  formula: Expression,
  { sheet, column, calculation }: { sheet: CalculationSheet; column: string; calculation: Calculation },
): string {
  return printWords(formula, (name) => {
    const place = placeOfName(name, { sheet: sheet.key, column }, calculation);
    const other = calculation.sheets.find(({ key }) => key === place.sheet)!;
    const { label } = other.rows.find(({ key }) => key === place.row)!;
    if (place.sheet !== sheet.key) return `${label} (${other.title})`;
    if (place.column === column) return label;
    const title = other.columns.find(({ key }) => key === place.column)?.title ?? other.total!.title;
    return `${label} (${title})`;
  });
}
