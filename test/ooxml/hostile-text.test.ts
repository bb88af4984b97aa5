import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finishPresentation } from '../../src/ooxml/finish-presentation.ts';
import { unescapeXml } from '../../src/ooxml/escape-xml.ts';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import { writeZip } from '../../src/ooxml/write-zip.ts';
import { addSlide, chartOptions, FINISH, newDeck, rawParts, series, text } from './decks.ts';

// What looks like the markup that finishing looks for, and what XML or people's keyboards make hard.
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

async function deckOf(words: string): Promise<{ bytes: Buffer; slide: string; chart: string; app: string }> {
  const deck = newDeck();
  const slide = addSlide(deck, words);
  slide.addChart(
    'bar',
    [{ name: words, labels: [words, 'Aug'], values: [1, 2] }],
    chartOptions({ altText: words, objectName: words }),
  );
  slide.addChart('line', [series('Plan')], chartOptions({ x: 9 }));
  slide.addTable([[{ text: words }]], { x: 1, y: 5, w: 3, objectName: 'Deals' });
  slide.addNotes(words);
  const options = {
    ...FINISH,
    title: words,
    company: words,
    customProperties: { [words]: words },
    descriptions: [{ Deals: words }],
  };
  const parts = finishPresentation(await rawParts(deck), options);
  const [app, chart] = [text(parts, 'docProps/app.xml'), text(parts, 'ppt/charts/chart1.xml')];
  return { bytes: writeZip(parts), slide: text(parts, 'ppt/slides/slide1.xml'), chart, app };
}

describe('text that people paste', () => {
  it('reaches the deck as it was written, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (words) => {
        const { bytes, slide, chart, app } = await deckOf(words);
        expect(lintPackage(bytes)).toEqual([]);
        const expected = legal(words);
        expect(
          [...slide.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((match) => unescapeXml(match[1] ?? '')).slice(0, 2),
        ).toEqual([expected, expected]);
        expect([...slide.matchAll(/ descr="([^"]*)"/g)].map((match) => unescapeXml(match[1] ?? ''))).toContain(
          expected,
        );
        expect(unescapeXml(/<c:tx>.*?<c:v>([^<]*)/.exec(chart)?.[1] ?? '')).toBe(expected);
        expect(unescapeXml(/<Company>([^<]*)/.exec(app)?.[1] ?? '')).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });
});
