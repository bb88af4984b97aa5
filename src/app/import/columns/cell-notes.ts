import { cutText } from '../../../units/cut-text.ts';
import { formatSentence } from '../../../units/format.ts';
import { sentence } from '../../../units/sentence.ts';
import { count } from '../../../units/value.ts';

/** What was noticed in a cell that did not stop its row. */
export type CellNote = 'unknown label' | 'cut';

const MOST_LABELS = 5;

interface Noted {
  readonly field: string;
  readonly note: CellNote;
  readonly labels: Set<string>;
  rows: number;
}

/** Collects what was noticed in single cells, to be said once a column. */
export class CellNotes {
  private readonly noted = new Map<string, Noted>();

  add(field: string, note: CellNote, cell: string): void {
    const key = `${field} ${note}`;
    const entry = this.noted.get(key) ?? { field, note, labels: new Set(), rows: 0 };
    entry.rows += 1;
    if (entry.labels.size < MOST_LABELS) entry.labels.add(cutText(cell.trim(), 30));
    this.noted.set(key, entry);
  }

  /** One sentence a column and kind of note, without a full stop. */
  sentences(headerOf: (field: string) => string): string[] {
    return Array.from(this.noted.values(), ({ field, note, rows, labels }) => {
      const column = `column "${headerOf(field)}"`;
      const inRows = formatSentence(sentence('{rows|row|rows}', { rows: count(rows) }), { locale: 'en-GB' });
      if (note === 'cut') return `${column}: text above 2,000 characters was cut (${inRows})`;
      const said = [...labels].map((label) => `"${label}"`).join(', ');
      return `${column}: left empty where it says what ${field} cannot hold, such as ${said} (${inRows})`;
    });
  }
}
