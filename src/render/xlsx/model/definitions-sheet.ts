import type { Document } from '../../../document/document.ts';
import type { DocumentModel, ModelLine } from '../../../document/model.ts';
import { keyOfName } from '../../../expression/key-of-name.ts';
import { printWords } from '../../../expression/print-words.ts';
import type { Sheet } from '../sheet.ts';
import { definitionsFrame, type Definition } from './definitions-frame.ts';
import { SHEETS } from './model-names.ts';

const WORDS_OF_TIME: Readonly<Record<string, string>> = { month: 'number of the month', year: 'whole years before it' };

/** What every result and line means, with its formula in words, and where the numbers come from. */
export function definitionsSheet(document: Document, model: DocumentModel): Sheet {
  const { results, caution, sources } = model.outcome;
  return definitionsFrame(document, {
    name: SHEETS.definitions,
    about: `What the words and numbers of this workbook mean. ${caution}.`,
    whereWidth: 44,
    parts: [
      ['Results', results.map(({ title, words }) => ({ name: title, words, where: SHEETS.summary }))],
      ['Lines of the model', lineDefinitions(model)],
      ['Where numbers come from', sources.map(({ name, text, url }) => ({ name, words: text, where: url ?? '' }))],
    ],
  });
}

/** Each formula once: offers of one kind share theirs. */
function lineDefinitions(model: DocumentModel): Definition[] {
  const found = new Map<string, Definition>();
  for (const line of model.lines) {
    const words = formulaWords(line, model);
    const key = `${line.title}\n${words}`;
    const same = found.get(key);
    if (same === undefined) found.set(key, { name: line.title, words, where: line.heading });
    else if (!same.where.includes(line.heading)) found.set(key, { ...same, where: `${same.where}; ${line.heading}` });
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
