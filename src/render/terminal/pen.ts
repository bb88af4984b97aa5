import { Chalk, type ChalkInstance } from 'chalk';
import stringWidth from 'string-width';
import { STATUS_SYMBOLS } from '../../document/status-symbol.ts';
import { toAscii } from '../../units/ascii.ts';
import { singleLine } from '../../units/clean-text.ts';
import { cutMiddle, cutText } from '../../units/cut-text.ts';
import type { Meaning } from '../../units/value.ts';

export interface Screen {
  readonly width: number;
  readonly colour: boolean;
  readonly unicode: boolean;
}

export type Style = 'plain' | 'bold' | 'dim' | 'bar' | Meaning;

/** A piece of a line in one style. Its text may come from anywhere: the pen cleans it. */
export interface Run {
  readonly text: string;
  readonly style: Style;
}

export type Line = readonly Run[];

const NARROWEST = 20;
const WIDEST = 120;
/** Letters and signs of western text, each one column wide: only other text is measured sign by sign, which takes a hundred times as long. */
const WESTERN = /^[ -~\u00a0-\u00ac\u00ae-\u017f\u2010-\u2015\u2018-\u201f\u2022\u2026\u2212\u2500-\u259f]*$/;

/** What a terminal can show: measures, cuts and paints text for one screen. */
export class Pen {
  readonly width: number;
  readonly wide: boolean;
  readonly unicode: boolean;
  readonly #styles: Readonly<Record<Style, (text: string) => string>>;

  constructor(screen: Screen) {
    this.width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(screen.width) || NARROWEST));
    this.wide = this.width >= 100;
    this.unicode = screen.unicode;
    this.#styles = stylesOf(new Chalk({ level: screen.colour ? 1 : 0 }));
  }

  /** Columns a text takes on the screen. */
  readonly measure = (text: string): number => {
    const shown = this.unicode ? text : toAscii(text);
    return WESTERN.test(shown) ? shown.length : stringWidth(shown);
  };

  /** The text on one line, cut to `width` columns at a word, or in the middle for names. */
  cut(text: string, width: number, how: 'name' | 'text' | 'fixed' = 'text'): string {
    if (this.measure(text) <= width) return text;
    const cut = how === 'name' ? cutMiddle(text, width, this.measure) : cutText(text, width, this.measure);
    return this.measure(cut) <= width ? cut : '';
  }

  /** The runs as they go to the screen, without blanks at the end. */
  paint(line: Line): string {
    const last = line.findLastIndex(({ text }) => text.trim() !== '');
    return line
      .slice(0, last + 1)
      .map(({ text, style }, index) => this.#paintRun(index === last ? text.trimEnd() : text, style))
      .join('');
  }

  #paintRun(text: string, style: Style): string {
    const shown = this.unicode ? text.replaceAll('\u00a0', ' ') : toAscii(text);
    return shown.trim() === '' ? shown : this.#styles[style](shown);
  }
}

/** A run of text from outside: one line, nothing in it that a terminal could take for a command. */
export function run(text: string, style: Style = 'plain'): Run {
  return { text: singleLine(text), style };
}

/** Blanks between runs. */
export function blanks(count: number): Run {
  return { text: ' '.repeat(Math.max(0, count)), style: 'plain' };
}

/** The symbol and the word of a status in its colour. */
export function statusRun({ meaning, word }: { readonly meaning: Meaning; readonly word: string }): Run {
  return run(`${STATUS_SYMBOLS[meaning]} ${word}`, meaning);
}

function stylesOf(chalk: ChalkInstance): Readonly<Record<Style, (text: string) => string>> {
  return {
    plain: (text) => text,
    bold: chalk.bold,
    dim: chalk.dim,
    bar: chalk.cyan,
    good: chalk.green,
    watch: chalk.yellow,
    bad: chalk.red,
    unknown: chalk.dim,
  };
}
