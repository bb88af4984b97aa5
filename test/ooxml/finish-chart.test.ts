import type PptxGenJs from 'pptxgenjs';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../src/ooxml/read-zip.ts';
import type { Parts } from '../../src/ooxml/parts.ts';
import { addSlide, bothParts, chart, chartOptions, mended, newDeck, problems, series } from './decks.ts';

type Series = ReturnType<typeof series>;

function deckWithChart(
  type: 'bar' | 'line' | 'area' | 'doughnut' | 'pie',
  data: readonly Series[],
  options: PptxGenJs.IChartOpts = {},
) {
  const deck = newDeck();
  addSlide(deck, 'Bookings by month').addChart(type, [...data], chartOptions(options));
  return deck;
}

type Group = readonly [type: 'bar' | 'line' | 'area', data: readonly Series[], options?: PptxGenJs.IChartOpts];

function deckWithCombo(groups: readonly Group[], options: PptxGenJs.IChartOpts = {}) {
  const deck = newDeck();
  const parts = groups.map(([type, data, own = {}]) => ({ type, data: [...data], options: { ...own } }));
  addSlide(deck, 'Bookings by month').addChart(
    parts as unknown as PptxGenJs.IChartMulti[],
    chartOptions(options) as never,
  );
  return deck;
}

function sheet(parts: Parts): string {
  const workbook = parts.get([...parts.keys()].find((path) => path.endsWith('.xlsx')) ?? '');
  return new TextDecoder().decode(readZip(workbook as Uint8Array).get('xl/worksheets/sheet1.xml'));
}

function words(parts: Parts): string[] {
  const workbook = parts.get('ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx');
  const strings = new TextDecoder().decode(readZip(workbook as Uint8Array).get('xl/sharedStrings.xml'));
  return [...strings.matchAll(/<t[^>]*>([^<]*)/g)].map((match) => match[1] ?? '');
}

describe('the axes of a chart', () => {
  it('are the ones it has: the library names a third that does not exist', async () => {
    const { raw, finished } = await mended(deckWithChart('bar', [series('Won')]), 'axes');
    expect(chart(raw).match(/<c:axId val="\d+"\/><c:axId val="\d+"\/><c:axId val="2094734556"\/>/)).not.toBeNull();
    expect(chart(finished)).not.toContain('2094734556');
  });

  it('may label every third month only', async () => {
    const { raw, finished } = await mended(
      deckWithChart('bar', [series('Won')], { catAxisLabelFrequency: '3' as never }),
      'element-order',
    );
    expect(chart(raw)).toMatch(/noMultiLvlLbl val="1"\/> <c:tickLblSkip/);
    expect(chart(finished)).toContain('<c:lblAlgn val="ctr"/><c:tickLblSkip val="3"/><c:noMultiLvlLbl val="1"/>');
  });

  it('may cross at zero', async () => {
    const { raw, finished } = await mended(deckWithChart('bar', [series('Won')], { valAxisCrossesAt: 0 }), 'axes');
    expect(chart(raw)).toContain('<c:crossesAt val="autoZero"/>');
    expect(chart(finished)).toContain('<c:crosses val="autoZero"/>');
  });

  it('may be an axis of dates', async () => {
    const options = {
      catLabelFormatCode: 'mmm yy',
      catAxisMajorUnit: 3,
      catAxisBaseTimeUnit: 'months' as never,
      catAxisMajorTimeUnit: 'months' as never,
    };
    const data = { name: 'Won', labels: ['45000', '45031'], values: [1, 2] };
    const { raw, finished } = await mended(deckWithChart('bar', [data], options), 'element-order');
    expect(chart(raw)).toMatch(/<c:dateAx>[\s\S]*noMultiLvlLbl[\s\S]*<\/c:dateAx>/);
    expect(chart(finished)).toContain(
      '<c:auto val="1"/><c:baseTimeUnit val="months"/><c:majorUnit val="3"/><c:majorTimeUnit val="months"/></c:dateAx>',
    );
  });

  it('have gridlines in the colours of the theme', async () => {
    const deck = deckWithChart('bar', [series('Won')], {
      valGridLine: { color: 'accent4', style: 'solid', size: 0.5 },
    });
    const { raw, finished } = await mended(deck, 'colours');
    expect(chart(raw)).toContain('<a:srgbClr val="accent4"/>');
    expect(chart(finished)).toMatch(/<c:majorGridlines>.*<a:schemeClr val="accent4"\/>.*<\/c:majorGridlines>/);
  });
});

