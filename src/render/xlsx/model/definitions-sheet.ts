import type { Document } from '../../../document/document.ts';
import type { DocumentModel, ModelLine } from '../../../document/model.ts';
import { keyOfName } from '../../../expression/key-of-name.ts';
import { printWords } from '../../../expression/print-words.ts';
import { heightOf, linesOf } from '../page/text-room.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import { BAND, headerCell, printed, titleRows, WORDS } from './model-frame.ts';
import { SHEETS } from './model-names.ts';

const HEADER_ROW = 4;
const WIDTHS = [2, 36, 84, 44] as const;
const WORDS_OF_TIME: Readonly<Record<string, string>> = { month: 'number of the month', year: 'whole years before it' };

/** A row of words: what is defined, how, and where it stands or comes from. */
type Definition = readonly [string, string, string];

/** What every result and line means, with its formula in words, and where the numbers come from. */
export function definitionsSheet(document: Document, model: DocumentModel): Sheet {
  const { results, caution, sources } = model.outcome;
  const parts: readonly (readonly [string, readonly Definition[]])[] = [
    ['Results', results.map(({ title, words }): Definition => [title, words, SHEETS.summary])],
    ['Lines of the model', lineDefinitions(model)],
    ['Where numbers come from', sources.map(({ name, text, url }): Definition => [name, text, url ?? ''])],
  ];
  return {
    name: SHEETS.definitions,
    columns: WIDTHS.map((width) => ({ width })),
    rows: [
      ...titleRows(
        { value: 'Definitions' },
        { value: `What the words and numbers of this workbook mean. ${caution}.` },
        document,
      ),
      { cells: [undefined, headerCell('Name'), headerCell('What it is'), headerCell('Where')] },
      ...parts.flatMap(([title, definitions]): SheetRow[] => [
        { cells: [undefined, { value: title, style: BAND }, { style: BAND }, { style: BAND }] },
        ...definitions.map(definitionRow),
      ]),
    ],
    frozen: { rows: HEADER_ROW, columns: 0 },
    gridlines: false,
    print: printed(document, { landscape: true, fit: 'columns', repeatedRows: { from: HEADER_ROW, to: HEADER_ROW } }),
  };
}

function definitionRow(definition: Definition): SheetRow {
  const lines = Math.max(...definition.map((text, index) => linesOf(text, WIDTHS[index + 1]! - 1)));
  return {
    height: heightOf(lines),
    cells: [
      undefined,
      ...definition.map((value, index) => ({
        value,
        style: { ...WORDS, font: index === 0 ? ('body' as const) : ('soft' as const) },
      })),
    ],
  };
}

/** Each formula once: offers of one kind share theirs. */
function lineDefinitions(model: DocumentModel): Definition[] {
  const found = new Map<string, Definition>();
  for (const line of model.lines) {
    const words = formulaWords(line, model);
    const same = found.get(`${line.title}\n${words}`);
    if (same === undefined) found.set(`${line.title}\n${words}`, [line.title, words, line.heading]);
    else if (!same[2].includes(line.heading))
      found.set(`${line.title}\n${words}`, [same[0], same[1], `${same[2]}; ${line.heading}`]);
  }
  return [...found.values()];
}

/** A formula with the titles of what it uses; lines and inputs of another group name it. */
function formulaWords({ formula, group }: ModelLine, { lines, inputs }: DocumentModel): string {
  const ofLines = new Map(lines.map((line) => [line.key, { title: line.title, group: line.group, of: line.heading }]));
  const ofInputs = new Map(
    inputs.map(({ key, label, group: heading }) => [
      key,
      { title: label, group: key.includes('.') ? key.slice(0, key.lastIndexOf('.')) : undefined, of: heading },
    ]),
  );
  return printWords(formula, (name) => {
    const isKnown = (key: string) => ofLines.has(key) || ofInputs.has(key) || ofInputs.has(`${key}.1`);
    const key = keyOfName(name, group, isKnown);
    const named = key === undefined ? undefined : (ofInputs.get(key) ?? ofInputs.get(`${key}.1`) ?? ofLines.get(key));
    if (!named) return WORDS_OF_TIME[name] ?? name;
    return named.group === undefined || named.group === group ? named.title : `${named.title} (${named.of})`;
  });
}
