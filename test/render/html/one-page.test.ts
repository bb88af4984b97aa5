import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../../src/render/html/render-html.ts';
import { extremeScorecard } from '../fixtures/extreme-scorecard.ts';
import { richScorecard } from '../fixtures/rich-scorecard.ts';
import { sparseScorecard } from '../fixtures/sparse-scorecard.ts';
import { findBrowser, sheetsOf } from './printed-page.ts';

const LONGEST = 'Continental Trade Distribution and Logistics Services for Information Technology, Incorporated';
const browser = findBrowser();
if (!browser && process.env['CI'] === 'true') throw new Error('Chromium is missing: printing cannot be tested.');
if (!browser) console.warn('Chromium is missing: whether a page prints on one sheet was NOT tested.');

/** Pages of usual length leave 15 mm free, in case a stand-in font runs wider; those full of the longest names just fit. */
const pages = [
  { name: 'a rich year', document: richScorecard, bottom: '25mm' },
  { name: 'ten weeks', document: sparseScorecard, bottom: '25mm' },
  { name: 'forty deals and short names', document: extremeScorecard({ deals: 40, words: 'Oslo' }), bottom: '25mm' },
  {
    name: 'three deals and the longest names',
    document: extremeScorecard({ deals: 3, words: LONGEST }),
    bottom: '10mm',
  },
  {
    name: 'forty deals and the longest names',
    document: extremeScorecard({ deals: 40, words: LONGEST }),
    bottom: '10mm',
  },
];

describe.skipIf(!browser)('a page prints on one sheet', () => {
  test.each(pages)('$name', ({ document, bottom }) => {
    const html = renderHtml(document);
    expect(sheetsOf(html, browser!, { size: 'A4', bottom })).toBe(1);
    expect(sheetsOf(html, browser!, { size: 'Letter', bottom })).toBe(1);
  });

  test('the counter counts: a page that is too long takes several sheets', () => {
    const long = renderHtml(richScorecard).replace('</body>', `${'<p>line</p>'.repeat(200)}</body>`);
    expect(sheetsOf(long, browser!, { size: 'A4', bottom: '10mm' })).toBeGreaterThan(2);
  });
});
