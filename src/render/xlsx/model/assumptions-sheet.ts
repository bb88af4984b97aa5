import type { Document } from '../../../document/document.ts';
import type { DocumentModel, ModelInput, ModelScenario } from '../../../document/model.ts';
import { heightOf, linesOf } from '../page/text-room.ts';
import { excelDate } from '../excel-date.ts';
import type { CellStyle, InputCheck, Sheet, SheetCell, SheetRow } from '../sheet.ts';
import { BAND, headerCell, LABEL, printed, SOFT, titleRows } from './model-frame.ts';
import { scenariosInOrder, SHEETS, type ModelPlaces } from './model-names.ts';
import { MONTH_DATE, NUMBER_FORMATS, PARTS_OF_MONTHS, SMALL_SHARE } from './number-formats.ts';

const START_ROW = 4;
const SOURCE_WIDTH = 84;
const HEADER_ROW = 6;
const FIRST_ROW = HEADER_ROW + 1;
const INPUT: CellStyle = { font: 'input', fill: 'input', border: 'hair', align: 'right', locked: false };
/** Follows from the base until somebody types over it. */
const FOLLOWING: CellStyle = { font: 'body', fill: 'input', border: 'hair', align: 'right', locked: false };
const FORMULA: CellStyle = { font: 'body', border: 'hair', align: 'right', locked: true };
/** Clear of the number before it. */
const UNIT: CellStyle = { ...SOFT, align: 'left', indent: 1 };
/** Below this a share is shown with two decimals. */
const SMALL = 0.1;

const MESSAGES: Readonly<Record<ModelInput['kind'], string>> = {
  share: 'A share, for example 20%.',
  months: 'Months, from 0 to 36.',
  amount: 'An amount that is not below zero.',
  number: 'A number that is not below zero.',
  factor: 'How many times, for example 0.9.',
};

/** What stands on each row of the assumptions. */
type AssumptionRow =
  | { readonly kind: 'heading'; readonly title: string }
  | { readonly kind: 'input'; readonly input: ModelInput }
  | { readonly kind: 'multiplier'; readonly id: string; readonly label: string };

/** The rows of the assumptions in their order: the inputs under their groups, then what the scenarios change. */
function assumptionRows({ inputs, multipliers }: DocumentModel): readonly AssumptionRow[] {
  const groups = [...new Set(inputs.map(({ group }) => group))];
  return [
    ...groups.flatMap((title): AssumptionRow[] => [
      { kind: 'heading', title },
      ...inputs.filter(({ group }) => group === title).map((input): AssumptionRow => ({ kind: 'input', input })),
    ]),
    { kind: 'heading', title: 'What the scenarios change: the base number times' },
    ...multipliers.map(({ id, label }): AssumptionRow => ({ kind: 'multiplier', id, label })),
  ];
}

/** Where inputs and multipliers stand on the assumptions. */
export function assumptionPlaces(model: DocumentModel): Pick<ModelPlaces, 'inputRow' | 'multiplierRow' | 'numberRows'> {
  const rows = assumptionRows(model).map((row, index) => ({ ...row, at: FIRST_ROW + index }));
  return {
    inputRow: new Map(rows.flatMap((row) => (row.kind === 'input' ? [[row.input.key, row.at] as const] : []))),
    multiplierRow: new Map(rows.flatMap((row) => (row.kind === 'multiplier' ? [[row.id, row.at] as const] : []))),
    numberRows: { first: FIRST_ROW, last: FIRST_ROW + rows.length - 1 },
  };
}

/** The cell of the first month. */
export const FIRST_MONTH_CELL = `$D$${START_ROW}`;

/** Every number of the plan with its unit and source: the base ones to type into, the others formulas on them to type over. */
export function assumptionsSheet(document: Document, model: DocumentModel, places: ModelPlaces): Sheet {
  const order = scenariosInOrder(model);
  const rows = assumptionRows(model);
  const { first, last } = places.numberRows;
  const numbers = `${places.scenarioColumn(order[0]!.id)}${first}:${places.scenarioColumn(order.at(-1)!.id)}${last}`;
  const soft = `Blue numbers are typed in. The other scenarios follow from base until you type over them. ${model.outcome.caution}.`;
  return {
    name: SHEETS.assumptions,
    columns: [{ width: 2 }, { width: 46 }, ...order.map(() => ({ width: 14 })), { width: 24 }, { width: SOURCE_WIDTH }],
    rows: [
      ...titleRows({ value: 'Assumptions' }, { value: soft }, document),
      startRow(model),
      { cells: [] },
      {
        cells: [
          undefined,
          headerCell('Assumption'),
          ...order.map(({ title }) => headerCell(title, 'right')),
          { value: 'Unit', style: { font: 'heading', border: 'below', align: 'left', indent: 1 } },
          headerCell('Source'),
        ],
      },
      ...rows.map((row) => assumptionRow(row, { model, order, places })),
    ],
    frozen: { rows: HEADER_ROW, columns: 2 },
    gridlines: false,
    // A number typed over a formula is an input like any other.
    conditions: [
      {
        range: numbers,
        kind: 'looks',
        rules: [
          {
            formula: `AND(ISNUMBER(${numbers.split(':')[0]!}),NOT(_xlfn.ISFORMULA(${numbers.split(':')[0]!})))`,
            look: { colour: '0000C0' },
          },
        ],
      },
    ],
    checks: inputChecks(model, places),
    print: printed(document, {
      landscape: true,
      fit: 'columns',
      repeatedRows: { from: HEADER_ROW, to: HEADER_ROW },
    }),
  };
}

