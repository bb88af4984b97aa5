import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../../src/document/document.ts';
import { lintPackage } from '../../../src/ooxml/lint-package.ts';
import { readZip } from '../../../src/ooxml/read-zip.ts';
import { renderPptx } from '../../../src/render/pptx/render-pptx.ts';
import { validateOffice } from '../../ooxml/validate-office.ts';
import { extremeReview } from './fixtures/extreme.ts';
import { richReview } from './fixtures/rich.ts';
import { sparseReview } from './fixtures/sparse.ts';
import { readCharts, readSlides, type Slide } from './read-slides.ts';

const REVIEWS: readonly [string, Document][] = [
  ['rich', richReview],
  ['sparse', sparseReview],
  ['extreme', extremeReview],
];
const decks = new Map<string, Buffer>();
const slidesOf = (name: string): Slide[] => readSlides(decks.get(name)!);

beforeAll(async () => {
  for (const [name, review] of REVIEWS) decks.set(name, await renderPptx(review));
});

describe.each(REVIEWS)('the %s review as a deck', (name, review) => {
  it('is a package without a fault', () => {
    expect(lintPackage(decks.get(name)!)).toEqual([]);
  });

  it('passes the validator of the Open XML SDK', async () => {
    expect(await validateOffice(decks.get(name)!)).toEqual([]);
  });

  it('comes out with the same bytes twice, with other decks made in between', async () => {
    await renderPptx(sparseReview);
    expect((await renderPptx(review)).equals(decks.get(name)!)).toBe(true);
  });

  it('is not changed by being drawn', async () => {
    const before = JSON.stringify(review);
    await renderPptx(review);
    expect(JSON.stringify(review)).toBe(before);
  });

  it('has a title of its own on each slide', () => {
    const titles = slidesOf(name).map((slide) => slide.title);
    expect(titles.every((title) => title.trim().length > 0)).toBe(true);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('names every shape after its section, no two alike on a slide', () => {
    for (const slide of slidesOf(name)) {
      const names = slide.shapes.map((shape) => shape.name);
      expect(new Set(names).size).toBe(names.length);
      const section = review.sections.find(({ id }) => names[0]!.startsWith(id))!;
      expect(names.filter((shape) => !/^[a-z0-9-]+\./.test(shape) || !shape.startsWith(section.id))).toEqual([]);
    }
  });

  it('describes every chart and table in words', () => {
    const described = slidesOf(name).flatMap((slide) => slide.shapes.filter((shape) => shape.kind !== 'shape'));
    expect(described.filter((shape) => shape.description.length < 5).map((shape) => shape.name)).toEqual([]);
  });

  it('uses colours of the theme, and fixed ones only for status, rules and text on them', () => {
    const fixed = new Set(['1B7A4B', 'E4F3EA', '8F5600', 'FBF0DC', 'B3261E', 'FCE8E6', '4F5B67', 'EEF0F3', 'D5DAE0']);
    const used = [...slidesOf(name).map((slide) => slide.xml), ...readCharts(decks.get(name)!)].flatMap((xml) =>
      Array.from(xml.matchAll(/srgbClr val="([^"]*)"/g), (match) => match[1]!),
    );
    expect([...new Set(used)].filter((colour) => !fixed.has(colour))).toEqual([]);
  });

  it('opens in LibreOffice with one page a slide', ({ skip }) => {
    const pages = pagesInLibreOffice(decks.get(name)!);
    if (pages === undefined) return skip('LibreOffice or pdfinfo is not installed');
    expect(pages).toBe(slidesOf(name).length);
  });
});

describe('a deck', () => {
  it('says on every slide of the internal edition, and on none of the partner edition, that it is internal', () => {
    const marked = (slides: readonly Slide[]) =>
      slides.filter((slide) => slide.shapes.some((shape) => shape.text === 'Internal edition, not for the partner'));
    expect(marked(slidesOf('sparse'))).toHaveLength(slidesOf('sparse').length);
    expect(marked(slidesOf('extreme'))).toHaveLength(slidesOf('extreme').length);
    expect(marked(slidesOf('rich'))).toEqual([]);
    expect(slidesOf('rich').some((slide) => slide.xml.includes('nternal'))).toBe(false);
  });

  it('prints headlines whole when they fit two lines', () => {
    const titles = slidesOf('rich').map((slide) => slide.title.replaceAll('\u00a0', ' '));
    const headlines = richReview.sections
      .slice(1)
      .map((section) => String((section.headline.values.text as { text: string }).text));
    expect(titles.slice(1)).toEqual(headlines);
    expect(titles[0]).toBe('Bluefjord Managed Services');
  });

  it('shows both dates, the source, the partner, the quarter and the page on each slide but the cover', () => {
    slidesOf('rich')
      .slice(1)
      .forEach((slide, i) => {
        const text = (suffix: string) =>
          slide.shapes.find((shape) => shape.name.endsWith(suffix))?.text.replaceAll('\u00a0', ' ');
        expect(text('.footer.source')).toBe(
          `Results to 31 Mar 2026  ·  pipeline as of 14 Apr 2026  ·  ${richReview.sections[i + 1]!.source}`,
        );
        expect(text('.footer.page')).toBe(`Bluefjord  ·  FY26-Q3  ·  ${i + 2}`);
        expect(slide.xml).toMatch(/<a:fld id="\{[0-9A-F-]{36}\}" type="slidenum">/);
      });
  });

  it('prints every word of a review that has room for all of them', () => {
    const printed = slidesOf('rich').flatMap(wordsOn).join('\n');
    const written = richReview.sections.flatMap((section) => textsIn(section)).filter((text) => text.length > 1);
    expect(written.length).toBeGreaterThan(200);
    expect(written.filter((text) => !printed.includes(text))).toEqual([]);
  });

  it('puts each speaker note on a line of its own', () => {
    expect(slidesOf('rich')[1]!.notes.slice(0, 2)).toEqual([
      'Sources and definitions of the summary.',
      'Sums are made before rounding.',
    ]);
  });

  it('counts and sums the deals a slide has no room for', () => {
    const texts = slidesOf('rich').flatMap((slide) => slide.shapes.map((shape) => shape.text));
    expect(texts).toContain('+ 7 more ($605K) in the appendix');
  });

  it('prints the name of a group once', () => {
    const table = slidesOf('rich')[2]!.shapes.find((shape) => shape.table)!.table!;
    expect(table.rows.map((row) => row.cells[0]!.text)).toEqual(['Side', 'Bluefjord', '', '', '', 'Tessaline', '', '']);
  });

  it('keeps the numbers of its charts whole, in native charts with their own data', () => {
    const months = readCharts(decks.get('rich')!).find((xml) => xml.includes('barChart') && xml.includes('118000'))!;
    expect(months).toContain('formatCode="#,##0,;&quot;−&quot;#,##0,;0"');
    expect(Array.from(readZip(decks.get('rich')!).keys()).filter((path) => path.endsWith('.xlsx'))).toHaveLength(5);
  });

  it('names a line that ends at zero above its axis', async () => {
    const none: Document = JSON.parse(JSON.stringify(richReview), (key, value: unknown) =>
      key === 'values' && Array.isArray(value) ? value.map((each) => (typeof each === 'number' ? 0 : each)) : value,
    );
    const [chart, label] = readSlides(await renderPptx(none)).flatMap(({ shapes }) => {
      const named = shapes.find(({ name: shape }) => shape.endsWith('.forecast-label'));
      const drawn = shapes.find(
        ({ kind, name: shape }) => kind === 'chart' && named?.name === `${shape}.forecast-label`,
      );
      return named && drawn ? [drawn.box, named.box] : [];
    });
    // The plot ends a fiftieth above the frame of the chart.
    expect(label!.y + label!.h).toBeLessThanOrEqual(chart!.y + chart!.h * 0.98 + 0.005);
  });

  it('draws a gap as a gap and never as zero', () => {
    const months = readCharts(decks.get('rich')!).find((xml) => xml.includes('barChart') && xml.includes('118000'))!;
    const bars = months.slice(months.indexOf('<c:barChart>'), months.indexOf('</c:barChart>'));
    const points = Array.from(bars.slice(bars.indexOf('<c:val>')).matchAll(/<c:pt idx="(\d+)">/g), (match) =>
      Number(match[1]),
    );
    expect(points).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('shows every deal of a long appendix once, in order, over as many slides as it takes', () => {
    const pages = slidesOf('extreme').filter((slide) =>
      slide.shapes.some((shape) => shape.name.startsWith('appendix-deals')),
    );
    expect(pages.map((page) => page.title)).toEqual([
      '47 open deals hold $394M; $230M of it closes in FY26-Q4 (1 of 2)',
      '47 open deals hold $394M; $230M of it closes in FY26-Q4 (2 of 2)',
    ]);
    const amounts = pages.flatMap((page) =>
      page.shapes.flatMap(({ table }) => {
        const column = table?.rows[0]!.cells.findIndex((cell) => cell.text === 'Amount') ?? -1;
        return table?.rows.slice(1).map((row) => row.cells[column]!.text) ?? [];
      }),
    );
    expect(amounts).toHaveLength(47);
    expect(amounts[0]).toBe('$19.0M');
    expect(amounts[46]).toBe('$1.66M');
  });

  it('gives the two halves of a long table the same columns', () => {
    const page = slidesOf('extreme').find((slide) =>
      slide.shapes.some((shape) => shape.name === 'appendix-deals.main.deals-2'),
    )!;
    const [left, right] = page.shapes.flatMap((shape) => shape.table ?? []);
    expect(left!.rows[0]!.cells.map((cell) => cell.text)).toEqual(['Account', 'Stage', 'Close', 'Amount', 'Flag']);
    expect(right!.rows[0]!.cells.map((cell) => cell.text)).toEqual(left!.rows[0]!.cells.map((cell) => cell.text));
    expect(right!.columns).toEqual(left!.columns);
  });

  it('never cuts a number, a date or a status', () => {
    const cells = slidesOf('extreme').flatMap((slide) =>
      slide.shapes.flatMap(({ table }) => table?.rows.flatMap((row) => row.cells) ?? []),
    );
    const cut = cells.filter((cell) => /^[−$\d▲●▼○]/.test(cell.text) && cell.text.includes('…'));
    expect(cut.map((cell) => cell.text)).toEqual([]);
  });

  it('takes the accent of the vendor, darkened until white words on it can be read', () => {
    const theme = new TextDecoder().decode(readZip(decks.get('extreme')!).get('ppt/theme/theme1.xml'));
    expect(theme).toMatch(/<a:accent1><a:srgbClr val="8\d[67]\d00"\/><\/a:accent1>/);
  });
});

/** Everything a reader can find on a slide, alternative texts and notes included. */
function wordsOn(slide: Slide): string[] {
  const shapes = slide.shapes.flatMap(({ text, description, table }) => [
    text,
    description,
    ...(table?.rows.flatMap((row) => row.cells.map((cell) => cell.text)) ?? []),
  ]);
  return [...shapes, ...slide.notes].map((text) => text.replaceAll('\u00a0', ' '));
}

/** Every text of a section, wherever it stands in it; the cover's headline gives way to the partner's name. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { kind, text, layout, ...rest } = value as Record<string, unknown>;
  if (kind === 'text' && typeof text === 'string') return [text];
  if (layout === 'cover') delete rest.headline;
  return [...textsIn(text), ...Object.values(rest).flatMap(textsIn)];
}

/** Pages of the deck as LibreOffice prints it; undefined when it is not installed here. */
function pagesInLibreOffice(deck: Buffer): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'cam-pages-'));
  try {
    writeFileSync(join(folder, 'deck.pptx'), deck);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'deck.pptx')],
      { stdio: 'ignore' },
    );
    readFileSync(join(folder, 'deck.pdf'));
    const facts = execFileSync('pdfinfo', [join(folder, 'deck.pdf')], { encoding: 'utf8' });
    return Number(/^Pages:\s+(\d+)/m.exec(facts)?.[1]);
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      error.code === 'ENOENT' &&
      'syscall' in error &&
      String(error.syscall).startsWith('spawn')
    )
      return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
