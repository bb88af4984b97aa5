import type { Document } from '../../../document/document.ts';
import { heightOf, linesOf } from '../page/text-room.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import { BAND, headerCell, printed, titleRows, WORDS } from './model-frame.ts';

const HEADER_ROW = 4;

/** A row of words: what is defined, how, and where it stands or comes from. */
export interface Definition {
  readonly name: string;
  readonly words: string;
  readonly where: string;
}

/** The sheet that says in words what the others mean, part by part. */
export function definitionsFrame(
  document: Document,
  {
    name,
    about,
    whereWidth,
    parts,
  }: {
    readonly name: string;
    readonly about: string;
    readonly whereWidth: number;
    readonly parts: readonly (readonly [title: string, definitions: readonly Definition[]])[];
  },
): Sheet {
  const widths = [2, 36, 84, whereWidth];
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: [
      ...titleRows({ value: 'Definitions' }, { value: about }, document),
      { cells: [undefined, headerCell('Name'), headerCell('What it is'), headerCell('Where')] },
      ...parts.flatMap(([title, definitions]): SheetRow[] => [
        { cells: [undefined, { value: title, style: BAND }, { style: BAND }, { style: BAND }] },
        ...definitions.map((definition) => definitionRow(definition, widths)),
      ]),
    ],
    frozen: { rows: HEADER_ROW, columns: 0 },
    gridlines: false,
    print: printed(document, { landscape: true, fit: 'columns', repeatedRows: { from: HEADER_ROW, to: HEADER_ROW } }),
  };
}

function definitionRow({ name, words, where }: Definition, widths: readonly number[]): SheetRow {
  const texts = [name, words, where];
  return {
    height: heightOf(Math.max(...texts.map((text, index) => linesOf(text, widths[index + 1]! - 1)))),
    cells: [
      undefined,
      ...texts.map((value, index) => ({
        value,
        style: { ...WORDS, font: index === 0 ? ('body' as const) : ('soft' as const) },
      })),
    ],
  };
}
