import type { Sentence } from '../units/sentence.ts';
import type { Status, Value } from '../units/value.ts';
import type { Chart } from './chart.ts';

/** The closed set of things a page is made of. */
export type Block =
  Paragraph | Bullets | KeyFigures | Numbered | Panel | Scores | StatusNote | Table | Timeline | Chart;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Sentence;
  /** The id of a table it is the short form of, as a table may be. */
  readonly shortOf?: string;
}

export interface Bullets {
  readonly kind: 'bullets';
  readonly heading?: string;
  readonly items: readonly Sentence[];
}

/** Up to five figures in a row. */
export interface KeyFigures {
  readonly kind: 'key-figures';
  readonly figures: readonly KeyFigure[];
}

export interface KeyFigure {
  readonly label: Sentence;
  readonly value: Value;
  /** One line under the value: "109 % of plan to date". */
  readonly comparison?: Sentence;
  readonly status?: Status;
  /** The comparison as separate figures, for formats that print it as a table row; `versusPlan` is value ÷ plan − 1. */
  readonly against?: { readonly plan?: Value; readonly versusPlan?: Value; readonly versusLastYear?: Value };
}

/** Numbered points: a bold lead, a line of detail and, where someone answers for it, a line that says who and by when. */
export interface Numbered {
  readonly kind: 'numbered';
  readonly heading: Sentence;
  readonly items: readonly NumberedItem[];
}

export interface NumberedItem {
  readonly lead: Sentence;
  readonly detail?: Sentence;
  readonly owner?: Sentence;
}

/** A tinted box with a heading; `accent` is the one that asks for a decision or an action. */
export interface Panel {
  readonly kind: 'panel';
  readonly tone: 'neutral' | 'accent';
  readonly heading: Sentence;
  /** Printed as a bold line with a grey one under it, or as a bullet where there is no detail. */
  readonly items: readonly { readonly lead: Sentence; readonly detail?: Sentence }[];
}

/** A status chip with a line of explanation. */
export interface StatusNote {
  readonly kind: 'status';
  readonly status: Status;
  readonly note?: Sentence;
}

/**
 * Rows ranked by importance: a renderer that has less room shows the first ones and says how many more there are
 * (and their sum in `sumColumn`).
 */
export interface Table {
  readonly kind: 'table';
  /** Stable name within the section. */
  readonly id: string;
  readonly heading?: Sentence;
  /** Grey words behind the heading: "67 % of the pipeline". */
  readonly aside?: Sentence;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly overflow?: { readonly sumColumn?: string; readonly where?: string };
  /** At most this many rows are shown, even where there is room for more. */
  readonly most?: number;
  /** The id of a table it is the short form of: drawn only where that one found no room, for which it then stands. */
  readonly shortOf?: string;
  /** Only for formats whose pages have no end: on a sheet its short form stands for it. */
  readonly detail?: true;
  /** Scripts get its rows too, beside the figures of the page. */
  readonly forScripts?: true;
  /** Its rows are left out only when nothing else of the page can be. */
  readonly cutLast?: true;
  /** A list that must be complete: it runs on to further sheets and is never cut to the room there is. */
  readonly isWhole?: true;
  /** The last row adds up the others: it stays where rows are left out. */
  readonly endsInTotal?: true;
  /** Empty lines added below the rows, to write in during the meeting. */
  readonly blankRows?: number;
}

export interface Column {
  readonly key: string;
  readonly label: string;
  /** Numbers and dates stand on the right. */
  readonly align: 'left' | 'right';
  /** Share of the table's width. */
  readonly weight: number;
  /** `name`: cut in the middle, so that like names stay apart; `text`: cut at a word; `fixed`: never cut (numbers, dates, status). */
  readonly cut: 'name' | 'text' | 'fixed';
  /** Bold, ink or grey. */
  readonly tone?: 'strong' | 'soft';
  /** Its words may run over several lines, in formats whose pages have no end. */
  readonly wraps?: true;
  /** Its shares are drawn as bars too, by formats that can. */
  readonly bar?: true;
  /** Its cells hold single signs: they stand in the middle, in formats that can. */
  readonly isCentred?: true;
  /** Only for formats that have room for every column. */
  readonly detail?: true;
  /**
   * How its cells follow from others of their row, by the keys of the columns, in the expression language: `max(0, needed - review)`.
   * A workbook writes it live in each cell of which it gives the very value.
   */
  readonly formula?: string;
}

export interface Row {
  readonly cells: Readonly<Record<string, Cell>>;
  /** `strong`: the row everything is measured against; `indent`: belongs to the row above. */
  readonly emphasis?: 'strong' | 'indent';
  /** Rows of one group print its name only once. */
  readonly group?: string;
  /** The name by which formulas of other rows refer to this one. */
  readonly key?: string;
  /** How its cells follow from those of other rows in their column, by the keys of the rows, as a column's formula does: `won / plan - 1`. */
  readonly formula?: string;
}

/** A value, optionally with what it means; a cell that is left out prints nothing. */
export interface Cell {
  readonly value: Value;
  /** Printed as symbol and word behind or instead of the value: `only` shows just the status. */
  readonly status?: Status;
  /** Colours the value by what it means without repeating the word (a signed difference says it already). */
  readonly meaning?: Status['meaning'];
  /** The background of a sign in a timetable, in formats that can: `strong` for what everything else is about. */
  readonly tint?: 'strong' | 'soft';
}

/** Scores from 1 to 100 on one scale: where each stands now, where it stood before, where the middle of its peers is. */
export interface Scores {
  readonly kind: 'scores';
  /** Stable name within the section. */
  readonly id: string;
  readonly heading?: Sentence;
  /** What the marks are, and nothing for a mark that no row has: "Aug 2025", "peer median, n = 11". */
  readonly marks: { readonly now: string; readonly previous?: string; readonly peers?: string };
  /** The scores at which medium and strong begin. */
  readonly thresholds: readonly [number, number];
  readonly rows: readonly ScoreRow[];
}

export interface ScoreRow {
  readonly label: string;
  /** `strong`: a group, whose parts follow; `indent`: a part. */
  readonly emphasis: 'strong' | 'indent';
  /** A value that is no score has no mark on the scale; absent for a mere group name. */
  readonly now?: Value;
  /** now − change: on a scale it stands as far from `now` as the change says. */
  readonly previous?: Value;
  readonly change?: Value;
  readonly peers?: Value;
  readonly status?: Status;
}

/** Dated points on a line, done or still ahead. */
export interface Timeline {
  readonly kind: 'timeline';
  readonly heading: Sentence;
  readonly points: readonly { readonly date: Value; readonly label: Sentence; readonly done: boolean }[];
}
