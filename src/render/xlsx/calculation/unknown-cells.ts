import type { Calculation, CalculationEntry, CalculationPlace } from '../../../document/calculation/calculation.ts';
import { cellAt } from '../../../document/calculation/cell-at.ts';
import { placeOfName } from '../../../document/calculation/place-of-name.ts';
import type { Expression, Node } from '../../../expression/expression.ts';
import { namesIn } from '../../../expression/names-in.ts';
import { isMissing } from '../../../units/missing.ts';

/** Which formulas can meet something unknown, now or when another number is typed. */
export interface UnknownCells {
  /** Whether a cell can say n/a. */
  readonly canBe: (place: CalculationPlace) => boolean;
  /** Whether a formula that stands there can. */
  readonly canFollow: (formula: Expression, from: Pick<CalculationPlace, 'sheet' | 'column'>) => boolean;
}

/** A cell can be unknown when it was typed so, divides by what may be nought, or follows from one that can be unknown. */
export function unknownCells(calculation: Calculation): UnknownCells {
  const found = new Map<string, boolean>();
  const canFollow: UnknownCells['canFollow'] = (formula, from) =>
    divides(formula.root) || [...namesIn(formula)].some((name) => canBe(placeOfName(name, from, calculation)));
  const canBe = (place: CalculationPlace): boolean => {
    const key = `${place.sheet}.${place.column}.${place.row}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const sheet = calculation.sheets.find((each) => each.key === place.sheet)!;
    const cell = cellAt(place, sheet);
    const can =
      cell !== undefined &&
      ('sum' in cell
        ? sheet.columns.some(({ key: column }) => canBe({ ...place, column }))
        : canEntry(cell, (formula) => canFollow(formula, place)));
    found.set(key, can);
    return can;
  };
  return { canBe, canFollow };
}

function canEntry(entry: CalculationEntry, canFollow: (formula: Expression) => boolean): boolean {
  return 'typed' in entry ? isMissing(entry.typed) : canFollow(entry.formula);
}

/** Whether something is divided by anything but a number other than nought. */
function divides(node: Node): boolean {
  if (node.kind === 'arithmetic' && node.operator === '/' && !isNumberOverNought(node.right)) return true;
  return Object.values(node).some((part: unknown) =>
    Array.isArray(part) ? (part as readonly Node[]).some(divides) : isNode(part) && divides(part),
  );
}

function isNumberOverNought(node: Node): boolean {
  return node.kind === 'literal' && typeof node.value === 'number' && node.value !== 0;
}

function isNode(part: unknown): part is Node {
  return typeof part === 'object' && part !== null && 'kind' in part;
}
