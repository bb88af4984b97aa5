import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/render/markdown/render-markdown.ts';
import { extremeScorecard, HOSTILE } from '../fixtures/extreme-scorecard.ts';
import { richScorecard } from '../fixtures/rich-scorecard.ts';
import { sparseScorecard } from '../fixtures/sparse-scorecard.ts';

test('the scorecard reads as agreed', async () => {
  await expect(renderMarkdown(richScorecard)).toMatchFileSnapshot('../../golden/scorecard-rich.md');
});

test('with little data it leaves out what is not known', async () => {
  const printed = renderMarkdown(sparseScorecard);
  expect(printed).not.toContain('n/a');
  await expect(printed).toMatchFileSnapshot('../../golden/scorecard-sparse.md');
});

test('an internal page says so and gives the reason of every unknown figure', () => {
  const printed = renderMarkdown({ ...sparseScorecard, edition: 'internal' });
  expect(printed).toContain('**Internal edition, not for the partner**');
  expect(printed).toContain('_n/a: no target for FY26_');
});

test('the sentence of a later section is said once, and only where it says more than the first', () => {
  const [first, second] = richScorecard.sections;
  const printed = renderMarkdown({ ...richScorecard, sections: [first!, { ...second!, headline: first!.headline }] });
  expect(printed.match(/stand 9\u00a0% above plan/g)).toHaveLength(1);
});

test('every row of a table has the columns of its header, whatever stands in it', () => {
  const words = fc.oneof(
    fc.constantFrom(HOSTILE, '|', '\\|', '\\', '||\n|'),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
  );
  fc.assert(
    fc.property(words, (text) => {
      const lines = renderMarkdown(extremeScorecard({ deals: 2, words: text })).split('\n');
      const cells = (line: string) => line.replace(/\\./gu, '').split('|').length;
      lines.forEach((line, index) => {
        if (line.startsWith('|') && lines[index - 1]?.startsWith('|'))
          expect(cells(line)).toBe(cells(lines[index - 1]!));
      });
    }),
    { numRuns: 100 },
  );
});

test('no markup of a person becomes markup of the page', () => {
  const printed = renderMarkdown(extremeScorecard({ deals: 2, words: HOSTILE }));
  expect(printed).not.toMatch(/(?<!\\)<script/);
  expect(printed).not.toMatch(/(?<!\\)\[x/);
  expect(printed).not.toMatch(/[\u001b\u202e]/);
  const list = renderMarkdown(extremeScorecard({ deals: 0, words: '# 1. one' }));
  expect(list).toContain('- \\# 1. one');
  expect(renderMarkdown(extremeScorecard({ deals: 0, words: '1. one' }))).toContain('- 1\\. one');
});
