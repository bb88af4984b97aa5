import { areaOf, columnIndex, type Area } from './cell-reference.ts';
import { isoDateCell, NO_RESULT, numberCell, type SheetCell } from './cell-value.ts';
import type { NumberFormat } from './number-format.ts';
import { textOf } from './shared-strings.ts';
import { unescapeXml } from './unescape-xml.ts';
import type { XmlListener } from './xml-scanner.ts';
import type { XmlTag } from './xml-tag.ts';

/** The filled cells of a row; blank ones are left out, so that a cell far away costs no more than any other. */
export interface SheetRow {
  /** From 1. */
  readonly line: number;
  /** Columns of the cells from 0, ascending. */
  readonly columns: readonly number[];
  readonly cells: readonly SheetCell[];
}

/** What a workbook says once for all of its sheets. */
export interface CellMeanings {
  readonly strings: readonly string[];
  /** By the index of the cell style. */
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
}

const LAST_LINE = 1_048_576;
const LAST_COLUMN = 16_383;

/** Collects rows and merged areas while a sheet is scanned. */
export class SheetListener implements XmlListener {
  readonly rows: SheetRow[] = [];
  readonly merged: Area[] = [];
  /** Lines of rows that are hidden, mostly by a filter. */
  readonly hidden: number[] = [];
  private line = 0;
  private column = -1;
  private columns: number[] = [];
  private cells: SheetCell[] = [];
  private type: string | undefined;
  private style = 0;
  private hasFormula = false;
  private raw = '';
  /** The element whose text is collected: `v`, or `t` outside a reading aid. */
  private collects = false;
  private inAid = false;
  /** Inside what a newer program adds to a cell for itself; a value in there is not the cell's. */
  private inExtension = false;
  private inOrder = true;

  constructor(private readonly meanings: CellMeanings) {}

  open(name: string, tag: XmlTag): void {
    switch (name) {
      case 'c':
        this.openCell(tag);
        break;
      case 'v':
        this.collects = !this.inExtension;
        break;
      case 't':
        this.collects = !this.inAid && !this.inExtension;
        break;
      case 'row':
        this.openRow(tag);
        break;
      case 'f':
        this.hasFormula ||= !this.inExtension;
        break;
      case 'rPh':
        this.inAid = true;
        break;
      case 'extLst':
        this.inExtension = true;
        break;
      case 'mergeCell': {
        const area = areaOf(tag.attribute('ref') ?? '');
        if (area) this.merged.push(area);
      }
    }
  }

  text(raw: string): void {
    if (this.collects) this.raw += raw;
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.collects = false;
        break;
      case 'rPh':
        this.inAid = false;
        break;
      case 'extLst':
        this.inExtension = false;
        break;
      case 'c': {
        const value = this.value();
        if (value !== '') this.take(value);
        break;
      }
      case 'row':
        if (this.cells.length > 0) this.rows.push({ line: this.line, columns: this.columns, cells: this.cells });
    }
  }

  /** The rows from top to bottom, each from left to right, whatever order the file has them in. */
  sortedRows(): readonly SheetRow[] {
    if (this.inOrder) return this.rows;
    const byLine = new Map<number, [number, SheetCell][]>();
    for (const { line, columns, cells } of this.rows) {
      const row = byLine.get(line) ?? [];
      byLine.set(line, row);
      columns.forEach((column, index) => row.push([column, cells[index]!]));
    }
    const sorted = [...byLine].sort(([a], [b]) => a - b);
    return sorted.map(([line, row]) => {
      const pairs = [...new Map(row)].sort(([a], [b]) => a - b);
      return { line, columns: pairs.map(([column]) => column), cells: pairs.map(([, cell]) => cell) };
    });
  }

  private openRow(tag: XmlTag): void {
    const line = Number(tag.attribute('r'));
    const next = line >= 1 && line <= LAST_LINE ? line : this.line + 1;
    if (next <= this.line) this.inOrder = false;
    this.line = next;
    const hidden = tag.attribute('hidden');
    if (hidden === '1' || hidden === 'true') this.hidden.push(next);
    this.column = -1;
    this.columns = [];
    this.cells = [];
  }

  private openCell(tag: XmlTag): void {
    const reference = tag.attribute('r');
    const column = reference === undefined ? -1 : columnIndex(reference);
    this.column = column >= 0 && column <= LAST_COLUMN ? column : this.column + 1;
    this.type = tag.attribute('t');
    this.style = Number(tag.attribute('s') ?? -1);
    this.hasFormula = false;
    this.raw = '';
  }

  private take(value: SheetCell): void {
    const { columns } = this;
    if (columns.length > 0 && this.column <= columns[columns.length - 1]!) this.inOrder = false;
    columns.push(this.column);
    this.cells.push(value);
  }

  private value(): SheetCell {
    const { raw, type } = this;
    if (raw === '') return this.hasFormula && type !== 'str' ? NO_RESULT : '';
    switch (type) {
      case 's':
        // A text the file has lost is no empty cell.
        return this.meanings.strings[Number(raw)] ?? '#REF!';
      case 'inlineStr':
      case 'str':
        return textOf(raw);
      case 'b':
        return raw.trim() === '1' || raw.trim() === 'true' ? 'true' : 'false';
      case 'e':
        return unescapeXml(raw).trim();
      case 'd':
        return isoDateCell(raw.trim());
      default: {
        const number = Number(raw);
        if (!Number.isFinite(number)) return textOf(raw);
        if (number === 0 && raw.trim() === '') return this.hasFormula ? NO_RESULT : '';
        return numberCell(number, this.meanings.formats[this.style], this.meanings.from1904);
      }
    }
  }
}
