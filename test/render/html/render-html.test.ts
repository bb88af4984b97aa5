import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paragraph, Scores } from '../../../src/document/block.ts';
import type { Section } from '../../../src/document/document.ts';
import { renderHtml } from '../../../src/render/html/render-html.ts';
import { plainSentence } from '../../../src/units/sentence.ts';
import { extremeScorecard, HOSTILE } from '../fixtures/extreme-scorecard.ts';
import { richScorecard } from '../fixtures/rich-scorecard.ts';
import { sparseScorecard } from '../fixtures/sparse-scorecard.ts';

const rich = renderHtml(richScorecard);

/** What a reader sees, without the style sheet. */
function textOf(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('the page stands alone', () => {
  test('it loads nothing and runs nothing', () => {
    expect(rich).toContain("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
    expect(rich).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|\bhref=|url\(|@import|javascript:/i);
  });

  test('it names its language, its partner and its quarter', () => {
    expect(rich).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
    expect(rich).toContain('<title>Performance scorecard · Bluefjord Managed Services · FY26-Q3</title>');
    expect(rich.match(/<h1>/g)).toHaveLength(1);
  });

  test('it prints without naming a paper size', () => {
    expect(rich).toContain('@page{margin:10mm 12mm}');
    expect(rich).toContain('print-color-adjust:exact');
  });
});

describe('what it says', () => {
  test('headline, both dates, figures with their status, strip, source', () => {
    const text = textOf(rich);
    expect(text).toContain('Bookings of $1.51M stand 9 % above plan to date');
    expect(text).toContain('Results to 31 Mar 2026 pipeline as of 14 Apr 2026 Tessaline with Bluefjord');
    expect(text).toContain('Won, year to date $1.51M 109 % of plan to date ▲ ahead');
    expect(text).toContain('Why it matters The Q4 forecast of $514K');
    expect(text).toContain('Deals, plan FY26');
  });

  test('later sections go by their name, not by another headline', () => {
    expect(rich).toContain('<h2>Performance to plan <span>running total</span></h2>');
    expect(textOf(rich)).not.toContain('The rest of FY26 is covered');
  });

  test('every drawing is described or stands in a table, and every chart has its values in one', () => {
    const drawings = rich.match(/<svg[^>]*>/g)!;
    expect(drawings.every((svg) => /role="img" aria-label="[^"]+"|aria-hidden="true"|width="10"/.test(svg))).toBe(true);
    expect(rich.match(/role="img"/g)).toHaveLength(2);
    expect(rich.match(/<caption>/g)).toHaveLength(2);
    expect(textOf(rich)).toContain('Mar $1.39M $1.51M $1.51M');
    expect(rich).toMatch(/Needed<\/span>[\s\S]*\$1\.12M<\/span>/);
  });

  test('what is not known is left out for the partner and has its reason in the internal edition', () => {
    expect(textOf(renderHtml(sparseScorecard))).not.toMatch(/n\/a|no target/);
    const internal = renderHtml({ ...sparseScorecard, edition: 'internal' });
    expect(textOf(internal)).toMatch(/Plan to date n\/a no target for FY26/);
    expect(textOf(internal)).toContain('Internal edition, not for the partner');
    expect(internal).toContain('<body class="internal">');
  });

  test('deals there is no room for are counted with their sum', () => {
    const text = textOf(renderHtml(extremeScorecard({ deals: 40, words: 'Oslo' })));
    const shown = text.match(/Oslo account \d+/g)!.length;
    expect(shown).toBeGreaterThan(8);
    expect(text).toMatch(new RegExp(`\\+ ${40 - shown} more \\(\\$[\\d.]+M\\) in the deal list`));
  });
});

describe('colours of a vendor', () => {
  test('a readable accent is taken over with its tints', () => {
    const page = renderHtml({ ...richScorecard, accent: '7A1FA2' });
    expect(page).toContain('.actual{stroke:#7A1FA2');
    expect(page).not.toContain('0F5E7D');
  });

  test.each(['FFE600', 'red', '12345', '7A1FA2}body{display:none'])(
    '%s cannot be read on white or is no colour',
    (accent) => {
      const page = renderHtml({ ...richScorecard, accent });
      expect(page).toContain('.actual{stroke:#0F5E7D');
      expect(page).not.toContain(`#${accent}`);
    },
  );
});

describe('whatever a person typed', () => {
  test('nothing of it becomes markup', () => {
    const words = fc.oneof(
      fc.constantFrom(HOSTILE, '"><svg onload=alert(1)>', "' onfocus='x", '&lt;b&gt;', '</style><script>'),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    const tags = (html: string) => new Set(html.replace(/<style>[\s\S]*?<\/style>/, '').match(/<\/?[a-z0-9]+/gi));
    const known = tags(renderHtml(extremeScorecard({ deals: 3, words: 'Oslo' })));
    fc.assert(
      fc.property(words, (text) => {
        const page = renderHtml(extremeScorecard({ deals: 3, words: text }));
        for (const tag of tags(page)) expect(known).toContain(tag);
        expect(/<[^>]*\son\w+=/i.test(page.replace(/"[^"]*"/g, '""'))).toBe(false);
        expect(/NaN|Infinity|undefined/.test(page)).toBe(false);
        expect(/[\u0000-\u0008\u001b\u202e]/.test(page)).toBe(false);
        expect(Buffer.from(page).toString()).toBe(page);
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ['no month known yet', Array<null>(12).fill(null)],
    ['nothing sold', Array<number>(12).fill(0)],
    ['only credits', Array<number>(12).fill(-5_000)],
    ['one month of billions', [4e12, ...Array<null>(11).fill(null)]],
  ])('a chart with %s has only finite coordinates', (_, months) => {
    const page = renderHtml(extremeScorecard({ deals: 1, words: 'Oslo', months }));
    expect(page).not.toMatch(/NaN|Infinity|undefined|-0[" ]/);
    for (const [, height] of page.matchAll(/<rect[^>]*height="([^"]+)"/g)) expect(Number(height)).toBeGreaterThan(0);
  });
});

describe('a page that needs several sheets', () => {
  const extreme = extremeScorecard({ deals: 40, words: 'Oslo' });
  const deals = extreme.sections.find((section) => JSON.stringify(section).includes('Oslo account'))!;
  const html = renderHtml({ ...extreme, sections: [...extreme.sections, deals, ...extreme.sections] });

  test('gives up no row: leaving one out would not save a sheet', () => {
    expect(textOf(html).match(/Oslo account \d+/g)!.length).toBeGreaterThanOrEqual(3 * 40);
    expect(textOf(html)).not.toMatch(/\+ \d+ more \(/);
  });

  test('never cuts a number or a status on a phone: tables move sideways there, scores leave out their scale', () => {
    const phone = html.slice(html.indexOf('@media screen and (max-width:720px)'));
    expect(phone).toContain('.block:has(table){overflow-x:auto}');
    expect(phone).toContain('th,td{overflow:visible}');
    expect(phone).toContain('.scores tr>:nth-child(2){display:none}');
  });

  test('keeps its sections clear of the strip above them', () => {
    expect(html).toMatch(/\.strip\+section\{margin-top:\d+px\}/);
  });
});

describe('scores beside another column', () => {
  const label = 'End-customer business profile';
  const now = { kind: 'score', score: 83 } as const;
  const scores: Scores = {
    kind: 'scores',
    id: 'scores',
    heading: plainSentence('Scores'),
    marks: { now: 'now', previous: 'Aug 2025, same questions', peers: 'peer median, n = 11, all partners' },
    thresholds: [50, 75],
    rows: [{ label, now, change: now, peers: now, status: { meaning: 'good', word: 'strong' }, emphasis: 'strong' }],
  };
  const section = (side: Paragraph[]): Section => ({
    ...{ id: 'capability', kicker: { number: '7', name: 'Capability' }, headline: plainSentence('Capability') },
    ...{ layout: 'main-side', main: [scores], side, notes: [], source: 'assessments' },
  });

  test('keep the whole name of a category, over two lines where it must be', () => {
    const page = { ...richScorecard, sections: [section([{ kind: 'paragraph', text: plainSentence('Beside it.') }])] };
    expect(renderHtml(page)).toContain(`<span class="two">${label}</span>`);
    expect(renderHtml(page)).not.toContain('weak b');
    expect(renderHtml({ ...page, sections: [section([])] })).toContain(
      'weak below 50, medium 50 to 74, strong from 75',
    );
  });
});
