import { packText, unpackText } from '../../ooxml/packed-text.ts';
import type { TableRow } from '../tables/table.ts';

/** Name of the very hidden sheet that remembers what a workbook held when it was written. */
export const BASELINE_SHEET = 'cam baseline';

/** What a workbook held when it was written: with it, bringing the workbook back knows what a person changed in it. */
export interface Baseline {
  /** Name of the territory, for people. */
  readonly territory: string;
  /** The day the workbook speaks of. */
  readonly asOf: string;
  /** The tables that are in the workbook, each with its rows. */
  readonly tables: readonly BaselineTable[];
  /** Set when the workbook holds some partners only: their ids. */
  readonly partners?: readonly string[];
  /** Every file of the territory, when the workbook holds all of it: comments, reviews and snapshots that no sheet shows. */
  readonly files?: readonly BaselineFile[];
}

export interface BaselineTable {
  readonly id: string;
  /** Names of the columns as they were. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface BaselineFile {
  /** Relative to the territory, with forward slashes. */
  readonly path: string;
  readonly content: string;
}

const MARK = 'cam workbook';
const FORMAT = '1';
const WARNING = 'Written by cam. With it, "cam import" knows what you changed. Please leave it as it is.';

/** The cells of the baseline's sheet, row by row: the mark, the format, words for people; then the packed rows and files. */
export function baselineCells(baseline: Baseline): readonly (readonly string[])[] {
  const packed = packText(JSON.stringify(baseline));
  return [
    [MARK, FORMAT, baseline.territory, baseline.asOf, String(packed.length), WARNING],
    ...packed.map((cell) => [cell]),
  ];
}

/** A baseline read back: of a format that is ours, damaged, or of a later version of the tool. */
export type BaselineReading =
  | { readonly kind: 'baseline'; readonly baseline: Baseline }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'later' };

/** The baseline that the cells of a sheet hold; undefined when the sheet is not one. */
export function readBaseline(rows: readonly (readonly string[])[]): BaselineReading | undefined {
  const [mark, ...packed] = rows;
  if (mark?.[0] !== MARK) return undefined;
  if (mark[1] !== FORMAT) return { kind: 'later' };
  const cells = packed.flatMap(([cell]) => (cell ? [cell] : []));
  const text = String(cells.length) === mark[4] ? unpackText(cells) : undefined;
  const baseline = text === undefined ? undefined : parsed(text);
  return baseline ? { kind: 'baseline', baseline } : { kind: 'damaged' };
}

/** The baseline of a text, if it is one: somebody may have written the sheet by hand. */
function parsed(text: string): Baseline | undefined {
  try {
    const value = JSON.parse(text) as Partial<Baseline> | null;
    const tables = value?.tables;
    const isSound =
      Array.isArray(tables) &&
      tables.every(
        ({ id, rows }: BaselineTable) => typeof id === 'string' && Array.isArray(rows) && rows.every(isRow),
      ) &&
      (value?.files ?? []).every(isFileOfTerritory);
    return isSound ? (value as Baseline) : undefined;
  } catch {
    return undefined;
  }
}

function isRow(row: unknown): boolean {
  const values = (row as Partial<TableRow> | null)?.values;
  return typeof values === 'object' && values !== null;
}

/** A path that stays inside the territory, and a text. */
function isFileOfTerritory(file: Partial<BaselineFile> | null): boolean {
  const isInside = /^(cam|products|funds)\.yaml$|^(mappings|templates|channel|partners)(\/[^/\\:]+)+$/.test(
    file?.path ?? '',
  );
  return isInside && !file!.path!.split('/').includes('..') && typeof file!.content === 'string';
}
