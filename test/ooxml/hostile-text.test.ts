import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unescapeXml } from '../../src/ooxml/escape-xml.ts';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import { presentationPackage } from '../../src/ooxml/presentation/presentation-package.ts';
import { writeZip } from '../../src/ooxml/write-zip.ts';
import { RECIPES } from './charts/recipes.ts';
import { dealTable, deckOf, slideWith, text } from './decks.ts';

// What looks like markup, and what XML or people's keyboards make hard.
const MARKUP = [
  ...[
    '</a:r><a:pPr/>',
    ' anchor="mid"',
    ' lang="en-US"',
    '<a:ln></a:ln>',
    '="NaN"',
    '<c:v></c:v>',
    '$&',
    '$1',
    '&amp;',
    ']]>',
    '<!--',
  ],
  ...[
    '&#0;',
    '\u0000',
    '\u000b',
    '\ufffe',
    '\ud800',
    '\udc00',
    '\u202e',
    'שלום',
    '😀',
    '\u00a0',
    '\t',
    'x'.repeat(500),
    "'",
    '"',
    '_x0041_',
  ],
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...MARKUP), fc.string({ unit: 'binary', maxLength: 20 })), {
    minLength: 1,
    maxLength: 6,
  })
  // A line break starts a new paragraph, which is not what is asked here.
  .map((pieces) => `a${pieces.join('').replace(/[\r\n]/g, ' ')}`);

function legal(value: string): string {
  return value
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udfff]/gu, '\ufffd');
}

function deckAbout(words: string): { bytes: Buffer; slide: string; chart: string; notes: string; app: string } {
  const slide = slideWith(words);
  const { language: _, ...months } = RECIPES['months against plan']!;
  const series = months.series.map((one) => ({ ...one, name: words }));
  slide.chart(words, { x: 1, y: 2, w: 4, h: 2 }, { ...months, categories: [words, 'Aug'], series, description: words });
  slide.table('deals', { x: 1, y: 5, w: 6, h: 1 }, dealTable(words));
  slide.notes([words]);
  const parts = presentationPackage(deckOf([slide], { title: words, company: words }));
  return {
    bytes: writeZip(parts),
    slide: text(parts, 'ppt/slides/slide1.xml'),
    chart: text(parts, 'ppt/charts/chart1.xml'),
    notes: text(parts, 'ppt/notesSlides/notesSlide1.xml'),
    app: text(parts, 'docProps/app.xml'),
  };
}

const textsIn = (xml: string, pattern: RegExp): string[] =>
  Array.from(xml.matchAll(pattern), ([, escaped = '']) => unescapeXml(escaped));

describe('text that people paste', () => {
  it('reaches the deck as it was written, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const { bytes, slide, chart, notes, app } = deckAbout(words);
        expect(lintPackage(bytes)).toEqual([]);
        const expected = legal(words);
        expect(textsIn(slide, /<a:t>([^<]*)<\/a:t>/g)).toEqual([
          expected,
          'Account',
          'Amount',
          'Tyne & Wear',
          expected,
          '$310K',
        ]);
        expect(textsIn(slide, / descr="([^"]*)"/g)).toEqual([expected, `Open deals: ${expected}`]);
        expect(textsIn(chart, /<c:tx>.*?<c:v>([^<]*)/g)).toEqual([expected, expected, expected]);
        expect(textsIn(notes, /<a:t>([^<]*)/g)[0]).toBe(expected);
        expect(textsIn(app, /<Company>([^<]*)/g)).toEqual([expected]);
      }),
      { numRuns: 60 },
    );
  });
});
