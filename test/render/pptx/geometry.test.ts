import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../../src/document/document.ts';
import { countLines } from '../../../src/render/pptx/fit-text.ts';
import { lineHeight } from '../../../src/render/pptx/measure-text.ts';
import { renderPptx } from '../../../src/render/pptx/render-pptx.ts';
import { extremeReview } from './fixtures/extreme.ts';
import { richReview } from './fixtures/rich.ts';
import { sparseReview } from './fixtures/sparse.ts';
import { readSlides, type Box, type Shape, type Slide, type TextLine } from './read-slides.ts';

const HAIR = 0.005;
const PAGE: Box = { x: 0, y: 0, w: 13.334, h: 7.5 };
const STRIP_TOP = 6.2;
const FOOTER_TOP = 7;

const inFrancs = (review: Document): Document =>
  JSON.parse(JSON.stringify(review).replaceAll('"currency":"USD"', '"currency":"CHF"')) as Document;

describe.each([
  ['rich', richReview],
  ['rich, in a currency without a symbol', inFrancs(richReview)],
  ['rich, internal', { ...richReview, edition: 'internal' as const }],
  ['sparse', sparseReview],
  ['extreme', extremeReview],
])('the layout of the %s review', (_, review) => {
  let slides: Slide[] = [];
  beforeAll(async () => {
    slides = readSlides(await renderPptx(review));
  });

  it('keeps every text inside its box', () => {
    const spilled = slides.flatMap((slide) => slide.shapes.filter((shape) => shape.kind === 'shape' && spills(shape)));
    expect(spilled.map((shape) => `${shape.name}: ${shape.text.slice(0, 60)}`)).toEqual([]);
  });

  it('keeps every cell of a table inside its column and its row', () => {
    const spilled = slides.flatMap((slide) => slide.shapes.flatMap(spilledCells));
    expect(spilled).toEqual([]);
  });

  it('gives each table the height its rows have', () => {
    for (const { table, box } of tablesOf(slides)) {
      const rows = table!.rows.reduce((sum, row) => sum + row.height, 0);
      expect(rows).toBeCloseTo(box.h, 2);
      expect(table!.columns.reduce((sum, width) => sum + width, 0)).toBeCloseTo(box.w, 2);
    }
  });

  it('keeps everything on the page, and the body clear of strip and footer', () => {
    for (const slide of slides.slice(1)) {
      const hasStrip = slide.shapes.some((shape) => shape.name.endsWith('.strip'));
      for (const { name, box } of slide.shapes) {
        expect(isInside(box, PAGE), `${name} on the page`).toBe(true);
        if (/\.(?:strip|footer)\b/.test(name)) continue;
        expect(box.y + box.h, `${name} above the foot`).toBeLessThanOrEqual((hasStrip ? STRIP_TOP : FOOTER_TOP) + HAIR);
      }
    }
  });

  it('lets nothing overlap', () => {
    const overlaps = slides.flatMap(({ shapes }) =>
      shapes.flatMap((a, i) => shapes.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`${a.name} × ${b.name}`] : []))),
    );
    expect(overlaps).toEqual([]);
  });

  it('sets nothing below 12 points but the footer', () => {
    const small = slides.flatMap((slide) =>
      slide.shapes.filter((shape) => {
        const lines = [
          ...shape.paragraphs,
          ...(shape.table?.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)) ?? []),
        ];
        return !shape.name.includes('.footer.') && lines.some((line) => line.runs.some((run) => run.size < 12));
      }),
    );
    expect(small.map((shape) => shape.name)).toEqual([]);
  });
});

describe('the places of a slide', () => {
  it('stand where the grid says, and higher by 0.37 inches under a title of one line', async () => {
    const slides = readSlides(await renderPptx(richReview));
    const boxOf = (slide: number, name: string) => slides[slide - 1]!.shapes.find((shape) => shape.name === name)!.box;
    expect(boxOf(4, 'performance.main.cumulative.heading').y).toBeCloseTo(1.75, 2);
    expect(boxOf(4, 'performance.main.cumulative')).toMatchObject({ x: 0.6, w: 7.55 });
    expect(boxOf(4, 'performance.main.months').x).toBeCloseTo(0.6, 3);
    expect(boxOf(4, 'performance.side.against').x).toBeCloseTo(8.78, 2);
    expect(boxOf(5, 'pipeline.main.top-deals').x).toBeCloseTo(4.86, 2);
    expect(boxOf(3, 'commitments.main.results').y).toBeCloseTo(1.75, 2);
    expect(boxOf(7, 'next-commitments.main.next').y).toBeCloseTo(1.38, 2);
    expect(boxOf(4, 'performance.strip')).toMatchObject({ x: 0.6, y: 6.2, h: 0.62 });
  });
});

function tablesOf(slides: readonly Slide[]): Shape[] {
  return slides.flatMap((slide) => slide.shapes.filter((shape) => shape.table));
}

function spills({ paragraphs, box }: Shape): boolean {
  if (paragraphs.every((line) => line.runs.length === 0)) return false;
  return heightOf(paragraphs, box.w) > box.h + HAIR;
}

function spilledCells({ name, table }: Shape): string[] {
  if (!table) return [];
  return table.rows.flatMap(({ height, cells }, r) =>
    cells.flatMap((cell, c) => {
      const inside = table.columns[c]! - cell.margin.left - cell.margin.right;
      const needed = heightOf(cell.paragraphs, inside) + cell.margin.top + cell.margin.bottom;
      return cell.text && needed > height + HAIR ? [`${name} row ${r} column ${c}: ${cell.text.slice(0, 60)}`] : [];
    }),
  );
}

function heightOf(paragraphs: readonly TextLine[], width: number): number {
  return paragraphs.reduce((sum, { runs, before, indent }) => {
    const colourless = runs.map((run) => ({ ...run, colour: '' }));
    const size = Math.max(...runs.map((run) => run.size), 12);
    return sum + before + countLines(colourless, width - indent + HAIR) * lineHeight(size);
  }, 0);
}

/** Things that belong together may touch: a panel and its words, a chart and its labels, dots on their line. */
function overlap(a: Shape, b: Shape): boolean {
  const [stemA, stemB] = [a, b].map((shape) =>
    shape.name
      .split('.')
      .slice(0, shape.name.includes('.main') || shape.name.includes('.side') ? 3 : 2)
      .join('.'),
  );
  if (
    stemA === stemB &&
    (a.kind !== 'shape' || b.kind !== 'shape' || isBackdrop(a) || isBackdrop(b) || isMark(a) || isMark(b))
  )
    return false;
  if (isBackdrop(a) || isBackdrop(b)) return false;
  const w = Math.min(a.box.x + a.box.w, b.box.x + b.box.w) - Math.max(a.box.x, b.box.x);
  const h = Math.min(a.box.y + a.box.h, b.box.y + b.box.h) - Math.max(a.box.y, b.box.y);
  return w > HAIR && h > HAIR;
}

function isBackdrop(shape: Shape): boolean {
  return shape.isFilled && shape.text === '';
}

function isMark(shape: Shape): boolean {
  return /\.(?:rule|ahead|done|dot|number)$/.test(shape.name);
}

function isInside(box: Box, page: Box): boolean {
  return (
    box.x >= page.x - HAIR && box.y >= page.y - HAIR && box.x + box.w <= page.w + HAIR && box.y + box.h <= page.h + HAIR
  );
}
