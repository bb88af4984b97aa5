import { chartGraphicXml } from '../../ooxml/charts/chart-frame.ts';
import type { Chart } from '../../ooxml/charts/chart.ts';
import type { Slide } from '../../ooxml/presentation/presentation.ts';
import { fitParagraphs, type Paragraph } from './fit-text.ts';
import type { Box } from './grid.ts';
import { layoutIndex, type LayoutId } from './layouts.ts';
import { frameXml } from './xml/frame-xml.ts';
import { shapeXml, type Shape } from './xml/shape-xml.ts';
import { tableXml, type TableGrid } from './xml/table-xml.ts';
import { titleXml } from './xml/title-xml.ts';

/** A chart without what every chart of a deck has alike. */
export type SlideChart = Omit<Chart, 'language'> & {
  /** Alternative text. */
  readonly description: string;
};

interface TextOptions {
  readonly anchor?: 'top' | 'middle' | 'bottom';
  readonly fill?: string;
  readonly shape?: 'rect' | 'roundRect';
}

/** The slide a canvas stands for. */
export interface SlideFacts {
  /** Its place in the deck, from 1. */
  readonly number: number;
  readonly layout: LayoutId;
  /** Stable name that its shapes begin with. */
  readonly section: string;
  readonly language: string;
}

/** Id of a slide's first shape; the tree that holds them has the first of all. */
const FIRST_SHAPE = 2;

/**
 * One slide to draw on. Everything gets a stable name, `section.part`, by which a later run finds hand edits again, and every text
 * is cut to its box before it is written.
 */
export class SlideCanvas {
  readonly facts: SlideFacts;
  readonly #shapes: string[] = [];
  readonly #charts: Chart[] = [];
  readonly #names = new Set<string>();
  #notes: readonly string[] = [];

  constructor(facts: SlideFacts) {
    this.facts = facts;
  }

  /** Everything drawn so far, in reading order. */
  get slide(): Slide {
    return { layout: layoutIndex(this.facts.layout), shapes: this.#shapes, charts: this.#charts, notes: this.#notes };
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

  /** The title of the slide, in the place of its layout; lines are joined by a line break, not by a paragraph. */
  title(lines: readonly string[], size?: number): void {
    const title = { ...this.#identity('headline'), lines, ...(size && { size }) };
    this.#shapes.push(titleXml(title, this.facts.language));
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
    this.#shapes.push(tableXml({ ...this.#identity(name), box }, grid, this.facts.language));
  }

  chart(name: string, box: Box, { description, ...chart }: SlideChart): void {
    this.#charts.push({ ...chart, language: this.facts.language });
    const frame = { ...this.#identity(name), description, box };
    this.#shapes.push(frameXml(frame, chartGraphicXml(`rId${this.#charts.length}`)));
  }

  /** Speaker notes, a paragraph each. */
  notes(notes: readonly string[]): void {
    this.#notes = notes.filter(Boolean);
  }

  #draw(name: string, box: Box, look: Omit<Shape, 'id' | 'name' | 'box'>): void {
    this.#shapes.push(shapeXml({ ...this.#identity(name), box, ...look }, this.facts.language));
  }

  /** The next id, and a name that no other shape of the slide has. */
  #identity(name: string): { readonly id: number; readonly name: string } {
    const wanted = `${this.facts.section}.${name}`;
    let free = wanted;
    for (let n = 2; this.#names.has(free); n += 1) free = `${wanted}-${n}`;
    this.#names.add(free);
    return { id: FIRST_SHAPE + this.#shapes.length, name: free };
  }
}
