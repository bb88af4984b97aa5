import { escapeXml } from '../../ooxml/escape-xml.ts';
import { columnLetters } from '../../ooxml/workbook/cell-reference.ts';
import { excelText } from './cell-text.ts';
import type { Choices, DataColumn, DataSheet } from './data-book.ts';

// Rows below the last one in which a person adds records. Not the whole column: some readers unfold a range cell by cell.
const ROOM_FOR_MORE = 1_000;

/** The last row in which what is typed is checked. */
export function lastCheckedRow({ rows }: Pick<DataSheet, 'rows'>): number {
  return rows.length + 1 + ROOM_FOR_MORE;
}

/** Where a drop-down finds its words: in the file itself, or in a range. */
export type ChoiceSource = (choices: Choices) => string;

interface Check {
  readonly range: string;
  /** Attributes of the rule. */
  readonly rule: string;
  readonly formulas: readonly string[];
  readonly title: string;
  readonly message: string;
  readonly strict: boolean;
}

// Excel's own limits.
const MOST_OF_A_MESSAGE = 255;
const MOST_OF_A_TITLE = 32;
const MOST_OF_A_LIST = 255;
// Days of 1 March 1900 and 31 December 2199, the first and the last that a date of ours can be.
const [FIRST_DAY, LAST_DAY] = [61, 109_574];
const LARGEST_NUMBER = 1_000_000_000_000_000;

/** What Excel lets people put into the cells of a sheet, with words for what it does not take. */
export function validationsXml(sheet: DataSheet, sourceOf: ChoiceSource): string {
  const { columns, cellChoices = [] } = sheet;
  const checks = [
    ...columns.flatMap((column, index) => {
      const letters = columnLetters(index);
      return checksOf(column, `${letters}2:${letters}${lastCheckedRow(sheet)}`, sourceOf);
    }),
    ...cellChoices.map(({ row, column, words }): Check => {
      const choices = { words, strict: true } as const;
      return listCheck(choices, `${columnLetters(column)}${row + 2}`, sourceOf);
    }),
  ];
  if (checks.length === 0) return '';
  return `<dataValidations count="${checks.length}">${checks.map(checkXml).join('')}</dataValidations>`;
}

/** Words as a formula names them when they stand in the file itself; undefined where they do not fit. */
export function wordsInline(words: readonly string[]): string | undefined {
  const list = words.join(',');
  return list.length <= MOST_OF_A_LIST && words.every((word) => !/[,"]|^\s|\s$|^=/.test(word))
    ? `"${list}"`
    : undefined;
}

function checksOf(column: DataColumn, range: string, sourceOf: ChoiceSource): Check[] {
  if (column.choices) return [listCheck(column.choices, range, sourceOf)];
  switch (column.kind) {
    case 'yes-no':
      return [listCheck({ words: ['yes', 'no'], strict: true }, range, sourceOf)];
    case 'date':
      return [
        {
          range,
          rule: 'type="date"',
          formulas: [String(FIRST_DAY), String(LAST_DAY)],
          title: 'Not a date',
          message: 'This column holds dates: a day of the years 1900 to 2199, or nothing.',
          strict: true,
        },
      ];
    case 'number':
    case 'amount':
    case 'percent':
      return [
        {
          range,
          rule: 'type="decimal"',
          formulas: [String(-LARGEST_NUMBER), String(LARGEST_NUMBER)],
          title: 'Not a number',
          message:
            column.kind === 'percent'
              ? 'This column holds percentages, for example 25%. Leave it empty where it is not known.'
              : 'This column holds numbers. Leave it empty where it is not known; 0 means nought.',
          strict: true,
        },
      ];
    default:
      return [];
  }
}

function listCheck(choices: Choices, range: string, sourceOf: ChoiceSource): Check {
  const words = 'words' in choices ? choices.words.join(', ') : undefined;
  return {
    range,
    rule: 'type="list"',
    formulas: [sourceOf(choices)],
    title: choices.strict ? 'Not one of the choices' : 'Not in the list',
    message: messageFor(choices, words),
    strict: choices.strict,
  };
}

function messageFor(choices: Choices, words: string | undefined): string {
  if (words === undefined) {
    const sheet = 'sheet' in choices ? choices.sheet : '';
    return `It is not on the sheet ${sheet} yet. Keep it all the same?`;
  }
  if (!choices.strict) return 'It is not in the list yet. Keep it all the same?';
  const message = `Choose one of: ${words}; or leave the cell empty.`;
  return message.length <= MOST_OF_A_MESSAGE ? message : 'Choose one from the list, or leave the cell empty.';
}

function checkXml({ range, rule, formulas, title, message, strict }: Check): string {
  const style = strict ? '' : ' errorStyle="warning"';
  const [first = '', second] = formulas.map((formula) => escapeXml(formula));
  return (
    `<dataValidation ${rule}${style} allowBlank="1" showInputMessage="1" showErrorMessage="1" ` +
    `errorTitle="${attribute(title, MOST_OF_A_TITLE)}" error="${attribute(message, MOST_OF_A_MESSAGE)}" sqref="${range}">` +
    `<formula1>${first}</formula1>${second === undefined ? '' : `<formula2>${second}</formula2>`}</dataValidation>`
  );
}

function attribute(text: string, length: number): string {
  return escapeXml(excelText(text).slice(0, length));
}
