import type { DocumentModel } from '../../../document/model.ts';
import { sheetRange } from '../sheet-names.ts';
import { FIRST_MONTH_CELL } from './assumptions-sheet.ts';
import { SHOWN_CELL } from './answer-sheet.ts';
import { CHANGED_CELL, FAILED_CELL } from './checks-sheet.ts';
import { NAMES, SHEETS, type ModelPlaces } from './model-names.ts';
import { SHOWN_NUMBER_CELL } from './years-sheet.ts';

/** A name for every number of the base, and for the cells that several sheets use. */
export function modelNames(model: DocumentModel, places: ModelPlaces): { name: string; refersTo: string }[] {
  const column = places.scenarioColumn(model.scenarios[0]!.id);
  const short = model.inputs.map(({ key }) => shortName(key));
  const inputs = model.inputs.map(({ key }, index) => {
    const isTaken = short.indexOf(short[index]!) !== short.lastIndexOf(short[index]!);
    const name = legalName(isTaken ? key : short[index]!);
    return { name, refersTo: sheetRange(SHEETS.assumptions, `$${column}$${places.inputRow.get(key)!}`) };
  });
  return [
    ...inputs,
    { name: NAMES.firstMonth, refersTo: sheetRange(SHEETS.assumptions, FIRST_MONTH_CELL) },
    { name: NAMES.shown, refersTo: sheetRange(SHEETS.summary, SHOWN_CELL) },
    { name: NAMES.shownNumber, refersTo: sheetRange(SHEETS.years, SHOWN_NUMBER_CELL) },
    { name: NAMES.changed, refersTo: sheetRange(SHEETS.checks, CHANGED_CELL) },
    { name: NAMES.failed, refersTo: sheetRange(SHEETS.checks, FAILED_CELL) },
  ];
}

/** `offer.platform.deals_per_month` is called `platform.deals_per_month`, as long as nothing else is. */
function shortName(key: string): string {
  const parts = key.split('.');
  return parts.length > 2 ? parts.slice(1).join('.') : key;
}

/** A name that Excel takes and does not read as a cell. */
export function legalName(name: string): string {
  const plain = name.replace(/[^a-zA-Z0-9]+/g, '_');
  const isCell = /^(?:[a-z]{1,3}\d+|r\d*c\d*|r|c|\d.*)$/i.test(plain);
  return isCell || Object.values<string>(NAMES).includes(plain) ? `n_${plain}` : plain;
}