describe('the series of a chart', () => {
  it('turn over when negative in bar charts only', async () => {
    const deck = deckWithCombo([
      ['bar', [series('Won')], { chartColors: ['accent2'] }],
      ['line', [series('Plan')]],
      ['area', [series('Range')]],
    ]);
    const { raw, finished } = await mended(deck, 'element-order');
    expect(chart(raw).match(/<c:invertIfNegative/g)).toHaveLength(3);
    expect(chart(finished).match(/<c:invertIfNegative/g)).toHaveLength(1);
  });

  it('say how lines and areas stand together', async () => {
    const deck = deckWithCombo([
      ['line', [series('Plan')]],
      ['area', [series('Range')]],
    ]);
    const { raw, finished } = await mended(deck, 'grouping');
    expect(chart(raw)).not.toContain('c:grouping');
    expect(chart(finished)).toContain('<c:lineChart><c:grouping val="standard"/><c:varyColors');
    expect(chart(finished)).toContain('<c:areaChart><c:grouping val="standard"/><c:varyColors');
  });

  it('keep the grouping they were given', async () => {
    const { finished } = await mended(
      deckWithChart('area', [series('Base'), series('Upside')], { barGrouping: 'stacked' }),
      'axes',
    );
    expect(chart(finished).match(/<c:grouping val="\w+"\/>/g)).toEqual(['<c:grouping val="stacked"/>']);
  });

  it('have their markers before their labels', async () => {
    const { raw, finished } = await mended(deckWithChart('line', [series('Won')]), 'element-order');
    expect(chart(raw)).toMatch(/<\/c:dLbls><c:marker>/);
    expect(chart(finished)).toMatch(/<\/c:spPr><c:marker>[\s\S]*?<\/c:marker><c:dLbls>/);
  });

  it('have single bars in colours of their own before their labels', async () => {
    const deck = deckWithChart('bar', [series('Won', [1, 2])], { chartColors: ['accent1', 'accent2'] });
    const { raw, finished } = await mended(deck, 'element-order');
    expect(chart(raw)).toMatch(/<\/c:dLbls>\s*<c:dPt>/);
    expect(chart(finished)).toMatch(/<\/c:dPt><c:dLbls>/);
    expect(chart(finished)).toMatch(/<c:idx val="1"\/>.*?<a:schemeClr val="accent2"\/>/);
  });

  it('have markers in their own colour where there are fewer colours than series', async () => {
    const deck = deckWithChart('line', [series('Plan'), series('Won'), series('Forecast')], {
      chartColors: ['accent5', 'accent1'],
    });
    const { finished } = await bothParts(deck);
    const colours = [
      ...chart(finished).matchAll(/<c:ser>.*?<a:schemeClr val="(\w+)".*?<c:marker>.*?<a:schemeClr val="(\w+)"/g),
    ];
    expect(colours.map(([, line, marker]) => [line, marker])).toEqual([
      ['accent5', 'accent5'],
      ['accent1', 'accent1'],
      ['accent5', 'accent5'],
    ]);
    expect(problems(finished)).toEqual([]);
  });

  it('have markers in their own colour in a combination too', async () => {
    const deck = deckWithCombo([
      ['bar', [series('Won')], { chartColors: ['accent2'] }],
      ['line', [series('Plan')], { chartColors: ['accent5', 'accent1'] }],
    ]);
    const { finished } = await mended(deck, 'series-colour');
    expect(chart(finished)).toMatch(/<c:marker>.*?<a:solidFill><a:schemeClr val="accent5"\/><\/a:solidFill>/);
  });

  it('have marker outlines in whole units, though a combination passes points on as they are', async () => {
    const line = { lineDataSymbolLineSize: 0.75, lineDataSymbol: 'circle' as const };
    const { raw, finished } = await mended(deckWithCombo([['line', [series('Plan')], line]]), 'numbers');
    expect(chart(raw)).toContain('<a:ln w="0.75"');
    expect(chart(finished)).toContain('<a:ln w="9525"');
  });
});

describe('the points of a chart', () => {
  it('are left out where there is no value', async () => {
    const { raw, finished } = await mended(deckWithChart('line', [series('Won', [1, null, 0])]), 'points');
    expect(chart(raw)).toContain('<c:v></c:v>');
    expect(chart(finished)).toMatch(
      /<c:ptCount val="3"\/><c:pt idx="0"><c:v>1<\/c:v><\/c:pt><c:pt idx="2"><c:v>0<\/c:v><\/c:pt><\/c:numCache>/,
    );
  });

  it('are left out where the value is no number', async () => {
    const { raw, finished } = await mended(deckWithChart('bar', [series('Won', [Infinity, NaN, 3])]), 'numbers');
    expect(chart(raw)).toContain('<c:v>Infinity</c:v>');
    expect(chart(finished)).toMatch(/<c:ptCount val="3"\/><c:pt idx="2"><c:v>3<\/c:v><\/c:pt><\/c:numCache>/);
  });

  it('may belong to a partner called Infinity', async () => {
    const { finished } = await bothParts(
      deckWithChart('bar', [{ name: 'NaN', labels: ['Infinity', 'null'], values: [1, 2] }]),
    );
    expect(chart(finished)).toContain('<c:v>Infinity</c:v>');
    expect(words(finished)).toEqual(['NaN', 'Infinity', 'null']);
  });

  it('have categories in one level where there is one', async () => {
    const { raw, finished } = await mended(deckWithChart('bar', [series('Won')]), 'categories');
    expect(chart(raw)).toContain('multiLvlStrRef');
    expect(chart(finished)).toContain(
      '<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$7</c:f><c:strCache><c:ptCount val="6"/><c:pt idx="0"><c:v>Jul</c:v></c:pt>',
    );
    expect(chart(finished)).not.toContain('multiLvlStr');
  });

  it('keep categories in two levels', async () => {
    const labels = [
      ['Jul', 'Aug', 'Jul', 'Aug'],
      ['2025', '', '2026', ''],
    ];
    const data = { name: 'Won', labels: labels as unknown as string[], values: [1, 2, 3, 4] };
    const { finished } = await bothParts(deckWithChart('bar', [data], { catAxisMultiLevelLabels: true }));
    expect(chart(finished).match(/<c:lvl>/g)).toHaveLength(2);
    expect(words(finished)).toEqual(['Won', '2025', 'Jul', 'Aug', '2026']);
    expect(problems(finished)).toEqual([]);
  });

  it('have number formats with characters that XML reserves', async () => {
    const { raw, finished } = await mended(
      deckWithChart('bar', [series('Won')], { valLabelFormatCode: '[<1000]0;"R&D" 0' }),
      'well-formed',
    );
    expect(chart(raw)).toContain('<c:formatCode>[<1000]');
    expect(chart(finished)).toContain('<c:formatCode>[&lt;1000]0;&quot;R&amp;D&quot; 0</c:formatCode>');
  });
});

