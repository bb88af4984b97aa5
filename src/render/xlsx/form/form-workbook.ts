import type { Sheet } from '../sheet.ts';
import { sheetNames } from '../sheet-names.ts';
import { writeWorkbook } from '../write-workbook.ts';
import { coverSheet } from './cover-sheet.ts';
import { IDENTITY_SHEET, type FormBook } from './form-book.ts';
import { sectionSheet } from './section-sheet.ts';

const COVER = 'Start';

/** Writes questions as a workbook: a first sheet that explains and counts, a sheet a section, protected but for the answers. */
export function writeFormWorkbook(book: FormBook): Buffer {
  const { sections, identity, properties } = book;
  const [cover, hidden, ...names] = sheetNames([COVER, IDENTITY_SHEET, ...sections.map(({ title }) => title)]);
  const drawn = sections.map((section, index) => sectionSheet(section, names[index]!));
  const counted = sections.map(({ title, questions }, index) => ({
    title,
    name: names[index]!,
    states: drawn[index]!.states,
    questions: questions.length,
  }));
  const known: Sheet = {
    name: hidden!,
    state: 'veryHidden',
    columns: [{ width: 20 }, { width: 40 }],
    rows: identity.map(([key, value]) => ({ cells: [{ value: key }, { value }] })),
    print: { landscape: false },
  };
  return writeWorkbook({
    properties,
    sheets: [coverSheet(book, counted, cover!), ...drawn.map(({ sheet }) => sheet), known],
  });
}
