import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { reasonsOfPartner } from '../../../src/app/figures/reasons.ts';
import { printPage, renderPage, type FileFormat } from '../../../src/app/pages/render-page.ts';
import { printReasons } from '../../../src/cli/print/print-reasons.ts';
import type { Document } from '../../../src/document/document.ts';
import { knownOnly } from '../../../src/document/known-only.ts';
import { blocksInOrder } from '../../../src/document/page-order.ts';
import { formatSentence, formatValue } from '../../../src/units/format.ts';
import type { Value } from '../../../src/units/value.ts';
import { openSample, pagesOf, type Pages } from '../../artifacts/sample-pages.ts';
import { plain } from '../../domain/given.ts';
import { readSlides } from '../../render/pptx/read-slides.ts';

/** What stands in one place of a page: a text, or the number behind a cell. */
type Cell = string | number;

interface Shown {
  /** The document that is drawn in this format. */
  readonly of: 'page' | 'deck';
  /** Everything it shows, in the order of reading: a figure stands behind its label. */
  cells(document: Document): Promise<readonly Cell[]>;
}

const SCREEN = { colour: false, unicode: true, interactive: false };
const asText = async (document: Document, format: FileFormat) => String(await renderPage(document, format));
const onTerminal = (width: number): Shown => ({
  of: 'page',
  cells: async (document) => (await printPage(document, { ...SCREEN, width })).split(/\n| {2,}/),
});

/** Every format a figure is shown in; another one is another entry. */
const FORMATS: Readonly<Record<string, Shown>> = {
  'the terminal, 80 columns': onTerminal(80),
  'the terminal, 120 columns': onTerminal(120),
  Markdown: { of: 'page', cells: async (document) => (await asText(document, 'md')).split(/[|\n]|\*\*/) },
  HTML: {
    of: 'page',
    cells: async (document) =>
      unescaped((await asText(document, 'html')).replace(/<style[^]*?<\/style>/g, '')).split('\n'),
  },
  'a workbook': { of: 'page', cells: async (document) => cellsOfWorkbook(await renderPage(document, 'xlsx')) },
  slides: {
    of: 'deck',
    cells: async (document) =>
      readSlides((await renderPage(document, 'pptx')) as Uint8Array).flatMap(({ shapes }) =>
        shapes.flatMap(({ paragraphs, table }) => [
          ...paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')),
          ...(table?.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) ?? []),
        ]),
      ),
  },
};

/** The words between the tags of a page, each on a line. */
function unescaped(html: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
  return html.replace(/<[^>]+>/g, '\n').replace(/&(#?\w+);/g, (whole, name: string) => signs[name] ?? whole);
}

async function cellsOfWorkbook(bytes: string | Uint8Array): Promise<readonly Cell[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const cells: Cell[] = [];
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const { value } = cell;
        const held = typeof value === 'object' && value !== null && 'result' in value ? value.result : value;
        if (typeof held === 'number' || typeof held === 'string') cells.push(held);
      }),
    );
  }
  return cells;
}

const spaced = (cell: Cell): Cell => (typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : cell);

/** What stands behind each appearance of a label. */
function behind(cells: readonly Cell[], label: string): readonly Cell[] {
  return cells.flatMap((cell, index) => (cell === label && index + 1 < cells.length ? [cells[index + 1]!] : []));
}

/** Key figures of a page as it shows them, and its lines of what is won and planned. */
function shownFigures(document: Document): readonly { readonly label: string; readonly value: Value }[] {
  return knownOnly(document)
    .sections.flatMap(blocksInOrder)
    .flatMap((block) => {
      if (block.kind === 'key-figures') {
        return block.figures.map(({ label, value }) => ({ label: formatSentence(label, document.format), value }));
      }
      if (block.kind !== 'table' || block.id !== 'against') return [];
      return block.rows.slice(0, 2).map(({ cells }) => ({
        label: formatValue(cells[block.columns[0]!.key]!.value, document.format),
        value: cells['quarter']!.value,
      }));
    });
}

const workspace = await openSample();
const partners = workspace.territory.partners.map(({ id }) => id);
const made = new Map<string, Pages>(partners.map((id) => [id, pagesOf(workspace, id)]));

describe.each(partners)('a figure of %s', (id) => {
  const pages = made.get(id)!;
  const figures = Object.entries(pages.scorecard.figures);

  it.each(Object.entries(FORMATS))('is the same in %s', async (_, { of, cells }) => {
    const document = pages[of];
    const found = (await cells(document)).map(spaced).filter((cell) => cell !== '');
    for (const { label, value } of shownFigures(document)) {
      const words = spaced(formatValue(value, document.format));
      const beside = behind(found, String(spaced(label)));
      expect(beside.length, label).toBeGreaterThan(0);
      // A cell holds the number itself; a page its words.
      const said = beside.map((cell) => (typeof cell === 'number' && cell === plain(value) ? words : cell));
      expect(said, label).toContain(words);
    }
    const headline = spaced(formatSentence(document.sections[0]!.headline, document.format));
    // A narrow screen breaks it over two lines; slides carry headlines of their own.
    if (of === 'page') expect(found.join(' ')).toContain(headline);
  });

  it('is the same number in JSON', async () => {
    const data = JSON.parse(await asText(pages.page, 'json')) as { figures: Record<string, unknown> };
    for (const [name, value] of Object.entries(pages.page.figures)) {
      const expected = value.kind === 'missing' || value.kind === 'none' ? null : numberOrText(value);
      expect(data.figures[name], name).toBe(expected);
    }
  });

  it('is the same when it is asked why, number and words', () => {
    const reasonsOf = reasonsOfPartner(workspace, { partnerId: id });
    for (const [name, { label, value }] of figures) {
      const reasons = reasonsOf(name);
      expect(reasons.figure.value, name).toEqual(value);
      if (value.kind === 'missing') continue;
      const [first] = printReasons(reasons, { ...SCREEN, width: 200 }).split('\n');
      expect(spaced(first!), name).toContain(spaced(`${label} ${formatValue(value, { locale: reasons.locale })}`));
    }
  });
});

function numberOrText(value: Value): number | boolean | string {
  switch (value.kind) {
    case 'date':
      return value.date;
    case 'month':
      return value.month;
    case 'text':
      return value.text;
    case 'score':
      return value.score;
    case 'points':
      return value.points;
    default:
      return plain(value);
  }
}
