import { columnLetters } from '../../ooxml/workbook/cell-reference.ts';
import type { Choices, DataColumn, DataSheet } from './data-book.ts';
import type { InputCheck } from './sheet.ts';

// Rows below the last one in which a person adds records. Not the whole column: some readers unfold a range cell by cell.
const ROOM_FOR_MORE = 1_000;

/** The last row in which what is typed is checked. */
export function lastCheckedRow({ rows }: Pick<DataSheet, 'rows'>): number {
  return rows.length + 1 + ROOM_FOR_MORE;
}

/** Where a drop-down finds its words: in the file itself, or in a range. */
export type ChoiceSource = (choices: Choices) => string;

// Excel's own limits.
const MOST_OF_A_MESSAGE = 255;
const MOST_OF_A_LIST = 255;
// Days of 1 March 1900 and 31 December 2199, the first and the last that a date of ours can be.
const [FIRST_DAY, LAST_DAY] = [61, 109_574];
const LARGEST_NUMBER = 1_000_000_000_000_000;

/** What Excel lets people put into the cells of a table, with words for what it does not take. */
export function inputChecks(table: DataSheet, sourceOf: ChoiceSource): InputCheck[] {
  const { columns, cellChoices = [] } = table;
  return [
    ...columns.flatMap((column, index) => {
      const letters = columnLetters(index);
      return checksOf(column, `${letters}2:${letters}${lastCheckedRow(table)}`, sourceOf);
    }),
    ...rangesOfWords(cellChoices).map(({ range, words }) => listCheck({ words, strict: true }, range, sourceOf)),
  ];
}

// More areas than this in one check, and some programs take long over them.
const MOST_AREAS = 200;

/** The cells that take the same words, together: a run of rows is one area. */
function rangesOfWords(
  cells: NonNullable<DataSheet['cellChoices']>,
): readonly { readonly range: string; readonly words: readonly string[] }[] {
  const groups = new Map<string, { words: readonly string[]; areas: { column: number; from: number; to: number }[] }>();
  for (const { row, column, words } of cells) {
    const key = JSON.stringify(words);
    const group = groups.get(key) ?? { words, areas: [] };
    groups.set(key, group);
    const last = group.areas.at(-1);
    if (last?.column === column && last.to === row - 1) last.to = row;
    else group.areas.push({ column, from: row, to: row });
  }
  return [...groups.values()].flatMap(({ words, areas }) => {
    const written = areas.map(({ column, from, to }) => {
      const letters = columnLetters(column);
      return from === to ? `${letters}${from + 2}` : `${letters}${from + 2}:${letters}${to + 2}`;
    });
    const parts = Math.ceil(written.length / MOST_AREAS);
    return Array.from({ length: parts }, (_, part) => ({
      words,
      range: written.slice(part * MOST_AREAS, (part + 1) * MOST_AREAS).join(' '),
    }));
  });
}

/** Words as a formula names them when they stand in the file itself; undefined where they do not fit. */
export function wordsInline(words: readonly string[]): string | undefined {
  const list = words.join(',');
  return list.length <= MOST_OF_A_LIST && words.every((word) => !/[,"]|^\s|\s$|^=/.test(word))
    ? `"${list}"`
    : undefined;
}

function checksOf(column: DataColumn, range: string, sourceOf: ChoiceSource): InputCheck[] {
  if (column.choices) return [listCheck(column.choices, range, sourceOf)];
  switch (column.kind) {
    case 'yes-no':
      return [listCheck({ words: ['yes', 'no'], strict: true }, range, sourceOf)];
    case 'date':
      return [
        {
          range,
          allows: { kind: 'date', from: FIRST_DAY, to: LAST_DAY },
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
          allows: { kind: 'decimal', from: -LARGEST_NUMBER, to: LARGEST_NUMBER },
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

function listCheck(choices: Choices, range: string, sourceOf: ChoiceSource): InputCheck {
  const words = 'words' in choices ? choices.words.join(', ') : undefined;
  return {
    range,
    allows: { kind: 'list', formula: sourceOf(choices) },
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
