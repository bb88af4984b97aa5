import type { ModelResult } from '../../../document/model-outcome.ts';
import type { Document } from '../../../document/document.ts';
import type { DocumentModel } from '../../../document/model.ts';
import { columnLetters } from '../../../ooxml/workbook/cell-reference.ts';
import { formatSentence } from '../../../units/format.ts';
import { heightOf, linesOf } from '../page/text-room.ts';
import { sheetRange } from '../sheet-names.ts';
import type { CellStyle, ConditionalFormat, Sheet, SheetCell, SheetRow } from '../sheet.ts';
import { followedChart } from './followed-chart.ts';
import {
  CALCULATED,
  FAILED_CHECK,
  listedSheets,
  TYPED_IN,
  type ColourMeaning,
  type ListedSheet,
} from './listed-sheets.ts';
import { ALARM, headerCell, LABEL, NEGATIVE, printed, quoted, STRONG_LABEL, titleRows } from './model-frame.ts';
import { NAMES, scenariosInOrder, SHEETS, type ModelPlaces } from './model-names.ts';
import { NUMBER_FORMATS } from './number-formats.ts';
import { reasonFormula, resultFormula } from './result-formulas.ts';
import { periodCell, periodRow, periodsOf } from './years-sheet.ts';

const SHOWN_ROW = 4;
const HEADER_ROW = 6;
const FIRST_ROW = HEADER_ROW + 1;
/** The list of sheets and what the colours mean stand right of the figures, after a narrow column. */
const ASIDE_COLUMN = 6;
const WIDTHS = { margin: 2, label: 36, figure: 14, gap: 3, name: 20, words: 46 } as const;
const ACROSS = WIDTHS.label + 3 * WIDTHS.figure + WIDTHS.gap + WIDTHS.name + WIDTHS.words;
const TITLE_SIZE = 16 / 11;
const SHOWN_FILL = 'E4EFF3';

/** The cell in which the scenario shown is chosen. */
export const SHOWN_CELL = `$C$${SHOWN_ROW}`;

const FOLLOWS_BASE: ColourMeaning = [
  { value: 'Follows base', style: { font: 'body', fill: 'input', border: 'hair' } },
  'a formula until you type over it',
];
const TAKEN_OVER: ColourMeaning = [
  { value: 'From another sheet', style: { font: 'good', border: 'hair' } },
  'taken over as it is',
];
const COLOURS = [TYPED_IN, FOLLOWS_BASE, CALCULATED, TAKEN_OVER, FAILED_CHECK];

/** The first sheet: the answer, one cell that chooses the scenario shown, its figures, years and chart, and where the rest is. */
export function answerSheet(
  document: Document,
  model: DocumentModel,
  { places, sheets }: { readonly places: ModelPlaces; readonly sheets: readonly ListedSheet[] },
): Sheet {
  const order = scenariosInOrder(model);
  const { format } = document;
  const { outcome, currency } = model;
  const left = [...resultRows(model, places), ...reasonRows(model, places), [], ...yearRows(model, places)];
  const aside = listedSheets(sheets, COLOURS, { column: ASIDE_COLUMN, row: FIRST_ROW });
  const height = Math.max(left.length, aside.cells.length);
  const body = Array.from({ length: height }, (_, index): SheetRow => {
    const cells = left[index] ?? [];
    return {
      cells: [
        ...cells,
        ...Array.from({ length: ASIDE_COLUMN - cells.length }, () => undefined),
        ...(aside.cells[index] ?? []),
      ],
    };
  });
  const standing = `${document.subject.name}. ${formatSentence(outcome.standing, format)} ${currency}.`;
  const [, , mark] = titleRows({}, {}, document);
  const notes = outcome.notes.map((note) => acrossRow({ value: formatSentence(note, format) }, 'body'));
  return {
    name: SHEETS.summary,
    columns: [
      { width: WIDTHS.margin },
      { width: WIDTHS.label },
      ...order.map(() => ({ width: WIDTHS.figure })),
      { width: WIDTHS.gap },
      { width: WIDTHS.name },
      { width: WIDTHS.words },
    ],
    rows: [
      acrossRow(titleCell(document, model), 'title'),
      acrossRow({ value: standing }, 'soft'),
      mark!,
      chooserRow(model),
      { cells: [] },
      ...body,
      { cells: [] },
      ...notes,
    ],
    merged: [1, 2, ...notes.map((_, index) => FIRST_ROW + height + index)].map(
      (row) => `B${row}:${columnLetters(ASIDE_COLUMN + 1)}${row}`,
    ),
    frozen: { rows: SHOWN_ROW, columns: 0 },
    gridlines: false,
    conditions: conditionsOf(model, left.length),
    checks: [
      {
        range: SHOWN_CELL.replaceAll('$', ''),
        allows: { kind: 'list', formula: quoted(order.map(({ title: name }) => name).join(',')) },
        title: 'Scenario shown',
        message: `Choose one of: ${order.map(({ title: name }) => name).join(', ')}.`,
        strict: true,
      },
    ],
    links: aside.links,
    charts: [
      followedChart(document, model, {
        from: { column: ASIDE_COLUMN, row: FIRST_ROW + aside.cells.length },
        to: { column: ASIDE_COLUMN + 2, row: FIRST_ROW + aside.cells.length + 20 },
      }),
    ],
    print: printed(document, { landscape: false, fit: 'all' }),
  };
}

