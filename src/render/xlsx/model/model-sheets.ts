import type { ModelBlock } from '../../../document/model.ts';
import type { Sheet } from '../sheet.ts';
import { assumptionPlaces, assumptionsSheet } from './assumptions-sheet.ts';
import type { ModelPlaces } from './model-names.ts';
import { FIRST_LINE_ROW, modelSheet } from './model-sheet.ts';

/** The sheets of a model: its assumptions, then every scenario month by month, in the order of the page. */
export function modelSheets(model: ModelBlock): readonly Sheet[] {
  const places: ModelPlaces = {
    ...assumptionPlaces(model),
    assumptions: 'Assumptions',
    modelSheet: (scenario) => `Model ${model.scenarios.find(({ id }) => id === scenario)!.title.toLowerCase()}`,
    lineRow: new Map(model.lines.map(({ key }, index) => [key, FIRST_LINE_ROW + index])),
  };
  return [assumptionsSheet(model, places), ...model.scenarios.map((scenario) => modelSheet(model, scenario, places))];
}
