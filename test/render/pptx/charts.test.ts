import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBarLabels } from '../../../src/document/bar-label-place.ts';
import { axisRange } from '../../../src/document/axis-range.ts';
import { moneyScale } from '../../../src/render/pptx/charts/money-scale.ts';
import { placeLabel, spreadLabels } from '../../../src/render/pptx/charts/line-labels.ts';

const FRAME = { x: 0.6, y: 2, w: 7.55, h: 2.4 };
const LABEL = 0.44;

describe('the unit of a chart', () => {
  it.each([
    [[640, 1_200], 'USD', '1,200'],
    [[118_000, 220_000], 'USD thousand', '220'],
    [[18_000, 26_500], 'USD thousand', '26.5'],
    [[1_170_000, 690_000], 'USD thousand', '690'],
    [[230_400_000, 164_000_000], 'USD million', '164'],
    [[21_400_000, 19_800_000], 'USD million', '19.8'],
    [[15_000_000_000, 9_000_000_000], 'USD billion', '9'],
  ])('suits the largest of %j', (values, words, last) => {
    const scale = moneyScale(values, 'USD');
    expect(scale.words).toBe(words);
    expect(scale.print(values[1]!)).toBe(last);
  });

  it('prints losses with a minus, zero as 0, and a hidden zero as nothing', () => {
    const scale = moneyScale([-316_000, 220_000, 0], 'EUR');
    expect(scale.print(-316_000)).toBe('−316');
    expect(scale.format()).toBe('#,##0,;"−"#,##0,;0');
    expect(scale.format(true)).toBe('#,##0,;"−"#,##0,;');
  });

  it('is the plain currency when nothing is known', () => {
    expect(moneyScale([null, null], 'USD').words).toBe('USD');
  });
});

describe('the value axis', () => {
  it.each([
    [[5, 10], 0, 10.8],
    [[-5, -10], -10.8, 0],
    [[0, 0], 0, 1],
    [[null], 0, 1],
  ])('holds all of %j and zero', (values, min, max) => {
    const range = axisRange(values, 0.08);
    expect(range.min).toBeCloseTo(min, 9);
    expect(range.max).toBeCloseTo(max, 9);
  });
});

describe('the value of a bar', () => {
  const size = { plotHeight: 1, labelHeight: 0.2 };

  it('a value stands above its bar where the end of the bar would run through it', () => {
    const room = { plotHeight: 1.5, labelHeight: 0.3 };
    expect(placeBarLabels([1370, 90], [], room).position).toBe('outEnd');
    expect(placeBarLabels([1370, 900], [], room).position).toBe('inBase');
  });

  it('stands at the foot of its bar where no mark is near', () => {
    expect(placeBarLabels([100, 80], [[90, 70]], size)).toMatchObject({ position: 'inBase', hidesZero: false });
  });

  it('stands at the top of its bar where a mark lies at the foot', () => {
    expect(placeBarLabels([100, 80], [[10, 12]], size)).toMatchObject({ position: 'inEnd' });
  });

  it('stands above its bar where the bar is too low for it', () => {
    const place = placeBarLabels([100, 30], [[10, 15]], size);
    expect(place.position).toBe('outEnd');
    expect(place.range.max).toBeGreaterThanOrEqual(120);
  });

  it('is left out for a zero that a mark would strike through, and only then', () => {
    expect(placeBarLabels([742, 0, 0], [[70, 70, 70]], size)).toMatchObject({ hidesZero: true });
    expect(placeBarLabels([742, 0, 0], [[700, 700, 700]], size)).toMatchObject({ hidesZero: false });
  });
});

describe('the names at the ends of lines', () => {
  it('stand beside their ends when these are apart', () => {
    expect(spreadLabels([2.5, 3.5], FRAME)).toEqual([2.28, 3.28]);
  });

  it('never touch each other and never leave the chart', () => {
    const ends = fc.array(fc.double({ min: 2, max: 4.4, noNaN: true }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(ends, (given) => {
        const tops = spreadLabels(given, FRAME).toSorted((a, b) => a - b);
        tops.slice(1).forEach((top, i) => expect(top - tops[i]!).toBeGreaterThanOrEqual(LABEL - 1e-9));
        expect(tops[0]).toBeGreaterThanOrEqual(FRAME.y - 1e-9);
        expect(tops.at(-1)! + LABEL).toBeLessThanOrEqual(FRAME.y + FRAME.h + 1e-9);
      }),
    );
  });

  it('keep the order of the ends', () => {
    const tops = spreadLabels([3, 2.9, 3.1], FRAME);
    expect(tops[1]).toBeLessThan(tops[0]!);
    expect(tops[0]).toBeLessThan(tops[2]!);
  });
});

describe('the name of the actual line', () => {
  const rising = [0, 1, 2, 3, 4].map((i) => ({ x: 1 + i, y: 4.2 - i * 0.4 }));

  it('stands above a line that is ahead, and off it', () => {
    const box = placeLabel(rising[4]!, { w: 1, h: 0.22 }, { lines: [rising], frame: FRAME, above: true });
    expect(box.y + box.h).toBeLessThan(rising[4]!.y);
  });

  it('stands below a line that is behind', () => {
    const plan = rising.map((point) => ({ ...point, y: point.y - 0.3 }));
    const box = placeLabel(rising[3]!, { w: 1, h: 0.22 }, { lines: [rising, plan], frame: FRAME, above: false });
    expect(box.y).toBeGreaterThan(rising[3]!.y);
  });

  it('stands where no gridline runs through it, as long as there is such a place', () => {
    const plan = rising.map((point) => ({ ...point, y: point.y - 0.1 }));
    const gridlines = [2.2, 2.8, 3.4, 4].map((y) => [
      { x: FRAME.x, y },
      { x: FRAME.x + FRAME.w, y },
    ]);
    for (const point of rising.slice(1, 4)) {
      const box = placeLabel(point, { w: 1, h: 0.22 }, { lines: [plan, ...gridlines], frame: FRAME, above: false });
      const crossed = gridlines.filter(([start]) => start!.y > box.y && start!.y < box.y + box.h);
      expect(crossed, JSON.stringify(point)).toEqual([]);
    }
  });

  it('stays inside the chart wherever the point lies', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.6, max: 8.15, noNaN: true }),
        fc.double({ min: 2, max: 4.4, noNaN: true }),
        fc.boolean(),
        (x, y, above) => {
          const box = placeLabel({ x, y }, { w: 1.2, h: 0.22 }, { lines: [rising], frame: FRAME, above });
          expect(box.x).toBeGreaterThanOrEqual(FRAME.x - 1e-9);
          expect(box.x + box.w).toBeLessThanOrEqual(FRAME.x + FRAME.w + 1e-9);
          expect(box.y).toBeGreaterThanOrEqual(FRAME.y - 1e-9);
          expect(box.y + box.h).toBeLessThanOrEqual(FRAME.y + FRAME.h + 1e-9);
        },
      ),
    );
  });
});
