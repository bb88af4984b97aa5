import type { TableColumn } from './table.ts';

/** The column that a place in an entry belongs to; undefined where none is of it. */
export function columnAt(columns: readonly TableColumn[], path: readonly PropertyKey[]): string | undefined {
  if (path.length === 0) return undefined;
  const fits = ({ name, at = [name] }: TableColumn, depth: number) =>
    at.slice(0, depth).every((part, index) => part === path[index]);
  return (columns.find((column) => fits(column, 2)) ?? columns.find((column) => fits(column, 1)))?.name;
}
