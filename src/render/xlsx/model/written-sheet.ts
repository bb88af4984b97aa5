import type { Document } from '../../../document/document.ts';
import type { DocumentModel } from '../../../document/model.ts';
import { sheetRange } from '../sheet-names.ts';
import type { Sheet, SheetCell, SheetRow } from '../sheet.ts';
import { scenariosInOrder, SHEETS, type ModelPlaces } from './model-names.ts';

/** The sheet that only programs read. */
export const WRITTEN_SHEET = 'cam plan';
/** What its first cell says, so that a program knows the workbook again. */
export const WRITTEN_MARK = 'cam business plan 1';
/** The same, of numbers that stand in no plan yet. */
export const EXAMPLE_MARK = `${WRITTEN_MARK} example`;
/** Numbers that differ only by binary rounding are the same. */
const SAME = '1E-12';

/**
 * Whose plan it is, and every number of the assumptions as it was written, in the very cells it has there: so the workbook knows how many
 * were changed, and a program which. Column A has the place of a number in the plan's file; behind the numbers stand the scenarios that have
 * one of their own, what multiplies it in the others, and whether it is a share.
 */
export function writtenSheet({ subject, period }: Document, model: DocumentModel, places: ModelPlaces): Sheet {
  const order = scenariosInOrder(model);
  const rows = new Map<number, SheetRow>();
  for (const { key, at, multiplier = '', isShare } of model.inputs) {
    const own = order.filter((scenario) => scenario.own.has(key)).map(({ id }) => id);
    const numbers = order.map(({ inputs }) => inputs.get(key)!);
    rows.set(places.inputRow.get(key)!, numberRow(at, numbers, [own.join(' '), multiplier, isShare ? 'share' : '']));
  }
  for (const { id, values } of model.multipliers) {
    const row = places.multiplierRow.get(id)!;
    rows.set(
      row,
      numberRow(
        `multipliers.${id}`,
        order.map((scenario) => values[scenario.id]!),
      ),
    );
  }
  const mark = model.outcome.isExample ? EXAMPLE_MARK : WRITTEN_MARK;
  const head = [mark, subject.id, period.name, ...order.map(({ id }) => id)];
  return {
    name: WRITTEN_SHEET,
    state: 'veryHidden',
    columns: [],
    rows: [
      { cells: head.map((value): SheetCell => ({ value })) },
      ...Array.from({ length: places.numberRows.last - 1 }, (_, index) => rows.get(index + 2) ?? { cells: [] }),
    ],
    gridlines: true,
    print: { landscape: false },
  };
}

/** How many numbers of the assumptions are no longer those that were written, as a formula. */
export function changedFormula(
  model: DocumentModel,
  { numberRows: { first, last }, scenarioColumn }: ModelPlaces,
): string {
  const order = scenariosInOrder(model);
  const range = `$${scenarioColumn(order[0]!.id)}$${first}:$${scenarioColumn(order.at(-1)!.id)}$${last}`;
  const [now, then] = [SHEETS.assumptions, WRITTEN_SHEET].map((sheet) => sheetRange(sheet, range));
  return `SUMPRODUCT(--(ABS(${now}-${then})>${SAME}*ABS(${then})))`;
}

function numberRow(place: string, numbers: readonly number[], rule: readonly string[] = []): SheetRow {
  return { cells: [{ value: place }, undefined, ...[...numbers, ...rule].map((value): SheetCell => ({ value }))] };
}
