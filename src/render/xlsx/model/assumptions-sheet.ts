import type { DocumentModel, ModelInput, ModelScenario } from '../../../document/model.ts';
import type { CellStyle, InputCheck, Sheet, SheetCell, SheetRow } from '../sheet.ts';
import { columnName, type ModelPlaces } from './model-names.ts';
import { NUMBER_FORMATS } from './number-formats.ts';

const FIRST_ROW = 6;
/** Column B holds the label, then a column a scenario. */
const FIRST_SCENARIO_COLUMN = 3;
const INPUT: CellStyle = { font: 'input', fill: 'input', border: 'hair', align: 'right', locked: false };
const FORMULA: CellStyle = { font: 'body', border: 'hair', align: 'right', locked: true };

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

/** Where inputs, multipliers and scenarios stand on the assumptions. */
export function assumptionPlaces(
  model: DocumentModel,
): Pick<ModelPlaces, 'inputRow' | 'multiplierRow' | 'scenarioColumn'> {
  const rows = assumptionRows(model).map((row, index) => ({ ...row, at: FIRST_ROW + index }));
  const order = scenariosInOrder(model);
  return {
    inputRow: new Map(rows.flatMap((row) => (row.kind === 'input' ? [[row.input.key, row.at] as const] : []))),
    multiplierRow: new Map(rows.flatMap((row) => (row.kind === 'multiplier' ? [[row.id, row.at] as const] : []))),
    scenarioColumn: (id) => columnName(FIRST_SCENARIO_COLUMN + order.findIndex((scenario) => scenario.id === id)),
  };
}

/** From the lowest to the highest, base in the middle, as people read them. */
function scenariosInOrder({ scenarios }: DocumentModel): readonly ModelScenario[] {
  const [base, conservative, ...others] = scenarios;
  return [conservative, base, ...others].filter((scenario) => scenario !== undefined);
}

/** Every number of the plan with its unit and source: the base ones to type into, the others formulas on them. */
export function assumptionsSheet(model: DocumentModel, places: ModelPlaces): Sheet {
  const order = scenariosInOrder(model);
  const rows = assumptionRows(model);
  const head = (value: string, align: 'left' | 'right'): SheetCell => ({
    value,
    style: { font: 'heading', border: 'below', align },
  });
  return {
    name: places.assumptions,
    columns: [{ width: 2 }, { width: 46 }, ...order.map(() => ({ width: 14 })), { width: 20 }, { width: 60 }],
    rows: [
      { height: 26, cells: [undefined, { value: 'Assumptions', style: { font: 'title' } }] },
      {
        cells: [
          undefined,
          {
            value:
              'Type in the blue cells only. The other scenarios follow from the base numbers. Illustrative, not a guarantee.',
            style: { font: 'soft' },
          },
        ],
      },
      { cells: [] },
      { cells: [] },
      {
        cells: [
          undefined,
          head('Assumption', 'left'),
          ...order.map(({ title }) => head(title, 'right')),
          head('Unit', 'left'),
          head('Source', 'left'),
        ],
      },
      ...rows.map((row) => assumptionRow(row, { model, order, places })),
    ],
    frozen: { rows: 5, columns: 2 },
    gridlines: false,
    checks: inputChecks(model, places),
    print: { landscape: false, repeatedRows: { from: 5, to: 5 } },
  };
}

interface Setting {
  readonly model: DocumentModel;
  readonly order: readonly ModelScenario[];
  readonly places: ModelPlaces;
}

function assumptionRow(row: AssumptionRow, { model, order, places }: Setting): SheetRow {
  if (row.kind === 'heading') {
    const band: CellStyle = { font: 'section', fill: 'band' };
    return {
      cells: [undefined, { value: row.title, style: band }, ...[...order, 0, 0].map(() => ({ style: band }))],
    };
  }
  if (row.kind === 'multiplier') {
    const { values } = model.multipliers.find(({ id }) => id === row.id)!;
    return {
      cells: [
        undefined,
        { value: row.label, style: { border: 'hair' } },
        ...order.map(({ id }): SheetCell =>
          id === order[1]!.id
            ? { value: 1, style: { ...FORMULA, format: NUMBER_FORMATS.factor } }
            : { value: values[id]!, style: { ...INPUT, format: NUMBER_FORMATS.factor } },
        ),
        { value: 'times base', style: { font: 'soft', border: 'hair' } },
        { style: { border: 'hair' } },
      ],
    };
  }
  const { input } = row;
  return {
    cells: [
      undefined,
      { value: input.label, style: { border: 'hair' } },
      ...order.map((scenario) => inputCell(input, scenario, { model, order, places })),
      { value: input.unit, style: { font: 'soft', border: 'hair' } },
      { value: input.source, style: { font: 'soft', border: 'hair' } },
    ],
  };
}

function inputCell(input: ModelInput, { id, inputs, own }: ModelScenario, { order, places }: Setting): SheetCell {
  const format = NUMBER_FORMATS[input.kind];
  const base = order[1]!.id;
  if (id === base) return { value: input.base, style: { ...INPUT, format } };
  if (own.has(input.key)) return { value: inputs.get(input.key)!, style: { ...INPUT, format } };
  const cell = `${places.scenarioColumn(base)}${places.inputRow.get(input.key)!}`;
  const value = inputs.get(input.key)!;
  if (input.multiplier === undefined) return { value, formula: cell, style: { ...FORMULA, format } };
  const product = `${cell}*${places.scenarioColumn(id)}$${places.multiplierRow.get(input.multiplier)!}`;
  return { value, formula: input.isShare ? `MIN(1,${product})` : product, style: { ...FORMULA, format } };
}

function inputChecks({ inputs, scenarios }: DocumentModel, places: ModelPlaces): InputCheck[] {
  const column = places.scenarioColumn(scenarios[0]!.id);
  return inputs.map(({ key, kind, label }) => {
    const most = { share: 5, months: 36, amount: 1e12, number: 1e9, factor: 10 }[kind];
    return {
      range: `${column}${places.inputRow.get(key)!}`,
      allows: { kind: kind === 'months' ? 'whole' : 'decimal', from: kind === 'share' ? -0.9 : 0, to: most },
      title: label.slice(0, 32),
      message: kind === 'share' ? 'A share, for example 20%.' : 'A number that is not below zero.',
      strict: true,
    };
  });
}
