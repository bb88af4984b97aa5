import { expect, test } from 'vitest';
import { documentData } from '../../../src/render/json/document-data.ts';
import { renderJson } from '../../../src/render/json/render-json.ts';
import { extremeScorecard, HOSTILE } from '../fixtures/extreme-scorecard.ts';
import { richScorecard } from '../fixtures/rich-scorecard.ts';

test('figures are unrounded numbers with units, sorted by name', async () => {
  await expect(renderJson(richScorecard)).toMatchFileSnapshot('../../golden/scorecard-rich.json');
});

test('shares are ratios, dates ISO, and the unknown is null with its reason', () => {
  const data = documentData(richScorecard);
  expect(data.figures).toMatchObject({ 'plan.attainment': 1.088, 'pipeline.date': '2026-04-14', 'target.next': null });
  expect(data.missing).toEqual({ 'last_quarter.year': 'does not apply', 'target.next': 'no target for FY27' });
});

test('the order in which figures were computed changes nothing', () => {
  const figures = Object.fromEntries(Object.entries(richScorecard.figures).reverse());
  expect(renderJson({ ...richScorecard, figures })).toBe(renderJson(richScorecard));
});

test('no number that JSON cannot hold is written, and no figure name breaks the object', () => {
  const hostile = extremeScorecard({ deals: 1, words: HOSTILE });
  const figures = Object.fromEntries([
    ...Object.entries(hostile.figures),
    ['__proto__', { kind: 'count', count: 3 } as const],
  ]);
  const data = JSON.parse(renderJson({ ...hostile, figures }));
  expect(data.figures['b.figure']).toBeNull();
  expect(data.missing['b.figure']).toBe('cannot be computed');
  expect(Object.is(data.figures['a.figure'], 0)).toBe(true);
  expect(Object.getOwnPropertyDescriptor(data.figures, '__proto__')?.value).toBe(3);
});
