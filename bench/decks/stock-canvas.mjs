// Notes what is drawn on a slide, for the deck library to draw it: it stands in for src/render/pptx/slide-canvas.ts.
import { BULLET_INDENT, fitParagraphs } from '../../src/render/pptx/fit-text.ts';
import { lineHeight } from '../../src/render/pptx/measure-text.ts';
import { COLOUR, SIZE } from '../../src/render/pptx/theme.ts';
import { stockChart } from './stock-chart.mjs';

const CORNER = 0.06;
const NO_RULE = { type: 'none' };
const LINE_POINTS = lineHeight(SIZE.detail) * 72;

export class SlideCanvas {
  #calls = [];

  constructor(facts) {
    this.facts = facts;
  }

  /** Its layout, and the calls of the library that draw it. */
  get slide() {
    return { layout: this.facts.layout, calls: this.#calls };
  }

  text(name, box, paragraphs, { anchor = 'top', fill, shape = 'rect' } = {}) {
    const fitted = fitParagraphs(paragraphs, box);
    if (fitted.length === 0 && !fill) return;
    this.#call('addText', fitted.flatMap(textRuns), {
      ...this.#placed(name, box),
      margin: 0,
      isTextBox: !fill,
      valign: anchor,
      ...(fill && { fill: { color: fill }, shape }),
      ...(shape === 'roundRect' && { rectRadius: CORNER }),
    });
  }

  title(lines, size) {
    const look = size && { fontSize: size };
    const runs = lines.map((text, i) => ({ text, options: { softBreakBefore: i > 0, ...look } }));
    this.#call('addText', runs, { placeholder: 'headline' });
  }

  rectangle(name, box, colour) {
    this.#call('addShape', 'rect', { ...this.#placed(name, box), fill: { color: colour } });
  }

  ellipse(name, box, { fill, line }) {
    const outline = line && { line: { color: line, width: 1.5 } };
    this.#call('addShape', 'ellipse', { ...this.#placed(name, box), fill: { color: fill }, ...outline });
  }

  rule(name, { x, y, w }, colour, points = 0.5) {
    const line = { color: colour, width: points };
    this.#call('addShape', 'line', { ...this.#placed(name, { x, y, w, h: 0 }), line });
  }

  table(name, box, { columnWidths, rows }) {
    const cells = rows.map((row, r) => row.cells.map((cell) => tableCell(cell, r === 0)));
    const rowH = rows.map((row) => row.height);
    this.#call('addTable', cells, { ...this.#placed(name, box), colW: [...columnWidths], rowH });
  }

  chart(name, box, chart) {
    this.#call('addChart', ...stockChart(chart, this.#placed(name, box)));
  }

  notes(notes) {
    const text = notes.join('\n');
    if (text) this.#call('addNotes', text);
  }

  #call(method, ...given) {
    this.#calls.push([method, given]);
  }

  #placed(name, box) {
    return { ...box, objectName: `${this.facts.section}.${name}` };
  }
}

function textRuns({ runs, align = 'left', bullet, spaceBefore }) {
  return runs.map((run, i) => ({
    text: run.text,
    options: {
      ...lookOf(run),
      align,
      breakLine: i === runs.length - 1,
      ...(bullet && { bullet: { indent: BULLET_INDENT } }),
      ...(spaceBefore && { paraSpaceBefore: spaceBefore }),
    },
  }));
}

function tableCell({ runs, align, margin }, isHeader) {
  const words = runs.length > 0 ? runs : [{ text: '', size: SIZE.detail, colour: COLOUR.ink }];
  const rule = { type: 'solid', color: isHeader ? COLOUR.grey : COLOUR.rowRule, pt: isHeader ? 1 : 0.5 };
  return {
    text: words.map((run) => ({ text: run.text, options: { ...lookOf(run), lineSpacing: LINE_POINTS } })),
    options: {
      align,
      valign: 'middle',
      margin: [margin.top, margin.right, margin.bottom, margin.left],
      fontSize: SIZE.detail,
      border: [NO_RULE, NO_RULE, rule, NO_RULE],
    },
  };
}

function lookOf({ size, bold = false, colour }) {
  return { fontSize: size, bold, color: colour };
}
