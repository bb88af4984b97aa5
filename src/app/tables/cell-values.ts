import {
  formatFiscalQuarter,
  formatFiscalYear,
  type FiscalQuarter,
  type FiscalYear,
} from '../../units/fiscal-quarter.ts';
import type { CellValue, ColumnKind } from './table.ts';

/** A value of a territory as a cell holds it; undefined where nothing is known or a list is empty. */
export function cellOf(value: unknown, kind: ColumnKind): CellValue | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : joinList(value.map(listEntry));
  if (kind === 'period' && typeof value === 'number') return formatFiscalYear(value as FiscalYear);
  if (kind === 'period' && typeof value === 'object') return formatFiscalQuarter(value as FiscalQuarter);
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

/** The entries of a list in one cell: `Blue Fjord; BFS`. An entry that holds a semicolon or begins with a quote stands in quotes. */
export function joinList(entries: readonly string[]): string {
  return entries
    .map((entry) => (/^\s*"|;|^\s|\s$|^$/.test(entry) ? `"${entry.replaceAll('"', '""')}"` : entry))
    .join('; ');
}

/** The entries of a list from its cell; empty ones between two semicolons are nothing. */
export function splitList(cell: string): readonly string[] {
  return Array.from(cell.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*(?=;|$)|([^;]*))(?:;|$)/g), ([, quoted, plain]) =>
    quoted === undefined ? plain!.trim() : quoted.replaceAll('""', '"'),
  ).filter((entry) => entry !== '');
}

/** A cell as a CSV file holds it; a number as its shortest decimal, where JavaScript prints 1e-7 files hold 0.0000001. */
export function cellText(value: CellValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? plainDecimal(value) : value;
}

/** A cell as a YAML file holds it. */
export function fileValue(value: CellValue, kind: ColumnKind): unknown {
  if (kind === 'numbers') return splitList(String(value)).map(Number);
  return kind === 'list' ? splitList(String(value)) : value;
}

function listEntry(entry: unknown): string {
  return typeof entry === 'number' ? plainDecimal(entry) : String(entry);
}

function plainDecimal(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (!match) return text;
  const [, sign, first, rest = '', exponent] = match;
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${first}${rest}`;
}
