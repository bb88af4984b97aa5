import { DOMParser, type Element } from '@xmldom/xmldom';
import { readZip } from '../../../src/ooxml/read-zip.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface TextLine {
  readonly runs: readonly { readonly text: string; readonly size: number; readonly bold: boolean }[];
  /** Space above and left indent, in inches. */
  readonly before: number;
  readonly indent: number;
}

export interface Shape {
  readonly kind: 'shape' | 'chart' | 'table';
  readonly name: string;
  readonly description: string;
  readonly box: Box;
  readonly isFilled: boolean;
  readonly paragraphs: readonly TextLine[];
  readonly text: string;
  readonly table?: Table;
}

export interface Table {
  readonly columns: readonly number[];
  readonly rows: readonly { readonly height: number; readonly cells: readonly TableCell[] }[];
}

export interface TableCell {
  readonly paragraphs: readonly TextLine[];
  readonly text: string;
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

export interface Slide {
  readonly title: string;
  readonly shapes: readonly Shape[];
  readonly xml: string;
  readonly notes: readonly string[];
}

const EMU = 914_400;

/** What stands on the slides of a deck, in inches and points, in the order of the deck. */
export function readSlides(deck: Uint8Array): Slide[] {
  const parts = readZip(deck);
  const text = (path: string) => new TextDecoder().decode(parts.get(path));
  const count = [...parts.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).length;
  return Array.from({ length: count }, (_, i) => {
    const xml = text(`ppt/slides/slide${i + 1}.xml`);
    const root = parse(xml);
    const layout = /slideLayouts\/slideLayout\d+\.xml/.exec(text(`ppt/slides/_rels/slide${i + 1}.xml.rels`))![0];
    const headline = all(parse(text(`ppt/${layout}`)), 'p:sp').find((shape) => all(shape, 'p:ph').length > 0)!;
    const shapes = [...all(root, 'p:sp'), ...all(root, 'p:graphicFrame')].map((shape) => readShape(shape, headline));
    const title = shapes.find((shape) => shape.name.endsWith('.headline'));
    const notes = parts.has(`ppt/notesSlides/notesSlide${i + 1}.xml`)
      ? all(parse(text(`ppt/notesSlides/notesSlide${i + 1}.xml`)), 'a:p').map(textOf)
      : [];
    return { title: title?.text ?? '', shapes, xml, notes: notes.filter(Boolean) };
  });
}

/** The XML of all charts of a deck. */
export function readCharts(deck: Uint8Array): string[] {
  return Array.from(readZip(deck))
    .filter(([path]) => /^ppt\/charts\/chart\d+\.xml$/.test(path))
    .map(([, bytes]) => new TextDecoder().decode(bytes));
}

/** A title takes its place and its look from the title of its layout. */
function readShape(element: Element, headline: Element): Shape {
  const named = all(element, 'p:cNvPr')[0]!;
  const tables = all(element, 'a:tbl');
  const isFrame = element.tagName === 'p:graphicFrame';
  const properties = all(element, 'p:spPr')[0];
  const isTitle = all(element, 'p:ph').length > 0;
  const usual = isTitle
    ? { size: Number(all(headline, 'a:defRPr')[0]!.getAttribute('sz')) / 100, bold: true }
    : undefined;
  return {
    kind: tables.length > 0 ? 'table' : isFrame ? 'chart' : 'shape',
    name: named.getAttribute('name') ?? '',
    description: named.getAttribute('descr') ?? '',
    box: readBox(isTitle ? headline : element),
    isFilled: properties ? children(properties).some((child) => child.tagName === 'a:solidFill') : false,
    paragraphs: tables.length > 0 ? [] : all(element, 'a:p').flatMap((paragraph) => readParagraph(paragraph, usual)),
    text: tables.length > 0 ? '' : all(element, 'a:p').map(textOf).join('\n'),
    ...(tables[0] && { table: readTable(tables[0]) }),
  };
}

function readBox(element: Element): Box {
  const [offset, extent] = [
    all(element, 'a:off')[0]!,
    all(element, 'a:ext').find((found) => found.getAttribute('cx'))!,
  ];
  const inches = (found: Element, name: string) => Number(found.getAttribute(name)) / EMU;
  return { x: inches(offset, 'x'), y: inches(offset, 'y'), w: inches(extent, 'cx'), h: inches(extent, 'cy') };
}

function readTable(table: Element): Table {
  const margin = (cell: Element, name: string) => Number(all(cell, 'a:tcPr')[0]!.getAttribute(name)) / EMU;
  return {
    columns: all(table, 'a:gridCol').map((column) => Number(column.getAttribute('w')) / EMU),
    rows: all(table, 'a:tr').map((row) => ({
      height: Number(row.getAttribute('h')) / EMU,
      cells: all(row, 'a:tc').map((cell) => ({
        paragraphs: all(cell, 'a:p').flatMap((paragraph) => readParagraph(paragraph)),
        text: textOf(cell),
        margin: {
          left: margin(cell, 'marL'),
          right: margin(cell, 'marR'),
          top: margin(cell, 'marT'),
          bottom: margin(cell, 'marB'),
        },
      })),
    })),
  };
}

/** A paragraph, or the pieces of one that is broken by hand. */
function readParagraph(paragraph: Element, usual?: { readonly size: number; readonly bold: boolean }): TextLine[] {
  const before = all(paragraph, 'a:spcBef')[0];
  const indent = Number(all(paragraph, 'a:pPr')[0]?.getAttribute('marL') ?? 0) / EMU;
  const space = before ? Number(all(before, 'a:spcPts')[0]!.getAttribute('val')) / 7200 : 0;
  const pieces: TextLine['runs'][number][][] = [[]];
  for (const part of children(paragraph)) {
    if (part.tagName === 'a:br') pieces.push([]);
    if (part.tagName !== 'a:r' && part.tagName !== 'a:fld') continue;
    const look = all(part, 'a:rPr')[0]!;
    const run = {
      text: textOf(part),
      size: look.hasAttribute('sz') ? Number(look.getAttribute('sz')) / 100 : (usual?.size ?? 0),
      bold: look.hasAttribute('b') ? look.getAttribute('b') === '1' : (usual?.bold ?? false),
    };
    pieces.at(-1)!.push(run);
  }
  return pieces.map((runs, i) => ({ runs, before: i === 0 ? space : 0, indent }));
}

function parse(xml: string): Element {
  return new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(message);
    },
  }).parseFromString(xml, 'text/xml').documentElement!;
}

function all(element: Element, tag: string): Element[] {
  return Array.from(element.getElementsByTagName(tag)) as Element[];
}

function children(element: Element): Element[] {
  return Array.from(element.childNodes).filter((node) => node.nodeType === 1) as unknown as Element[];
}

/** Words of all runs; a line break reads as a space. */
function textOf(element: Element): string {
  return Array.from(element.getElementsByTagName('*'))
    .filter((found) => found.tagName === 'a:t' || found.tagName === 'a:br')
    .map((found) => (found.tagName === 'a:br' ? ' ' : (found.textContent ?? '')))
    .join('');
}
