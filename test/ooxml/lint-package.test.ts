import { describe, expect, it } from 'vitest';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import type { Parts } from '../../src/ooxml/parts.ts';
import { presentationPackage } from '../../src/ooxml/presentation/presentation-package.ts';
import { readZip } from '../../src/ooxml/read-zip.ts';
import { writeZip } from '../../src/ooxml/write-zip.ts';
import { featureDeck, problems, text } from './decks.ts';

const TABLE_SLIDE = 'ppt/slides/slide2.xml';
const SHAPES_SLIDE = 'ppt/slides/slide3.xml';
const CHART_SLIDE = 'ppt/slides/slide5.xml';
/** Bars with labels, and marks on them. */
const CHART = 'ppt/charts/chart2.xml';

const sound = presentationPackage(featureDeck());

/** The problems of the sound deck after one change to one of its parts. */
function after(path: string, change: (xml: string) => string): string[] {
  const changed = change(text(sound, path));
  expect(changed).not.toBe(text(sound, path));
  return found(new Map(sound).set(path, changed));
}

function found(parts: Parts): string[] {
  return problems(parts).map((problem) => `${problem.part} ${problem.rule}: ${problem.message}`);
}

describe('the check of a package', () => {
  it('finds nothing wrong with a sound deck', () => {
    expect(problems(sound)).toEqual([]);
  });

  it('says why a file is no package at all', () => {
    expect(lintPackage(Buffer.from('Partner,Amount'))).toEqual([
      { part: '', rule: 'zip', message: 'is not a zip package, which every .pptx and .xlsx is' },
    ]);
  });

  it('finds a part that is not well-formed', () => {
    expect(after(CHART_SLIDE, (xml) => xml.replace('</p:cSld>', ''))[0]).toMatch(
      /^ppt\/slides\/slide5\.xml well-formed: is not well-formed/,
    );
    expect(after(CHART_SLIDE, (xml) => xml.replace('<a:t>', '<a:t>\u0007'))[0]).toContain(
      'it holds the control character 7',
    );
  });

  it('finds a part that nothing leads to', () => {
    const parts = new Map(sound).set('ppt/media/image.png', new Uint8Array([1]));
    expect(found(parts)).toEqual([
      '[Content_Types].xml content-types: gives ppt/media/image.png no type of its own',
      'ppt/media/image.png orphan-part: is in the package, but nothing leads to it',
    ]);
  });

  it('finds a relationship that leads nowhere', () => {
    const parts = new Map(sound);
    parts.delete('ppt/theme/theme2.xml');
    expect(found(parts)).toEqual([
      '[Content_Types].xml content-types: names ppt/theme/theme2.xml, which is not there',
      'ppt/notesMasters/_rels/notesMaster1.xml.rels relationships: leads to ../theme/theme2.xml, which is not there',
    ]);
  });

  it('finds references that have no relationship, and relationships of one name', () => {
    const relationships = 'ppt/slides/_rels/slide5.xml.rels';
    expect(after(CHART_SLIDE, (xml) => xml.replace('r:id="rId1"', 'r:id="rId77"'))).toEqual([
      `${relationships} relationships: lacks rId77, which its part refers to`,
    ]);
    expect(after(relationships, (xml) => xml.replace('Id="rId2"', 'Id="rId1"'))).toEqual([
      `${relationships} relationships: uses rId1 twice`,
    ]);
  });

  it('finds a package without content types', () => {
    const parts = new Map(sound);
    parts.delete('[Content_Types].xml');
    expect(found(parts)).toContain('[Content_Types].xml content-types: is missing');
  });
});

