import { lintPackage, type LintProblem } from '../../src/ooxml/lint-package.ts';
import type { Parts } from '../../src/ooxml/parts.ts';
import { presentationPackage } from '../../src/ooxml/presentation/presentation-package.ts';
import type { Presentation, PresentationProperties } from '../../src/ooxml/presentation/presentation.ts';
import type { OfficeTheme } from '../../src/ooxml/theme.ts';
import { writeZip } from '../../src/ooxml/write-zip.ts';
import { mastersOf } from '../../src/render/pptx/layouts.ts';
import { SlideCanvas } from '../../src/render/pptx/slide-canvas.ts';
import type { TableCell } from '../../src/render/pptx/xml/table-xml.ts';
import { tableStyles } from '../../src/render/pptx/xml/table-style.ts';
import { RECIPES } from './charts/recipes.ts';

export const THEME: OfficeTheme = {
  name: 'Channel',
  fonts: { major: 'Calibri', minor: 'Calibri' },
  colours: {
    ...{ dk1: '17232E', lt1: 'FFFFFF', dk2: '4F5B67', lt2: 'F4F6F8', hlink: '0F5E7D', folHlink: '4F5B67' },
    ...{
      accent1: '0F5E7D',
      accent2: '5E9BB3',
      accent3: 'B5D1DC',
      accent4: 'E4EFF3',
      accent5: '7A8591',
      accent6: '2B3A47',
    },
  },
};

const PROPERTIES: PresentationProperties = {
  title: 'Northwind Systems: quarterly business review',
  company: 'Acme & Sons',
  language: 'en-GB',
  modified: '2026-02-28',
};

const INK = { size: 14, colour: 'tx1' };

/** A deck of these slides. */
export function deckOf(
  canvases: readonly SlideCanvas[],
  properties: Partial<PresentationProperties> = {},
): Presentation {
  return {
    properties: { ...PROPERTIES, ...properties },
    theme: THEME,
    page: { width: 12_192_000, height: 6_858_000 },
    tableStyles: tableStyles(),
    ...mastersOf('en-GB'),
    slides: canvases.map((canvas) => canvas.slide),
  };
}

/** An empty slide; titles must differ within a deck. */
export function slideWith(title: string, number = 1): SlideCanvas {
  const canvas = new SlideCanvas({ number, layout: 'oneLine', section: `slide-${number}`, language: 'en-GB' });
  canvas.title([title]);
  return canvas;
}

/** A deck of every feature that a review uses: charts of each kind, a table, shapes, notes, all layouts. */
export function featureDeck(): Presentation {
  const cover = new SlideCanvas({ number: 1, layout: 'cover', section: 'title', language: 'en-GB' });
  cover.title(['Northwind Systems'], 34);
  const deals = slideWith('Open deals', 2);
  deals.table('deals', { x: 0.6, y: 2, w: 6, h: 1 }, dealTable('Deal'));
  deals.notes(['Bookings & plan.', 'Source: Salesforce, 28 Feb 2026.']);
  const charts = Object.entries(RECIPES).map(([name, { language: _, ...chart }], i) => {
    const slide = slideWith(`Chart of ${name}`, i + 4);
    slide.chart('chart', { x: 0.6, y: 2, w: 8, h: 3 }, { ...chart, description: `A chart of ${name}` });
    return slide;
  });
  return deckOf([cover, deals, drawnShapes(), ...charts]);
}

function drawnShapes(): SlideCanvas {
  const slide = new SlideCanvas({ number: 3, layout: 'twoLines', section: 'asks', language: 'en-GB' });
  slide.title(['Two asks, one of which is written over two lines,', 'as its title is']);
  slide.rectangle('bar', { x: 1, y: 2, w: 4, h: 0.2 }, 'accent1');
  slide.ellipse('dot', { x: 1, y: 3, w: 0.2, h: 0.2 }, { fill: 'bg1', line: 'accent1' });
  slide.rule('rule', { x: 1, y: 4, w: 4 }, 'D5DAE0');
  const chip = { runs: [{ ...INK, text: '▲ ahead' }], align: 'center' } as const;
  slide.text('chip', { x: 1, y: 4.5, w: 1.2, h: 0.28 }, [chip], { fill: 'E4F3EA', shape: 'roundRect' });
  const bullet = { runs: [{ ...INK, text: 'Certify the tenth seller' }], bullet: true, spaceBefore: 5 };
  slide.text('list', { x: 1, y: 5, w: 5, h: 1 }, [bullet, bullet]);
  return slide;
}

/** A table of two columns and three rows. */
export function dealTable(words: string) {
  const cell = (text: string): TableCell => ({
    runs: text === '' ? [] : [{ ...INK, text }],
    align: 'left',
    margin: { left: 0, right: 0.07, top: 0.04, bottom: 0.04 },
  });
  return {
    columnWidths: [3, 3],
    rows: [
      { height: 0.3, cells: [cell('Account'), cell('Amount')] },
      { height: 0.35, cells: [cell('Tyne & Wear'), cell('')] },
      { height: 0.35, cells: [cell(words), cell('$310K')] },
    ],
    description: `Open deals: ${words}`,
  };
}

/** The text of a part. */
export function text(parts: Parts, path: string): string {
  const part = parts.get(path);
  if (typeof part !== 'string') throw new Error(`There is no text part ${path}: ${[...parts.keys()].join(', ')}`);
  return part;
}

/** What our own check says about parts once they are zipped. */
export function problems(parts: Parts): LintProblem[] {
  return lintPackage(writeZip(parts));
}

/** The bytes of a deck. */
export function packed(deck: Presentation): Buffer {
  return writeZip(presentationPackage(deck));
}
