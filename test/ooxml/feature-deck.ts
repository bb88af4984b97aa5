import type PptxGenJs from 'pptxgenjs';
import type { PresentationFinish } from '../../src/ooxml/finish-presentation.ts';
import { addSlide, chartOptions, newDeck, series } from './decks.ts';

/** Alt text for what the library cannot describe itself. */
export const FEATURE_DESCRIPTIONS: PresentationFinish['descriptions'] = [{}, {}, {}, {}, { Deals: 'Open deals' }, {}];

/** A deck of every feature that a review uses: charts of each kind, a table, shapes, notes, sections, links, layouts. */
export function featureDeck(): PptxGenJs {
  const deck = newDeck();
  deck.defineSlideMaster({
    title: 'COVER & "CLOSE"',
    background: { color: '0F5E7D' },
    objects: [
      { rect: { x: 0, y: 0, w: 4.3, h: 7.5, fill: { color: 'accent1' } } },
      {
        placeholder: {
          options: { type: 'title', name: 'name', x: 4.9, y: 1.2, w: 8, h: 2.1, fontSize: 40, margin: 0 },
          text: 'Partner',
        },
      },
      { placeholder: { options: { type: 'body', name: 'dates', x: 4.9, y: 6, w: 8, h: 0.4, fontSize: 14 }, text: '' } },
    ],
  });
  deck.addSection({ title: 'Review' });
  const cover = deck.addSlide({ masterName: 'COVER & "CLOSE"', sectionTitle: 'Review' });
  cover.addText('Northwind Systems', { placeholder: 'name' });
  addCombination(deck, addSlide(deck, 'Bookings stand $1.2M above plan'));
  addBars(addSlide(deck, 'Stages'));
  addAreas(deck, addSlide(deck, 'The base case pays back in month 14'));
  addTable(addSlide(deck, 'Open deals'));
  addShapes(deck, addSlide(deck, 'Asks'));
  return deck;
}

function addCombination(deck: PptxGenJs, slide: PptxGenJs.Slide): void {
  const actual = { lineDataSymbol: 'none' as const, lineSize: 3, chartColors: ['accent1'], valAxisMinVal: 0 };
  const groups = [
    {
      type: deck.ChartType.bar,
      data: [series('Won', [4, 0, 3, null])],
      options: { chartColors: ['accent2'], barGapWidthPct: 45, showValue: true, dataLabelPosition: 'inBase' },
    },
    {
      type: deck.ChartType.line,
      data: [series('Plan', [3, 3, 3, 3])],
      options: { lineSize: 0, lineDataSymbol: 'dash', lineDataSymbolSize: 16, chartColors: ['tx1'] },
    },
    {
      type: deck.ChartType.line,
      data: [series('Forecast', [null as unknown as number, 2, 4, 6])],
      options: { ...actual, lineDash: ['sysDash'] },
    },
  ];
  slide.addChart(
    groups as unknown as PptxGenJs.IChartMulti[],
    chartOptions({ displayBlanksAs: 'gap', catAxisLabelFrequency: '2' as never }) as never,
  );
  slide.addNotes('Bookings & plan.\nSource: Salesforce, 28 Feb 2026.');
}

function addBars(slide: PptxGenJs.Slide): void {
  const options = { barDir: 'bar' as const, barGapWidthPct: 35, showValue: true, dataLabelFormatCode: '#,##0;;' };
  slide.addChart('bar', [series('Open', [1, 2, 3])], chartOptions({ ...options, x: 0.6, w: 4, objectName: 'Stages' }));
  const stack = { barGrouping: 'stacked' as const, showValue: true, showLegend: true, valAxisHidden: false };
  slide.addChart('bar', [series('Won'), series('Open')], chartOptions({ ...stack, x: 5, w: 4, objectName: 'Stack' }));
  slide.addChart(
    'line',
    [series('Plan'), series('Actual')],
    chartOptions({ x: 9, w: 4, objectName: 'Lines', showTitle: true, title: 'R&D' }),
  );
}

function addAreas(deck: PptxGenJs, slide: PptxGenJs.Slide): void {
  const groups = [
    {
      type: deck.ChartType.area,
      data: [series('Below zero', [-3, -1, 0]), series('Above zero', [0, 0, 5])],
      options: { chartColors: ['F3D9D6', 'accent4'] },
    },
    {
      type: deck.ChartType.line,
      data: [series('Base', [-3, -1, 5])],
      options: { chartColors: ['accent5'], lineDataSymbol: 'none' },
    },
  ];
  const axes = {
    valAxisHidden: false,
    valGridLine: { color: 'accent4', size: 0.5, style: 'solid' as const },
    catAxisLabelPos: 'low' as const,
  };
  slide.addChart(groups as unknown as PptxGenJs.IChartMulti[], chartOptions(axes) as never);
}

function addTable(slide: PptxGenJs.Slide): void {
  const border = [
    { type: 'none' as const },
    { type: 'none' as const },
    { type: 'solid' as const, pt: 0.5, color: 'D5DAE0' },
    { type: 'none' as const },
  ];
  const cell = {
    margin: [0.04, 0.07, 0.04, 0.07] as [number, number, number, number],
    border: border as never,
    fontFace: 'Calibri',
    fontSize: 12,
  };
  const rows = [
    [
      { text: 'Account', options: { ...cell, bold: true, colspan: 2 } },
      { text: 'Amount', options: { ...cell, align: 'right' as const } },
    ],
    [
      { text: 'Tyne & Wear', options: { ...cell, rowspan: 2 } },
      { text: 'Renewal', options: cell },
      { text: '$310K', options: { ...cell, color: 'accent1' } },
    ],
    [
      { text: [{ text: 'Upgrade ' }, { text: '▲', options: { color: '1B7A4B' } }] as never, options: { ...cell } },
      { text: '', options: { ...cell } },
    ],
  ];
  slide.addTable(rows, { x: 0.6, y: 2, w: 9, colW: [3, 3, 3], rowH: 0.4, objectName: 'Deals' });
}

function addShapes(deck: PptxGenJs, slide: PptxGenJs.Slide): void {
  slide.addShape(deck.ShapeType.roundRect, {
    x: 1,
    y: 2,
    w: 1.2,
    h: 0.28,
    rectRadius: 0.06,
    fill: { color: 'E4F3EA' },
    line: { type: 'none' },
  });
  slide.addShape(deck.ShapeType.line, {
    x: 0.6,
    y: 7,
    w: 12.13,
    h: 0,
    line: { color: 'D5DAE0', width: 0.5, dashType: 'dash', endArrowType: 'triangle' },
  });
  slide.addText(
    [
      { text: 'One', options: { bullet: { indent: 12 }, breakLine: true } },
      { text: 'Two ', options: { bullet: true } },
      { text: 'bold', options: { bold: true } },
    ],
    { x: 1, y: 3, w: 4, h: 1, valign: 'top', fit: 'shrink' },
  );
  slide.addText(
    [
      {
        text: 'Portal',
        options: { hyperlink: { url: 'https://example.com/?a=1&b=2', tooltip: 'Deal <registration>' } },
      },
      { text: ' and ', options: {} },
      { text: 'deals', options: { hyperlink: { slide: 5 } } },
    ],
    { x: 1, y: 4.5, w: 4, h: 0.5 },
  );
  slide.addText('Chip', {
    shape: deck.ShapeType.roundRect,
    x: 6,
    y: 4,
    w: 1,
    h: 0.3,
    rectRadius: 0.06,
    fill: { color: 'accent4' },
    align: 'center',
    objectName: 'Chip',
  });
  slide.addNotes('');
}