function startRow({ starts }: DocumentModel): SheetRow {
  const value = excelDate(starts);
  return {
    cells: [
      undefined,
      { value: 'Month 1', style: LABEL },
      { style: LABEL },
      { ...(value !== undefined && { value }), style: { ...FORMULA, format: MONTH_DATE } },
    ],
  };
}

interface Setting {
  readonly model: DocumentModel;
  readonly order: readonly ModelScenario[];
  readonly places: ModelPlaces;
}

function assumptionRow(row: AssumptionRow, setting: Setting): SheetRow {
  switch (row.kind) {
    case 'heading':
      return {
        cells: [undefined, { value: row.title, style: BAND }, ...[...setting.order, 0, 0].map(() => ({ style: BAND }))],
      };
    case 'multiplier':
      return multiplierRow(row, setting);
    case 'input':
      return {
        height: heightOf(linesOf(row.input.source, SOURCE_WIDTH - 1)),
        cells: [
          undefined,
          { value: row.input.label, style: LABEL },
          ...setting.order.map((scenario) => inputCell(row.input, scenario, setting)),
          { value: row.input.unit, style: UNIT },
          { value: row.input.source, style: { ...SOFT, wrap: true, align: 'left' } },
        ],
      };
  }
}

function multiplierRow(
  { id, label }: AssumptionRow & { readonly kind: 'multiplier' },
  { model, order }: Setting,
): SheetRow {
  const { values } = model.multipliers.find((multiplier) => multiplier.id === id)!;
  const base = model.scenarios[0]!.id;
  const format = NUMBER_FORMATS.factor;
  return {
    cells: [
      undefined,
      { value: label, style: LABEL },
      ...order.map((scenario): SheetCell =>
        scenario.id === base
          ? { value: 1, style: { ...FORMULA, format } }
          : { value: values[scenario.id]!, style: { ...INPUT, format } },
      ),
      { value: 'times base', style: UNIT },
      { style: SOFT },
    ],
  };
}

function inputCell(input: ModelInput, { id, inputs, own }: ModelScenario, { model, places }: Setting): SheetCell {
  const format = formatOf(input);
  const base = model.scenarios[0]!.id;
  // What only the scenarios change is no number of the plan's file.
  if (id === base) return { value: input.base, style: { ...(input.at === '' ? FORMULA : INPUT), format } };
  const value = inputs.get(input.key)!;
  if (own.has(input.key)) return { value, style: { ...INPUT, format } };
  return {
    value,
    formula: followingFormula(input, id, { base, places }),
    style: { ...(input.at === '' ? FORMULA : FOLLOWING), format },
  };
}

function formatOf({ kind, base, multiplier }: ModelInput): string {
  if (kind === 'share' && base !== 0 && Math.abs(base) < SMALL) return SMALL_SHARE;
  return kind === 'months' && multiplier !== undefined ? PARTS_OF_MONTHS : NUMBER_FORMATS[kind];
}

/** A number of another scenario: that of the base, times what the scenario changes. */
function followingFormula(
  { key, multiplier, isShare }: ModelInput,
  scenario: string,
  { base, places }: { readonly base: string; readonly places: ModelPlaces },
): string {
  const cell = `${places.scenarioColumn(base)}${places.inputRow.get(key)!}`;
  if (multiplier === undefined) return cell;
  const product = `${cell}*${places.scenarioColumn(scenario)}$${places.multiplierRow.get(multiplier)!}`;
  return isShare ? `MIN(1,${product})` : product;
}

function inputChecks({ inputs, scenarios, multipliers }: DocumentModel, places: ModelPlaces): InputCheck[] {
  const columns = scenarios.map(({ id }) => places.scenarioColumn(id)).sort();
  const rowOf = (row: number) => `${columns[0]!}${row}:${columns.at(-1)!}${row}`;
  const ofInputs = inputs.map(({ key, kind, label, multiplier }): InputCheck => {
    const most = { share: 5, months: 36, amount: 1e12, number: 1e9, factor: 10 }[kind];
    // A month is whole, but a scenario stretches the months of a ramp, which is never shorter than one.
    const isStretched = kind === 'months' && multiplier !== undefined;
    return {
      range: rowOf(places.inputRow.get(key)!),
      allows: {
        kind: kind === 'months' && !isStretched ? 'whole' : 'decimal',
        from: kind === 'share' ? -0.9 : isStretched ? 1 : 0,
        to: most,
      },
      title: label,
      message: MESSAGES[kind],
      strict: true,
    };
  });
  const ofMultipliers = multipliers.map(({ id, label }): InputCheck => ({
    range: rowOf(places.multiplierRow.get(id)!),
    allows: { kind: 'decimal', from: 0, to: 10 },
    title: label,
    message: 'How many times the base number: 1 leaves it as it is.',
    strict: true,
  }));
  return [...ofInputs, ...ofMultipliers];
}
