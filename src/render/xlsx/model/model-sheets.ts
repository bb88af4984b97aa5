import type { DocumentModel } from '../../../document/model.ts';
import type { Sheet } from '../sheet.ts';
import { assumptionPlaces, assumptionsSheet } from './assumptions-sheet.ts';
import type { ModelPlaces } from './model-names.ts';
import { modelLineRows, modelSheet } from './model-sheet.ts';

/** A sheet of a model: its assumptions, or a scenario by its id. */
export interface ModelPart {
  readonly model: DocumentModel;
  readonly scenario?: string;
  readonly title: string;
  readonly holds: string;
}

/** The sheets a model takes, in their order. */
export function modelParts(model: DocumentModel): readonly ModelPart[] {
  return [
    { model, title: 'Assumptions', holds: 'every input, with its source' },
    ...model.scenarios.map(({ id, title }) => ({
      model,
      scenario: id,
      title: `Model ${title.toLowerCase()}`,
      holds: `${model.months} months, live formulas`,
    })),
  ];
}

/** Draws a sheet of a model; `nameOf` gives the name of the sheet of a part. */
export function drawModelPart({ model, scenario }: ModelPart, nameOf: (scenario: string | undefined) => string): Sheet {
  const places: ModelPlaces = {
    ...assumptionPlaces(model),
    assumptions: nameOf(undefined),
    modelSheet: nameOf,
    lineRow: modelLineRows(model),
  };
  const drawn = model.scenarios.find(({ id }) => id === scenario);
  return guarded(drawn ? modelSheet(model, drawn, places) : assumptionsSheet(model, places));
}

/** Everything but what is meant to be typed into is locked, so that no formula is lost by a slip. */
function guarded(sheet: Sheet): Sheet {
  const rows = Array.from(sheet.rows, (row) => ({
    ...row,
    cells: row.cells.map((cell) => cell && { ...cell, style: { locked: true, ...cell.style } }),
  }));
  return { ...sheet, rows, isProtected: true };
}