/** A text over all columns, in as many lines as it needs. */
function acrossRow(cell: SheetCell, font: 'title' | 'soft' | 'body'): SheetRow {
  const size = font === 'title' ? TITLE_SIZE : 1;
  const style: CellStyle = { font, wrap: true, vertical: 'top', align: 'left' };
  return {
    height: heightOf(linesOf(String(cell.value), ACROSS, size), size) + (font === 'title' ? 4 : 0),
    cells: [undefined, { ...cell, style }],
  };
}

/** The sentence of the page while its numbers are those it was written for; then what the numbers now say. */
function titleCell(
  { format }: Document,
  { outcome, scenarios }: DocumentModel,
): Required<Pick<SheetCell, 'value' | 'formula'>> {
  const value = formatSentence(outcome.headline, format);
  const end = outcome.results.findIndex(({ measure }) => measure.kind === 'turn');
  const cell = `${baseColumn({ outcome, scenarios })}${FIRST_ROW + end}`;
  const base = scenarios[0]!.title.toLowerCase();
  const now = `"Numbers changed: the ${base} case pays back "&IF(ISNUMBER(${cell}),"in month "&${cell},${cell})`;
  return { value, formula: `IF(${NAMES.changed}=0,${quoted(value)},${now})` };
}

function baseColumn(model: Pick<DocumentModel, 'scenarios' | 'outcome'>): string {
  return columnLetters(2 + scenariosInOrder(model).indexOf(model.scenarios[0]!));
}

function chooserRow({ scenarios }: DocumentModel): SheetRow {
  return {
    cells: [
      undefined,
      { value: 'Scenario shown', style: { font: 'strong' } },
      {
        value: scenarios[0]!.title,
        style: { font: 'input', fill: 'input', border: 'hair', align: 'right', locked: false },
      },
      { value: 'Choose it here: years and chart follow.', style: { font: 'soft', align: 'left', indent: 1 } },
    ],
  };
}

type Cells = readonly (SheetCell | undefined)[];

function resultRows(model: DocumentModel, places: ModelPlaces): Cells[] {
  const order = scenariosInOrder(model);
  return [
    [undefined, headerCell('Result'), ...order.map(({ title }) => headerCell(title, 'right'))],
    ...model.outcome.results.map((result): Cells => [
      undefined,
      { value: result.title, style: LABEL },
      ...order.map(({ id }): SheetCell => {
        const value = result.values.get(id)!;
        return {
          value: typeof value === 'number' ? value : value.short,
          formula: resultFormula(result, { scenario: id, model, places }),
          style: { border: 'hair', align: 'right', format: NUMBER_FORMATS[result.kind] },
        };
      }),
    ]),
  ];
}