describe('the labels of a chart', () => {
  it('do not stand outside the bars of a stack', async () => {
    const stack = { barGrouping: 'stacked' as const, dataLabelPosition: 'outEnd' as const, showValue: true };
    const deck = deckWithCombo([
      ['bar', [series('Won'), series('Open')], stack],
      ['line', [series('Plan')], { dataLabelPosition: 't' }],
    ]);
    const { raw, finished } = await mended(deck, 'label-position');
    expect(chart(raw)).toContain('<c:dLblPos val="outEnd"/>');
    expect(chart(finished)).not.toContain('outEnd');
    expect(chart(finished)).toContain('<c:dLblPos val="t"/>');
  });

  it('keep their place inside and outside single bars', async () => {
    const deck = deckWithCombo([
      ['bar', [series('Won')], { dataLabelPosition: 'outEnd' }],
      ['bar', [series('Open')], { dataLabelPosition: 'inBase' as 'ctr' }],
    ]);
    const { finished } = await bothParts(deck);
    expect([...chart(finished).matchAll(/dLblPos val="(\w+)"/g)].map((match) => match[1])).toEqual([
      'outEnd',
      'outEnd',
      'inBase',
      'inBase',
    ]);
    expect(problems(finished)).toEqual([]);
  });

  it('have no place of their own on an area', async () => {
    const { finished } = await mended(
      deckWithCombo([['area', [series('Range')], { dataLabelPosition: 't' }]]),
      'label-position',
    );
    expect(chart(finished)).not.toContain('dLblPos');
  });
});

describe('the workbook behind a chart', () => {
  it('shows a zero as a zero and a gap as a gap', async () => {
    const { raw, finished } = await mended(
      deckWithChart('bar', [series('Won', [4, 0, null]), series('Plan', [5, 6, 7])]),
      'cells',
    );
    expect(sheet(raw)).toContain('<c r="B3"><v></v></c>');
    expect(sheet(finished)).toContain(
      '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>4</v></c><c r="C2"><v>5</v></c></row>',
    );
    expect(sheet(finished)).toContain('<c r="B3"><v>0</v></c><c r="C3"><v>6</v></c></row>');
    expect(sheet(finished)).toContain('<row r="4"><c r="A4" t="s"><v>4</v></c><c r="C4"><v>7</v></c></row>');
    expect(words(finished)).toEqual(['Won', 'Plan', 'Jul', 'Aug', 'Sep']);
  });

  it('keeps every label beside its values when one of them is empty', async () => {
    const data = { name: 'Won', labels: ['Jul', '', 'Sep'], values: [1, 2, 3] };
    const { finished } = await bothParts(deckWithChart('bar', [data]));
    expect(sheet(finished)).toContain('<row r="3"><c r="B3"><v>2</v></c></row><row r="4"><c r="A4" t="s"><v>2</v></c>');
    expect(words(finished)).toEqual(['Won', 'Jul', 'Sep']);
  });

  it('holds the words that XML reserves, and none that it forbids', async () => {
    const data = { name: 'R&D <won> "net"\u0007', labels: ["O'Neill", '\ud800'], values: [1, 2] };
    const { finished } = await mended(deckWithChart('bar', [data]), 'well-formed');
    expect(words(finished)).toEqual(['R&amp;D &lt;won&gt; &quot;net&quot;', 'O&apos;Neill', '\ufffd']);
  });

  it('has room for the series of a chart with thirty of them', async () => {
    const { finished } = await bothParts(
      deckWithChart(
        'bar',
        Array.from({ length: 30 }, (_, index) => series(`Partner ${index + 1}`, [index])),
      ),
    );
    expect(sheet(finished)).toContain('<c r="AE2"><v>29</v></c>');
    expect(problems(finished)).toEqual([]);
  });
});
