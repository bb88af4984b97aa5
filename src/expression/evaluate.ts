import {
  ExpressionError,
  type ComparisonOperator,
  type Expression,
  type ExpressionValue,
  type Node,
  type Scope,
} from './expression.ts';

/**
 * Works out the value of an expression; undefined when it is unknown. Never gives NaN, Infinity or −0.
 *
 * - A comparison with an unknown side is false, whatever its operator: with x unknown, `x > 1`, `x == 1` and `x != 1` do
 *   not hold, and therefore `not x > 1` does. `known(x)` asks for it.
 * - Arithmetic, min() and max() with an unknown value are unknown; so are a division by zero and a result too large to write.
 * - Where a condition is asked for (and, or, not, if), unknown counts as false. `and` and `or` stop at the first side that decides.
 * - Numbers that differ only by binary rounding (0.1 + 0.2 and 0.3) compare as equal, as they do in a spreadsheet.
 * - earlier(x, n) is what x was n months before, where the scope knows months at all; entry(x, n) is the n-th number of the list x,
 *   nothing before the first, where the scope knows lists.
 * @throws ExpressionError when kinds do not fit: a text in a sum, a number where a condition stands, a number against a text in
 *   an order. `==` and `!=` take any two kinds: different kinds are not equal.
 */
export function evaluate(expression: Expression, scope: Scope): ExpressionValue {
  return valueOf(expression.root, scope);
}

/**
 * Whether a condition holds; unknown does not.
 * @throws ExpressionError as `evaluate` does, and when the expression gives a number or a text
 */
export function holds(expression: Expression, scope: Scope): boolean {
  return isTrue(expression.root, scope, 'A condition is needed');
}

function valueOf(node: Node, scope: Scope): ExpressionValue {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'name':
      return finite(scope.value(node.name));
    case 'known':
      return finite(scope.value(node.name)) !== undefined;
    case 'column-loaded':
      return scope.columnLoaded?.(node.name) ?? false;
    case 'not':
      return !isTrue(node.operand, scope, 'not is put before a condition');
    case 'and':
      return node.operands.every((operand) => isTrue(operand, scope, 'and joins conditions'));
    case 'or':
      return node.operands.some((operand) => isTrue(operand, scope, 'or joins conditions'));
    case 'if':
      return valueOf(isTrue(node.condition, scope, 'if() starts with a condition') ? node.holds : node.fails, scope);
    case 'earlier': {
      const months = placeOf(node.months, scope, 'earlier() counts months');
      return months === undefined ? undefined : finite(scope.earlier?.(node.name, months));
    }
    case 'entry': {
      const position = placeOf(node.position, scope, 'entry() counts positions');
      if (position === undefined) return undefined;
      return position < 1 ? 0 : finite(scope.entry?.(node.name, Math.trunc(position)));
    }
    case 'power':
      return whenNumbers([node.base, node.exponent], scope, 'power()', ([base, exponent]) => base! ** exponent!);
    case 'round-up':
      return whenNumbers([node.operand], scope, 'round_up()', ([value]) => roundedUp(value!));
    case 'negative':
      return whenNumbers([node.operand], scope, '-', ([value]) => -value!);
    case 'min':
    case 'max':
      return whenNumbers(node.operands, scope, `${node.kind}()`, (values) =>
        node.kind === 'min' ? Math.min(...values) : Math.max(...values),
      );
    case 'arithmetic':
      return calculated(node, scope);
    case 'comparison':
      return compares(node, valueOf(node.left, scope), valueOf(node.right, scope));
  }
}

/** How many months back, or which position; undefined when that is unknown. */
function placeOf(node: Node, scope: Scope, need: string): number | undefined {
  const place = valueOf(node, scope);
  if (place === undefined || typeof place === 'number') return place;
  throw new ExpressionError(`${need}, but this is ${kindOf(place)}.`, node.at);
}

const calculate = {
  '+': (left: number, right: number) => left + right,
  '-': (left: number, right: number) => left - right,
  '*': (left: number, right: number) => left * right,
  '/': (left: number, right: number) => left / right,
};

/** The commonest of all, so without a list of its sides. */
function calculated(node: Extract<Node, { readonly kind: 'arithmetic' }>, scope: Scope): ExpressionValue {
  const left = numberOf(node.left, scope, node.operator);
  const right = numberOf(node.right, scope, node.operator);
  return left === undefined || right === undefined ? undefined : finite(calculate[node.operator](left, right));
}

function whenNumbers(
  nodes: readonly Node[],
  scope: Scope,
  sign: string,
  compute: (values: number[]) => number,
): ExpressionValue {
  const values = nodes.map((node) => numberOf(node, scope, sign));
  return values.includes(undefined) ? undefined : finite(compute(values as number[]));
}

function numberOf(node: Node, scope: Scope, sign: string): number | undefined {
  const value = valueOf(node, scope);
  if (value === undefined || typeof value === 'number') return value;
  throw new ExpressionError(`${sign} works on numbers, but this is ${kindOf(value)}.`, node.at);
}

function isTrue(node: Node, scope: Scope, need: string): boolean {
  const value = valueOf(node, scope);
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  throw new ExpressionError(`${need}, but this is ${kindOf(value)}.`, node.at);
}

function compares(
  node: Node & { readonly operator: ComparisonOperator },
  left: ExpressionValue,
  right: ExpressionValue,
): boolean {
  if (left === undefined || right === undefined) return false;
  const { operator, at } = node;
  if (operator === '==' || operator === '!=') return equal(left, right) === (operator === '==');
  if (typeof left !== typeof right || typeof left === 'boolean') {
    const message = `${operator} orders two numbers or two texts, but here are ${kindOf(left)} and ${kindOf(right)}.`;
    throw new ExpressionError(message, at);
  }
  if (equal(left, right)) return operator === '<=' || operator === '>=';
  return left < right === (operator === '<' || operator === '<=');
}

/** To the next whole number away from zero, as spreadsheets do. */
function roundedUp(value: number): number {
  return value < 0 ? Math.floor(value) : Math.ceil(value);
}

/** Sums of the same amounts in another order differ in their last bits: such noise never decides. */
const NOISE = 1e-13;

function equal(left: number | string | boolean, right: number | string | boolean): boolean {
  if (typeof left !== 'number' || typeof right !== 'number') return left === right;
  return Math.abs(left - right) <= NOISE * Math.max(Math.abs(left), Math.abs(right));
}

/** The value, unknown instead of NaN or Infinity, 0 instead of −0. */
function finite(value: ExpressionValue): ExpressionValue {
  if (typeof value !== 'number') return value;
  return Number.isFinite(value) ? value + 0 : undefined;
}

function kindOf(value: number | string | boolean): string {
  if (typeof value === 'number') return 'a number';
  return typeof value === 'boolean' ? 'a yes or no' : 'a text';
}
