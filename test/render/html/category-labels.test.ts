import { expect, it } from 'vitest';
import { plane } from '../../../src/render/html/axis.ts';
import { categoryLabels } from '../../../src/render/html/category-labels.ts';

it('the name of the first category begins in the drawing, however long it is', () => {
  const names = ['start of the plan', ...Array.from({ length: 11 }, (_, month) => `m${month + 1}`)];
  const area = plane([0, 100], { left: 0, right: 360, top: 20, bottom: 100, count: names.length });
  const middles = [...categoryLabels(names, area, 112).matchAll(/<text x="([\d.]+)"[^>]*>([^<]+)/g)];
  expect(middles[0]![2]).toBe('start of the plan');
  expect(Number(middles[0]![1])).toBeGreaterThan(36);
});
