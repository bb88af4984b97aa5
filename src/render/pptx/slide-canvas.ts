import type PptxGenJS from 'pptxgenjs';
import { fitParagraphs, type Paragraph } from './fit-text.ts';
import type { Box } from './grid.ts';
import { shapeXml, type Shape } from './xml/shape-xml.ts';
import { tableXml, type TableGrid } from './xml/table-xml.ts';

export type ChartParts = Parameters<PptxGenJS.Slide['addChart']>[0];
export type ChartData = PptxGenJS.OptsChartData[];
export type ChartOptions = PptxGenJS.IChartOpts;

interface TextOptions {
  readonly anchor?: 'top' | 'middle' | 'bottom';
  readonly fill?: string;
  readonly shape?: 'rect' | 'roundRect';
}

/** What stands on a slide, in reading order: written by us, or by the library under the name it shall have. */
export type SlideShape =
  { readonly by: 'us'; readonly xml: string } | { readonly by: 'library'; readonly id: number; readonly name: string };

/** The slide a canvas stands for. */
export interface SlideFacts {
  /** Its place in the deck, from 1. */
  readonly number: number;
  /** Stable name that its shapes begin with. */
  readonly section: string;
  readonly language: string;
}

/** Id of a slide's first shape; the tree that holds them has the first of all. */
const FIRST_SHAPE = 2;

/**
 * One slide to draw on. Everything gets a stable name, `section.part`, by which a later run finds hand edits again, and every text
 * is cut to its box before it is written. The library draws titles and charts; everything else is written here.
 */
export class SlideCanvas {
  readonly facts: SlideFacts;
  /** Alternative text of charts by their name. */
  readonly descriptions: Record<string, string> = {};
  readonly #slide: PptxGenJS.Slide;
  readonly #shapes: SlideShape[] = [];
  readonly #names = new Set<string>();

  constructor(slide: PptxGenJS.Slide, facts: SlideFacts) {
    this.#slide = slide;
    this.facts = facts;
  }

  /** Everything on the slide in reading order. */
  get shapes(): readonly SlideShape[] {
    return this.#shapes;
  }

  text(name: string, box: Box, paragraphs: readonly Paragraph[], options: TextOptions = {}): void {
    const fitted = fitParagraphs(paragraphs, box);
    if (fitted.length === 0 && !options.fill) return;
    this.#draw(name, box, {
      geometry: options.shape ?? 'rect',
      text: { paragraphs: fitted, anchor: options.anchor ?? 'top' },
      ...(options.fill && { fill: options.fill }),
    });
  }

  /** The title placeholder of the slide's layout; lines are joined by a line break, not by a paragraph. */
  title(lines: readonly string[], size?: number): void {
    this.#shapes.push({ by: 'library', id: this.#nextId(), name: this.#named('headline') });
    this.#slide.addText(
      lines.map((text, i) => ({ text, options: { softBreakBefore: i > 0, ...(size && { fontSize: size }) } })),
      { placeholder: 'headline' },
    );
  }

  rectangle(name: string, box: Box, colour: string): void {
    this.#draw(name, box, { geometry: 'rect', fill: colour });
  }

  ellipse(name: string, box: Box, colours: { readonly fill: string; readonly line?: string }): void {
    const line = colours.line && { line: { colour: colours.line, points: 1.5 } };
    this.#draw(name, box, { geometry: 'ellipse', fill: colours.fill, ...line });
  }

  /** A horizontal rule, `points` thick. */
  rule(
    name: string,
    { x, y, w }: { readonly x: number; readonly y: number; readonly w: number },
    colour: string,
    points = 0.5,
  ): void {
    this.#draw(name, { x, y, w, h: 0 }, { geometry: 'line', line: { colour, points } });
  }

  table(name: string, box: Box, grid: TableGrid): void {
    const frame = { id: this.#nextId(), name: this.#named(name), box };
    this.#shapes.push({ by: 'us', xml: tableXml(frame, grid, this.facts.language) });
  }

  chart(
    name: string,
    box: Box,
    parts: ChartParts,
    options: ChartOptions & { description: string; data?: ChartData },
  ): void {
    const { description, data, ...rest } = options;
    const objectName = this.#named(name);
    this.descriptions[objectName] = description;
    this.#shapes.push({ by: 'library', id: this.#nextId(), name: objectName });
    const placed = { ...rest, ...box, objectName };
    // Several types: the options take the place of the data, which each part brings along.
    if (data) this.#slide.addChart(parts, data, placed);
    else this.#slide.addChart(parts, placed as unknown as ChartData);
  }

  notes(text: string): void {
    if (text) this.#slide.addNotes(text);
  }

  #draw(name: string, box: Box, look: Omit<Shape, 'id' | 'name' | 'box'>): void {
    const shape = { id: this.#nextId(), name: this.#named(name), box, ...look };
    this.#shapes.push({ by: 'us', xml: shapeXml(shape, this.facts.language) });
  }

  #nextId(): number {
    return FIRST_SHAPE + this.#shapes.length;
  }

  #named(name: string): string {
    const wanted = `${this.facts.section}.${name}`;
    let free = wanted;
    for (let n = 2; this.#names.has(free); n += 1) free = `${wanted}-${n}`;
    this.#names.add(free);
    return free;
  }
}
