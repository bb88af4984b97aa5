import type PptxGenJS from 'pptxgenjs';
import { BULLET_INDENT, fitParagraphs, type Paragraph, type Run } from './fit-text.ts';
import type { Box } from './grid.ts';

export type ChartParts = Parameters<PptxGenJS.Slide['addChart']>[0];
export type ChartData = PptxGenJS.OptsChartData[];
export type ChartOptions = PptxGenJS.IChartOpts;
export type TableRows = PptxGenJS.TableRow[];

interface TextOptions {
  readonly anchor?: 'top' | 'middle' | 'bottom';
  readonly fill?: string;
  readonly shape?: 'rect' | 'roundRect';
}

/** Corner radius of chips, in inches. */
const CORNER = 0.06;

/**
 * One slide to draw on. Everything gets a stable name, `section.part`, by which a later run finds hand edits again, and every text
 * is cut to its box before it is written.
 */
export class SlideCanvas {
  /** Alternative text by shape name. */
  readonly descriptions: Record<string, string> = {};
  readonly #slide: PptxGenJS.Slide;
  readonly #section: string;
  readonly #names = new Set<string>();

  constructor(slide: PptxGenJS.Slide, section: string) {
    this.#slide = slide;
    this.#section = section;
  }

  text(name: string, box: Box, paragraphs: readonly Paragraph[], options: TextOptions = {}): void {
    const fitted = fitParagraphs(paragraphs, box);
    if (fitted.length === 0 && !options.fill) return;
    this.#slide.addText(fitted.flatMap(toTextRuns), {
      ...box,
      margin: 0,
      isTextBox: !options.fill,
      valign: options.anchor ?? 'top',
      objectName: this.#named(name),
      ...(options.fill && { fill: { color: options.fill }, shape: (options.shape ?? 'rect') as 'rect' }),
      ...(options.shape === 'roundRect' && { rectRadius: CORNER }),
    });
  }

  /** The title placeholder of the slide's layout; lines are joined by a line break, not by a paragraph. */
  title(lines: readonly string[], size?: number): void {
    this.#names.add(this.#full('headline'));
    this.#slide.addText(
      lines.map((text, i) => ({ text, options: { softBreakBefore: i > 0, ...(size && { fontSize: size }) } })),
      { placeholder: 'headline' },
    );
  }

  rectangle(name: string, box: Box, colour: string): void {
    this.#slide.addShape('rect', { ...box, fill: { color: colour }, objectName: this.#named(name) });
  }

  ellipse(name: string, box: Box, colours: { readonly fill: string; readonly line?: string }): void {
    this.#slide.addShape('ellipse', {
      ...box,
      fill: { color: colours.fill },
      objectName: this.#named(name),
      ...(colours.line && { line: { color: colours.line, width: 1.5 } }),
    });
  }

  /** A horizontal rule, `points` thick. */
  rule(
    name: string,
    line: { readonly x: number; readonly y: number; readonly w: number },
    colour: string,
    points = 0.5,
  ): void {
    this.#slide.addShape('line', {
      ...line,
      h: 0,
      line: { color: colour, width: points },
      objectName: this.#named(name),
    });
  }

  table(
    name: string,
    box: Box,
    rows: TableRows,
    { description, ...sizes }: { colW: number[]; rowH: number[]; description: string },
  ): void {
    const objectName = this.#named(name);
    this.descriptions[objectName] = description;
    this.#slide.addTable(rows, { ...box, ...sizes, objectName });
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
    const placed = { ...rest, ...box, objectName };
    // Several types: the options take the place of the data, which each part brings along.
    if (data) this.#slide.addChart(parts, data, placed);
    else this.#slide.addChart(parts, placed as unknown as ChartData);
  }

  notes(text: string): void {
    if (text) this.#slide.addNotes(text);
  }

  #named(name: string): string {
    const wanted = this.#full(name);
    let free = wanted;
    for (let n = 2; this.#names.has(free); n += 1) free = `${wanted}-${n}`;
    this.#names.add(free);
    return free;
  }

  #full(name: string): string {
    return `${this.#section}.${name}`;
  }
}

function toTextRuns(paragraph: Paragraph): PptxGenJS.TextProps[] {
  return paragraph.runs.map((run, i) => ({
    text: run.text,
    options: {
      ...runOptions(run),
      align: paragraph.align ?? 'left',
      breakLine: i === paragraph.runs.length - 1,
      ...(paragraph.bullet && { bullet: { indent: BULLET_INDENT } }),
      ...(paragraph.spaceBefore && { paraSpaceBefore: paragraph.spaceBefore }),
    },
  }));
}

/** Size, weight and colour of a run as the library wants them; a fresh object each time, since it changes what it is given. */
export function runOptions({ size, bold, colour }: Run): { fontSize: number; bold: boolean; color: string } {
  return { fontSize: size, bold: bold ?? false, color: colour };
}