/** In words why a result of the scenario shown is no number; nothing where it is one. */
function reasonRows(model: DocumentModel, places: ModelPlaces): Cells[] {
  const order = scenariosInOrder(model);
  const [base] = model.scenarios;
  return model.outcome.results.flatMap((result, index): Cells[] => {
    if (result.measure.kind === 'turn' && result.measure.isExact) return [];
    const row = FIRST_ROW + index;
    const formulas = order.map(({ id }, column) =>
      reasonFormula(result, `${columnLetters(2 + column)}${row}`, { scenario: id, model, places }),
    );
    if (formulas.some((formula) => formula === undefined)) return [];
    const reason = `CHOOSE(${NAMES.shownNumber},${formulas.join(',')})`;
    const cell = `INDEX($C${row}:$E${row},1,${NAMES.shownNumber})`;
    return [
      [
        undefined,
        {
          value: reasonText(result, base!.id),
          formula: `IF(ISNUMBER(${cell}),"",${quoted(`${result.title}: `)}&${reason})`,
          style: { font: 'soft' },
        },
      ],
    ];
  });
}

function reasonText({ title, values }: ModelResult, scenario: string): string {
  const value = values.get(scenario)!;
  return typeof value === 'number' ? '' : `${title}: ${value.reason}`;
}

/** The years of the scenario shown, from the sheet that has the quarters as well. */
function yearRows(model: DocumentModel, places: ModelPlaces): Cells[] {
  const { years } = periodsOf(model);
  const [base] = model.scenarios;
  const title = `By year, ${base!.title.toLowerCase()} case`;
  return [
    [
      undefined,
      { ...headerCell(title), formula: `"By year, "&LOWER(${NAMES.shown})&" case"` },
      ...years.map((year) => headerCell(year.title, 'right')),
    ],
    ...model.outcome.periods.map((line, index): Cells => [
      undefined,
      { value: line.title, style: line.emphasis ? STRONG_LABEL : LABEL },
      ...years.map((year): SheetCell => ({
        value: periodCell(line, year, { model, places }).value,
        formula: sheetRange(SHEETS.years, `${year.column}${periodRow(index)}`),
        style: {
          font: line.emphasis ? 'strong' : 'body',
          border: line.emphasis ? 'below' : 'hair',
          align: 'right',
          format: NUMBER_FORMATS[line.kind === 'ratio' ? 'share' : line.shows],
        },
      })),
    ]),
  ];
}

/** The column of the scenario shown stands out; results below zero are red, and so is a failed check. */
function conditionsOf({ outcome }: DocumentModel, rows: number): ConditionalFormat[] {
  const lastResult = FIRST_ROW + outcome.results.length - 1;
  const lastRow = HEADER_ROW + rows - 1;
  const firstYear = lastRow - outcome.periods.length + 1;
  const aside = `${columnLetters(ASIDE_COLUMN + 1)}${FIRST_ROW}`;
  const looks = (range: string, formula: string, look: { colour?: string; fill?: string }): ConditionalFormat => ({
    range,
    kind: 'looks',
    rules: [{ formula, look }],
  });
  return [
    looks(`C${HEADER_ROW}:E${lastResult}`, `C$${HEADER_ROW}=${SHOWN_CELL}`, { fill: SHOWN_FILL }),
    looks(`C${FIRST_ROW}:E${FIRST_ROW}`, `AND(ISNUMBER(C${FIRST_ROW}),C${FIRST_ROW}<0)`, NEGATIVE),
    ...outcome.periods.flatMap((line, index) =>
      line.kind !== 'ratio' && (line.line === 'net' || line.line === outcome.followed)
        ? [looks(`C${firstYear + index}:E${firstYear + index}`, `C${firstYear + index}<0`, NEGATIVE)]
        : [],
    ),
    looks(
      `${aside}:${aside.replace(/\d+/, String(FIRST_ROW + 12))}`,
      `AND(${NAMES.failed}>0,LEFT(${aside},6)="Failed")`,
      ALARM,
    ),
  ];
}
