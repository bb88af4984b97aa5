import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownCells } from '../../../src/ooxml/charts/chart-cells.ts';
import { chartXml } from '../../../src/ooxml/charts/chart-xml.ts';
import type { Chart } from '../../../src/ooxml/charts/chart.ts';
import { RECIPES } from './recipes.ts';

const BARS = RECIPES['months against plan']!;

function written(chart: Chart): string {
  return chartXml({ chart, cells: ownCells(chart) });
}

function withValues(values: readonly (number | null)[]): Chart {
  return { ...BARS, series: [{ kind: 'bars', name: 'Won', values, colour: 'accent1' }] };
}

describe('the part of a chart', () => {
  it('leaves out what is not known, so that a gap is no zero', () => {
    const xml = written(withValues([1, null, Number.NaN, Number.POSITIVE_INFINITY, 0, -0]));
    expect(Array.from(xml.matchAll(/<c:numCache>.*?<\/c:numCache>/g), ([cache]) => cache)).toEqual([
      '<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="6"/><c:pt idx="0"><c:v>1</c:v></c:pt>' +
        '<c:pt idx="4"><c:v>0</c:v></c:pt><c:pt idx="5"><c:v>0</c:v></c:pt></c:numCache>',
    ]);
    expect(xml).toContain('<c:dispBlanksAs val="gap"/>');
  });

  it('passes over values beyond the last category', () => {
    expect(written(withValues([1, 2, 3, 4, 5, 6, 7]))).not.toContain('idx="6"');
  });

  it('writes theme slots as slots, so that recolouring works, and hex as it is', () => {
    const profit = written(RECIPES['profit over months']!);
    expect(profit).toContain('<a:schemeClr val="accent4"/>');
    expect(profit).toContain('<a:srgbClr val="F3D9D6"/>');
  });

  it('keeps all series on one pair of axes, a group for each kind: areas behind bars, bars behind lines', () => {
    const xml = written({
      ...BARS,
      series: [...BARS.series, { kind: 'area', name: 'Goal', values: [1, 1, 1, 1, 1, 1], colour: 'accent4' }],
    });
    expect(xml.match(/<c:\w+Chart>/g)).toEqual(['<c:areaChart>', '<c:barChart>', '<c:lineChart>']);
    expect(new Set(xml.match(/<c:axId val="\d+"\/>/g)).size).toBe(2);
    expect(xml.match(/<c:idx val="\d+"\/>/g)).toEqual([3, 0, 1, 2].map((index) => `<c:idx val="${index}"/>`));
  });

  it('puts no label outside a bar that another one stands on', () => {
    expect(written(RECIPES['parts of a whole']!)).not.toContain('outEnd');
    expect(written(RECIPES['two bars a category']!)).toContain('<c:dLblPos val="outEnd"/>');
  });

  it('reaches from edge to edge only where areas stand without bars', () => {
    expect(written(RECIPES['profit over months']!)).toContain('<c:crossBetween val="midCat"/>');
    expect(written(BARS)).toContain('<c:crossBetween val="between"/>');
  });

  it('takes any words and numbers without becoming unreadable', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    const value = fc.oneof(fc.constant(null), fc.double());
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), text, fc.array(value, { maxLength: 8 }), (names, name, values) => {
        const xml = written({
          ...BARS,
          categories: names,
          series: [{ kind: 'bars', name, values, colour: 'accent1' }],
          title: { text: name, look: { size: 12, colour: 'tx1' } },
        });
        const faults: string[] = [];
        new DOMParser({
          onError: (level, message) => void (level !== 'warning' && faults.push(message)),
        }).parseFromString(xml, 'text/xml');
        expect(faults).toEqual([]);
        expect(xml).not.toMatch(/<c:v><\/c:v>|NaN|Infinity/);
      }),
    );
  });

  it('is not written without series, or with the cells of another chart', () => {
    expect(() => written({ ...BARS, series: [] })).toThrow('A chart needs a series');
    const cells = ownCells(RECIPES['stages']!);
    expect(() => chartXml({ chart: BARS, cells })).toThrow('3 series do not stand in the cells of 1');
  });
});
