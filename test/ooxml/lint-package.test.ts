import { beforeAll, describe, expect, it } from 'vitest';
import { finishPresentation } from '../../src/ooxml/finish-presentation.ts';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import type { Parts } from '../../src/ooxml/parts.ts';
import { readZip } from '../../src/ooxml/read-zip.ts';
import { writeZip } from '../../src/ooxml/write-zip.ts';
import { FINISH, problems, rawParts, text } from './decks.ts';
import { FEATURE_DESCRIPTIONS, featureDeck } from './feature-deck.ts';

const SLIDE = 'ppt/slides/slide2.xml';
const CHART = 'ppt/charts/chart1.xml';

let sound: Parts;

beforeAll(async () => {
  sound = finishPresentation(await rawParts(featureDeck()), { ...FINISH, descriptions: FEATURE_DESCRIPTIONS ?? [] });
});

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
    expect(after(SLIDE, (xml) => xml.replace('</p:cSld>', ''))[0]).toMatch(
      /^ppt\/slides\/slide2\.xml well-formed: is not well-formed/,
    );
    expect(after(SLIDE, (xml) => xml.replace('<a:t>', '<a:t>\u0007'))[0]).toContain('it holds the control character 7');
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
    const relationships = 'ppt/slides/_rels/slide2.xml.rels';
    expect(after(SLIDE, (xml) => xml.replace('r:id="rId1"', 'r:id="rId77"'))).toEqual([
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
    const untitled = after(SLIDE, (xml) => xml.replace('type="title"', 'type="body"'));
    expect(untitled).toEqual([`${SLIDE} slide-title: has no title placeholder`]);
    const empty = after(SLIDE, (xml) => xml.replace('<a:t>Bookings stand $1.2M above plan</a:t>', '<a:t> </a:t>'));
    expect(empty).toEqual([`${SLIDE} slide-title: has an empty title`]);
  });

  it('wants each title once', () => {
    const repeated = after('ppt/slides/slide3.xml', (xml) =>
      xml.replace('<a:t>Stages</a:t>', () => '<a:t>Bookings stand $1.2M above plan</a:t>'),
    );
    expect(repeated).toEqual([
      `ppt/slides/slide3.xml slide-title: has the title of ${SLIDE}: "Bookings stand $1.2M above plan"`,
    ]);
  });

  it('wants a description of each table, chart and picture', () => {
    expect(after(SLIDE, (xml) => xml.replace(/ descr="[^"]*"/, ''))).toEqual([
      `${SLIDE} alt-text: says nothing to a screen reader about "Chart"`,
    ]);
    expect(after(SLIDE, (xml) => xml.replace(/ descr="[^"]*"/, ' descr="chart.png"'))).toHaveLength(1);
  });

  it('wants as many cells in a row as the table has columns', () => {
    const short = after('ppt/slides/slide5.xml', (xml) => xml.replace(/<a:gridCol w="\d+"\/>/, ''));
    expect(short).toHaveLength(3);
    expect(short[0]).toBe('ppt/slides/slide5.xml table: has a row of 3 cells under 2 columns');
  });

  it('wants ids that count', () => {
    expect(after(SLIDE, (xml) => xml.replace('id="2"', 'id="x"'))).toEqual([
      `${SLIDE} shape-ids: gives a shape the id "x"`,
    ]);
  });

  it('wants sizes that are numbers', () => {
    const broken = after(SLIDE, (xml) => xml.replace(/cx="[1-9]\d*"/, 'cx="NaN"'));
    expect(broken).toEqual([
      `${SLIDE} numbers: has an attribute that is NaN`,
      `${SLIDE} geometry: has a shape of negative size`,
    ]);
  });

  it('lets people write NaN', () => {
    const renamed = after(SLIDE, (xml) =>
      xml.replace('name="Chart"', 'name="NaN"').replace('Bookings stand $1.2M above plan', 'NaN'),
    );
    expect(renamed).toEqual([]);
  });
});

describe('the check of charts', () => {
  it('wants a colour for each series', () => {
    const bare = after(CHART, (xml) => xml.replace(/(<\/c:tx>)<c:spPr>[\s\S]*?<\/c:spPr>/, '$1<c:spPr/>'));
    expect(bare).toEqual([`${CHART} series-colour: has a series without a colour`]);
  });

  it('wants the axes it refers to', () => {
    const axes = after(CHART, (xml) => xml.replace(/<c:catAx>[\s\S]*?<\/c:catAx>/, ''));
    expect(axes).toContain(`${CHART} axes: refers to axis 2094734554, which it does not have`);
    const lone = after(CHART, (xml) => xml.replace(/(<c:gapWidth.*?<c:axId val="\d+"\/>)<c:axId val="\d+"\/>/, '$1'));
    expect(lone).toEqual([`${CHART} axes: has a bar chart without its 2 axes`]);
  });

  it('wants numbers for values, here and in the workbook behind', () => {
    expect(
      after(CHART, (xml) =>
        xml.replace('<c:v>4</c:v></c:pt><c:pt idx="1"><c:v>0', '<c:v>4 %</c:v></c:pt><c:pt idx="1"><c:v>0'),
      ),
    ).toEqual([`${CHART} numbers: has the value 4 %`]);
    const path = 'ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx';
    const workbook: Parts = readZip(sound.get(path) as Uint8Array);
    const sheet = new TextDecoder().decode(workbook.get('xl/worksheets/sheet1.xml') as Uint8Array);
    workbook.set(
      'xl/worksheets/sheet1.xml',
      sheet.replace('<v>4</v>', '<v>Infinity</v>').replace('t="s"><v>3<', 't="s"><v>99<'),
    );
    expect(found(new Map(sound).set(path, writeZip(workbook)))).toEqual([
      `${path}/xl/worksheets/sheet1.xml cells: A2 refers to text 99, of 7`,
      `${path}/xl/worksheets/sheet1.xml cells: B2 holds "Infinity" as a number`,
    ]);
  });

  it('wants charts counted from one', () => {
    const parts = new Map(sound);
    parts.set('ppt/charts/chart9.xml', text(sound, 'ppt/charts/chart5.xml')).delete('ppt/charts/chart5.xml');
    expect(found(parts)).toContain('ppt/charts/chart9.xml chart-numbers: should be chart 5');
  });
});
