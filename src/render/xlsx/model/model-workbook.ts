import type { Document } from '../../../document/document.ts';
import type { DocumentModel } from '../../../document/model.ts';
import type { Sheet, Workbook } from '../sheet.ts';
import { answerSheet } from './answer-sheet.ts';
import { assumptionPlaces, assumptionsSheet } from './assumptions-sheet.ts';
import { checksSheet, checksWords } from './checks-sheet.ts';
import { commitmentsSheet } from './commitments-sheet.ts';
import { definitionsSheet } from './definitions-sheet.ts';
import { modelNames } from './input-names.ts';
import type { ListedSheet } from './listed-sheets.ts';
import { guarded } from './model-frame.ts';
import { scenarioColumns, scenarioSheets, SHEETS, type ModelPlaces } from './model-names.ts';
import { modelLineRows, modelSheet } from './model-sheet.ts';
import { sensitivitySheet } from './sensitivity-sheet.ts';
import { writtenSheet } from './written-sheet.ts';
import { yearsSheet } from './years-sheet.ts';

/**
 * The live workbook of a forecast: its answer first, every number that may be changed, a sheet a scenario whose cells are formulas, years,
 * what only solving tells, checks and definitions. Calculating it changes nothing; changing a number changes all that follows.
 */
export function modelSheets(document: Document, model: DocumentModel): Required<Pick<Workbook, 'sheets' | 'names'>> {
  const places: ModelPlaces = {
    ...assumptionPlaces(model),
    modelSheet: scenarioSheets(model),
    scenarioColumn: scenarioColumns(model),
    lineRow: modelLineRows(model),
  };
  const { agreement } = model.outcome;
  const checks = checksWords(model, places);
  const listed: readonly ListedSheet[] = [
    { name: SHEETS.assumptions, holds: 'every number, with its source' },
    ...model.scenarios.map(({ id }) => ({
      name: places.modelSheet(id),
      holds: `${model.months} months, live formulas`,
    })),
    { name: SHEETS.years, holds: 'quarters and years' },
    { name: SHEETS.sensitivity, holds: 'strongest drivers, solved questions' },
    ...(agreement ? [{ name: SHEETS.commitments, holds: 'what both sides want and promised' }] : []),
    { name: SHEETS.checks, holds: checks.value, formula: checks.formula },
    { name: SHEETS.definitions, holds: 'terms, formulas, sources' },
  ];
  const sheets: readonly Sheet[] = [
    answerSheet(document, model, { places, sheets: listed }),
    assumptionsSheet(document, model, places),
    ...model.scenarios.map((scenario) => modelSheet(document, { model, scenario, places })),
    yearsSheet(document, model, places),
    sensitivitySheet(document, model, places),
    ...(agreement ? [commitmentsSheet(document, agreement)] : []),
    checksSheet(document, model, places),
    definitionsSheet(document, model),
    writtenSheet(document, model, places),
  ];
  return { sheets: sheets.map(guarded), names: modelNames(model, places) };
}
