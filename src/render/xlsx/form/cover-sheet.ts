import type { CellStyle, InputCheck, Sheet, SheetCell, SheetLink, SheetRow } from '../sheet.ts';
import { sheetRange } from '../sheet-names.ts';
import type { FormBook } from './form-book.ts';
import { INPUT } from './section-sheet.ts';

const WIDTHS = [2, 34, 22, 12, 12, 60] as const;
/** Days Excel can write, from 1 January 2000 to the end of 2199. */
const DAYS = { from: 36_526, to: 109_574 } as const;

/** A section as the first sheet counts it. */
export interface CountedSection {
  readonly title: string;
  readonly name: string;
  readonly states: string;
  readonly questions: number;
}

/** The first sheet: what to do, who answers, and how far it is. */
export function coverSheet(book: FormBook, sections: readonly CountedSection[], name: string): Sheet {
  const rows: SheetRow[] = [];
  const links: SheetLink[] = [];
  const checks: InputCheck[] = [];
  const add = (cells: SheetRow['cells'], height?: number): number =>
    rows.push({ cells: [undefined, ...cells], ...(height !== undefined && { height }) });
  add([text(book.title, { font: 'title' })], 26);
  add([text(book.subtitle, { font: 'soft' })]);
  add([]);
  add([head('How to fill it in'), head(''), head(''), head(''), head('')]);
  for (const line of book.instructions) add([text(line, { font: 'body' })]);
  add([]);
  add([head('About your answers'), head(''), head(''), head(''), head('')]);
  for (const { label, hint, kind } of book.about) {
    const style: CellStyle = kind === 'date' ? { ...INPUT, format: 'yyyy-mm-dd', align: 'left' } : INPUT;
    const row = add([
      text(label, { font: 'strong' }),
      { style },
      text(hint, { font: 'soft', align: 'left', indent: 1 }),
    ]);
    if (kind === 'date') checks.push(dateCheck(`C${row}`));
  }
  add([]);
  add([head('Progress'), head('Answered', 'right'), head('Of', 'right'), head('', 'right'), head('')]);
  const first = rows.length + 1;
  for (const section of sections) {
    const row = add(progressCells(section));
    links.push({ cell: `B${row}`, target: sheetRange(section.name, 'A1'), words: section.title });
  }
  const last = rows.length;
  add(totalCells(first, last, sections));
  return {
    name,
    columns: WIDTHS.map((width) => ({ width })),
    rows,
    gridlines: false,
    links,
    checks,
    conditions: [{ range: `E${rows.length}`, kind: 'bar', from: 0, to: 1 }],
    isProtected: true,
    keepsRows: true,
    print: { landscape: false, fit: 'columns', footer: book.title },
  };
}

function progressCells({ title, name, states, questions }: CountedSection): readonly SheetCell[] {
  const formula = `COUNTIF(${sheetRange(name, states)},"answered")`;
  return [
    text(title, { font: 'link', border: 'hair' }),
    { formula, value: 0, style: { ...NUMBER, border: 'hair' } },
    { value: questions, style: { ...NUMBER, border: 'hair' } },
  ];
}

function totalCells(first: number, last: number, sections: readonly CountedSection[]): readonly SheetCell[] {
  const all = sections.reduce((sum, { questions }) => sum + questions, 0);
  const total = last + 1;
  const style: CellStyle = { ...NUMBER, font: 'strong', border: 'above' };
  return [
    text('All', { font: 'strong', border: 'above' }),
    { formula: `SUM(C${first}:C${last})`, value: 0, style },
    { formula: `SUM(D${first}:D${last})`, value: all, style },
    { formula: `IF(D${total}>0,C${total}/D${total},0)`, value: 0, style: { ...style, format: '0%' } },
  ];
}

const NUMBER: CellStyle = { font: 'body', align: 'right', locked: true };

function dateCheck(range: string): InputCheck {
  const message = 'Write a date, for example 2026-03-14, or leave the cell empty.';
  return { range, allows: { kind: 'date', ...DAYS }, title: 'A date', message, strict: true };
}

function head(words: string, align?: 'right'): SheetCell {
  return text(words, { font: 'heading', border: 'below', ...(align && { align }) });
}

function text(value: string, style: CellStyle): SheetCell {
  return { value, style: { ...style, locked: true } };
}
