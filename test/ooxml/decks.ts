import PptxGenJs from 'pptxgenjs';
import { expect } from 'vitest';
import { finishPresentation, type PresentationFinish } from '../../src/ooxml/finish-presentation.ts';
import { lintPackage, type LintProblem } from '../../src/ooxml/lint-package.ts';
import type { Parts } from '../../src/ooxml/parts.ts';
import { writeZip } from '../../src/ooxml/write-zip.ts';

const MONTHS = ['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const FINISH: PresentationFinish = {
  title: 'Northwind Systems: quarterly business review',
  company: 'Acme & Sons',
  language: 'en-GB',
  modified: '2026-02-28',
  theme: {
    name: 'Channel',
    fonts: { major: 'Calibri', minor: 'Calibri' },
    colours: {
      ...{ dk1: '17232E', lt1: 'FFFFFF', dk2: '4F5B67', lt2: 'F4F6F8', hlink: '0F5E7D', folHlink: '4F5B67' },
      ...{
        accent1: '0F5E7D',
        accent2: '5E9BB3',
        accent3: 'B5D1DC',
        accent4: 'E4EFF3',
        accent5: '7A8591',
        accent6: '2B3A47',
      },
    },
  },
  descriptions: [],
};

/** A deck of one kind of slide layout with a title, ready for content. */
export function newDeck(): PptxGenJs {
  const deck = new PptxGenJs();
  deck.layout = 'LAYOUT_WIDE';
  deck.author = 'Jo Ainsworth';
  const title = { type: 'title' as const, name: 'title', x: 0.6, y: 0.64, w: 12.13, h: 0.92, fontSize: 24, bold: true };
  deck.defineSlideMaster({
    title: 'CONTENT',
    background: { color: 'FFFFFF' },
    objects: [
      { placeholder: { options: { ...title, align: 'left', valign: 'top' }, text: '' } },
      { line: { x: 0.6, y: 7, w: 12.13, h: 0, line: { color: 'D5DAE0', width: 0.5 } } },
    ],
    slideNumber: { x: 12.2, y: 7.06, fontFace: 'Calibri', fontSize: 10, color: '4F5B67' },
  });
  return deck;
}

/** Adds a slide with a title; titles must differ within a deck. */
export function addSlide(deck: PptxGenJs, title: string): PptxGenJs.Slide {
  const slide = deck.addSlide({ masterName: 'CONTENT' });
  slide.addText(title, { placeholder: 'title' });
  return slide;
}

/** A series over six months; missing values are gaps. */
export function series(name: string, values: readonly (number | null)[] = [1, 2, 3, 4, 5, 6]) {
  return { name, labels: MONTHS.slice(0, Math.max(values.length, 1)), values: values as number[] };
}

/** The options that every chart of a deck shares. */
export function chartOptions(more: PptxGenJs.IChartOpts = {}): PptxGenJs.IChartOpts {
  return {
    ...{ x: 0.6, y: 2, w: 8, h: 3, objectName: 'Chart', altText: 'Bookings by month against plan' },
    ...{ chartColors: ['accent1', 'accent2', 'accent3'], valAxisHidden: true, catAxisLabelFontFace: 'Calibri' },
    ...more,
  };
}

/** The parts as the library leaves them. */
export async function rawParts(deck: PptxGenJs): Promise<Parts> {
  // The library's types do not know the output type that our zip stand-in adds.
  return (await deck.write({ outputType: 'parts' as 'nodebuffer' })) as unknown as Parts;
}

/** The parts before and after finishing. */
export async function bothParts(
  deck: PptxGenJs,
  options: Partial<PresentationFinish> = {},
): Promise<{ raw: Parts; finished: Parts }> {
  const raw = await rawParts(deck);
  return { raw, finished: finishPresentation(raw, { ...FINISH, ...options }) };
}

/** The text of a part. */
export function text(parts: Parts, path: string): string {
  const part = parts.get(path);
  if (typeof part !== 'string') throw new Error(`There is no text part ${path}: ${[...parts.keys()].join(', ')}`);
  return part;
}

/** The only chart of a deck. */
export function chart(parts: Parts): string {
  const path = [...parts.keys()].find((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
  return text(parts, path ?? 'ppt/charts/chart1.xml');
}

/** What our own check says about parts once they are zipped. */
export function problems(parts: Parts): LintProblem[] {
  return lintPackage(writeZip(parts));
}

/**
 * Finishes a deck whose raw parts break a rule, and states that the finished ones break none.
 * The raw parts are handed out too, for the test to show the fault in its own words.
 */
export async function mended(
  deck: PptxGenJs,
  rule: string,
  options: Partial<PresentationFinish> = {},
): Promise<{ raw: Parts; finished: Parts }> {
  const { raw, finished } = await bothParts(deck, options);
  expect(problems(raw).map((problem) => problem.rule)).toContain(rule);
  expect(problems(finished)).toEqual([]);
  return { raw, finished };
}
