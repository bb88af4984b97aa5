import { columnLetters } from '../../ooxml/workbook/cell-reference.ts';
import type { Choices, DataBook, TextSheet } from './data-book.ts';
import { sheetRange } from './sheet-names.ts';
import { type ChoiceSource, wordsInline } from './validations.ts';

/** Title of the very hidden sheet that holds the words of drop-downs too long for a formula. */
const LIST_SHEET = 'cam lists';
// Rows of another sheet that a drop-down looks at beyond those filled in: for records added in the workbook.
const ROOM_FOR_MORE = 500;

/** Collects what drop-downs offer: in the formula itself where it fits, on a hidden sheet, or on the sheet the words come from. */
export class ChoiceLists {
  readonly #lists: (readonly string[])[] = [];
  readonly #sheets: DataBook['sheets'];
  readonly #names: readonly string[];

  /** @param names the names of the sheets as they stand in the workbook, in the same order. */
  constructor(sheets: DataBook['sheets'], names: readonly string[]) {
    this.#sheets = sheets;
    this.#names = names;
  }

  /** The formula that names the words of a choice. */
  readonly sourceOf: ChoiceSource = (choices: Choices): string => {
    if ('words' in choices) return wordsInline(choices.words) ?? this.#listed(choices.words);
    const place = this.#sheets.findIndex(({ title }) => title === choices.sheet);
    const rows = this.#sheets[place]?.rows.length;
    if (rows === undefined) throw new Error(`A drop-down looks for the sheet ${choices.sheet}, which is not there.`);
    const column = columnLetters(choices.column);
    return sheetRange(this.#names[place]!, `$${column}$2:$${column}$${rows + 1 + ROOM_FOR_MORE}`);
  };

  /** The hidden sheet, one list a column; undefined where every list fits into its formula. */
  sheet(): TextSheet | undefined {
    if (this.#lists.length === 0) return undefined;
    const height = Math.max(...this.#lists.map((list) => list.length));
    const rows = Array.from({ length: height }, (_, row) => this.#lists.map((list) => list[row] ?? ''));
    return { title: LIST_SHEET, rows };
  }

  #listed(words: readonly string[]): string {
    const known = this.#lists.findIndex((list) => list.join('\n') === words.join('\n'));
    const place = known === -1 ? this.#lists.push(words) - 1 : known;
    const column = columnLetters(place);
    return sheetRange(LIST_SHEET, `$${column}$1:$${column}$${Math.max(1, words.length)}`);
  }
}