describe('the check of slides', () => {
  it('wants a title on each', () => {
    const untitled = after(TABLE_SLIDE, (xml) => xml.replace('type="title"', 'type="body"'));
    expect(untitled).toEqual([`${TABLE_SLIDE} slide-title: has no title placeholder`]);
    const empty = after(TABLE_SLIDE, (xml) => xml.replace('<a:t>Open deals</a:t>', '<a:t> </a:t>'));
    expect(empty).toEqual([`${TABLE_SLIDE} slide-title: has an empty title`]);
  });

  it('wants each title once', () => {
    const repeated = after(CHART_SLIDE, (xml) => xml.replace('<a:t>Chart of months against plan', '<a:t>Open deals'));
    expect(repeated).toEqual([`${CHART_SLIDE} slide-title: has the title of ${TABLE_SLIDE}: "Open deals"`]);
  });

  it('wants a description of each table, chart and picture', () => {
    expect(after(CHART_SLIDE, (xml) => xml.replace(/ descr="[^"]*"/, ''))).toEqual([
      `${CHART_SLIDE} alt-text: says nothing to a screen reader about "slide-5.chart"`,
    ]);
    expect(after(CHART_SLIDE, (xml) => xml.replace(/ descr="[^"]*"/, ' descr="chart.png"'))).toHaveLength(1);
  });

  it('wants as many cells in a row as the table has columns', () => {
    const short = after(TABLE_SLIDE, (xml) => xml.replace(/<a:gridCol w="\d+"\/>/, ''));
    expect(short).toHaveLength(3);
    expect(short[0]).toBe(`${TABLE_SLIDE} table: has a row of 2 cells under 1 columns`);
  });

  it.each([
    ['ids that count', TABLE_SLIDE, 'id="2"', 'id="x"', ['shape-ids: gives a shape the id "x"']],
    ['an id for each shape', TABLE_SLIDE, 'id="3"', 'id="2"', ['shape-ids: gives two shapes the id 2']],
    [
      'sizes that are numbers',
      CHART_SLIDE,
      'cx="7315200"',
      'cx="NaN"',
      ['numbers: has an attribute that is NaN', 'geometry: has a shape of negative size'],
    ],
    ['sizes above zero', SHAPES_SLIDE, /cx="(?=\d{6})/, 'cx="-', ['geometry: has a shape of negative size']],
    [
      'shapes that Office knows',
      SHAPES_SLIDE,
      'prst="ellipse"',
      'prst="oval"',
      ['geometry: has a shape called "oval", which Office does not know'],
    ],
    [
      'outlines that say something',
      SHAPES_SLIDE,
      /<a:ln w="19050">.*?<\/a:ln>/,
      '<a:ln/>',
      ['geometry: has an outline that says nothing'],
    ],
    ['anchors that exist', SHAPES_SLIDE, 'anchor="t"', 'anchor="mid"', ['text: anchors text at "mid"']],
    [
      'the look of a paragraph before its words',
      SHAPES_SLIDE,
      '</a:r></a:p>',
      '</a:r><a:pPr/></a:p>',
      ['element-order: has paragraph properties after the first run'],
    ],
    [
      'a text body in each shape',
      SHAPES_SLIDE,
      /<p:txBody>(?:(?!<\/p:txBody>).)*<\/p:txBody><\/p:sp><p:sp><p:nvSpPr><p:cNvPr id="4"/,
      '</p:sp><p:sp><p:nvSpPr><p:cNvPr id="4"',
      ['text-body: has no text body in "asks.bar"'],
    ],
    [
      'colours of six digits',
      SHAPES_SLIDE,
      'E4F3EA',
      'green',
      ['colours: has the colour "green", which is not six hex digits'],
    ],
    ['tables with a header row', TABLE_SLIDE, 'firstRow="1"', '', ['table: has a table without a header row']],
    [
      'backgrounds with their effects',
      'ppt/slideMasters/slideMaster1.xml',
      '<a:effectLst/></p:bgPr>',
      '</p:bgPr>',
      ['background: has a background without its list of effects'],
    ],
    [
      'masters before slides',
      'ppt/presentation.xml',
      /(<p:notesMasterIdLst>.*<\/p:notesMasterIdLst>)(<p:sldIdLst>.*<\/p:sldIdLst>)/,
      '$2$1',
      ['element-order: lists masters and slides in the wrong order'],
    ],
  ] as const)('wants %s', (_, part, written, changed, expected) => {
    expect(after(part, (xml) => xml.replace(written, changed))).toEqual(
      expected.map((problem) => `${part} ${problem}`),
    );
  });

  it('wants a theme for each master', () => {
    const relationships = 'ppt/slideMasters/_rels/slideMaster1.xml.rels';
    expect(after(relationships, (xml) => xml.replace('theme1.xml', 'theme2.xml'))).toContain(
      `${relationships} theme: shares ppt/theme/theme2.xml with another master`,
    );
  });

  it('lets people write NaN', () => {
    const renamed = after(CHART_SLIDE, (xml) =>
      xml.replace('name="slide-5.chart"', 'name="NaN"').replace('Chart of months against plan', 'NaN'),
    );
    expect(renamed).toEqual([]);
  });
});

describe('the check of charts', () => {
  it.each([
    [
      'a colour for each series',
      /(<\/c:tx>)<c:spPr>.*?<\/c:spPr>/,
      '$1<c:spPr/>',
      ['series-colour: has a series without a colour'],
    ],
    [
      'both axes for each kind of series',
      /(<c:gapWidth.*?<c:axId val="\d+"\/>)<c:axId val="\d+"\/>/,
      '$1',
      ['axes: has a bar chart without its 2 axes'],
    ],
    ['numbers for values', '<c:v>398000<', '<c:v>4 %<', ['numbers: has the value 4 %']],
    ['gaps that are left out', '<c:v>398000<', '<c:v><', ['points: has a point without a value']],
    [
      'series that say how they stand together',
      '<c:grouping val="standard"/>',
      '',
      ['grouping: says not how its line series stand together'],
    ],
    [
      'labels where the kind of chart has room for them',
      'dLblPos val="inBase"',
      'dLblPos val="bestFit"',
      ['label-position: puts the labels of a bar chart at bestFit'],
    ],
    [
      'the children of a series in their order',
      /(<c:invertIfNegative val="0"\/>)(<c:dLbls>.*?<\/c:dLbls>)/,
      '$2$1',
      ['element-order: has the children of c:ser in the wrong order'],
    ],
    [
      'nothing in an axis that does not belong there',
      '<c:crossAx val="222222222"/>',
      '<c:crossAx val="222222222"/><c:gapWidth val="3"/>',
      ['element-order: has c:gapWidth in c:catAx, where it may not stand'],
    ],
  ] as const)('wants %s', (_, written, changed, expected) => {
    expect(after(CHART, (xml) => xml.replace(written, changed))).toEqual(
      expected.map((problem) => `${CHART} ${problem}`),
    );
  });

  it('wants the axes it refers to', () => {
    const axes = after(CHART, (xml) => xml.replace(/<c:catAx>.*?<\/c:catAx>/, ''));
    expect(axes).toContain(`${CHART} axes: refers to axis 111111111, which it does not have`);
  });

  it('wants numbers in the workbook behind', () => {
    const path = 'ppt/embeddings/Microsoft_Excel_Worksheet2.xlsx';
    const workbook: Parts = readZip(sound.get(path) as Uint8Array);
    const sheet = new TextDecoder().decode(workbook.get('xl/worksheets/sheet1.xml') as Uint8Array);
    workbook.set('xl/worksheets/sheet1.xml', sheet.replace('<v>398000</v>', '<v>Infinity</v>'));
    expect(found(new Map(sound).set(path, writeZip(workbook)))).toEqual([
      `${path}/xl/worksheets/sheet1.xml cells: B2 holds "Infinity" as a number`,
    ]);
  });

  it('wants charts counted from one', () => {
    const parts = new Map(sound);
    parts.set('ppt/charts/chart9.xml', text(sound, 'ppt/charts/chart5.xml')).delete('ppt/charts/chart5.xml');
    expect(found(parts)).toContain('ppt/charts/chart9.xml chart-numbers: should be chart 7');
  });
});
