import type { DataBook, DataColumn, DataRow, DataSheet } from '../../../src/render/xlsx/data-book.ts';

/** A column of text; what a test is about is said. */
export function column(title: string, more: Partial<DataColumn> = {}): DataColumn {
  return { title, kind: 'text', isKey: false, ...more };
}

export function sheet(columns: readonly DataColumn[], rows: readonly DataRow[], title = 'Deals'): DataSheet {
  return { title, columns, rows };
}

/** A workbook of these sheets with a front sheet that lists them. */
export function bookOf(sheets: readonly DataSheet[], more: Partial<DataBook> = {}): DataBook {
  return {
    properties: { title: 'Partner tables', company: 'Quillmere & Sons', locale: 'en-GB', asOf: '2026-02-28' },
    footer: 'Partner tables',
    front: {
      name: 'Read me',
      lines: [
        { kind: 'title', text: 'Tables' },
        { kind: 'space' },
        { kind: 'entry', word: 'Notes', text: 'Not for partners', isPrivate: true },
        ...sheets.map(({ title }) => ({ kind: 'sheet', sheet: title, text: 'What it holds', count: 'empty' }) as const),
      ],
    },
    sheets,
    hidden: [],
    ...more,
  };
}
