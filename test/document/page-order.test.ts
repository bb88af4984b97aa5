import { expect, test } from 'vitest';
import { pageOrder, sourcesOf, textBlocksInOrder } from '../../src/document/page-order.ts';
import { plainSentence } from '../../src/units/sentence.ts';
import { richScorecard } from '../render/fixtures/rich-scorecard.ts';

test('the only strip of a page closes it, several stay with their sections', () => {
  const strip = { why: plainSentence('because') };
  const sections = richScorecard.sections.map((section) => ({ ...section, strip }));
  expect(pageOrder(richScorecard).closing).toBe(richScorecard.sections[0]!.strip);
  expect(pageOrder({ ...richScorecard, sections }).closing).toBeUndefined();
  expect(pageOrder({ ...richScorecard, sections }).parts.map((part) => part.strip)).toEqual([strip, strip, strip]);
});

test('a page of text shows the months without their running total', () => {
  expect(textBlocksInOrder(richScorecard.sections[1]!).map(({ kind }) => kind)).toEqual(['columns', 'table']);
  expect(textBlocksInOrder(richScorecard.sections[2]!).map(({ kind }) => kind)).toEqual([
    'columns',
    'table',
    'table',
    'paragraph',
  ]);
});

test('each source is named once', () => {
  expect(sourcesOf(richScorecard)).toBe('deals, plan FY26');
});
