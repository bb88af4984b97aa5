/** What an expression works on and gives back; `undefined` is unknown, which is never zero, empty or false. */
export type ExpressionValue = number | string | boolean | undefined;

/** What the names of an expression stand for. */
export interface Scope {
  /** The value of a name; undefined when it is unknown. Dates come as `2026-02-28`, so that they compare as text. */
  value(name: string): ExpressionValue;
  /** Whether the imported file had the column; without this function no column counts as loaded. */
  columnLoaded?(name: string): boolean;
  /** What a name stood for some months before; without this function no earlier month is known. */
  earlier?(name: string, months: number): ExpressionValue;
  /** A number of a list by its position, counted from 1; without this function no list is known. */
  entry?(name: string, position: number): ExpressionValue;
}

/** A parsed condition or formula, with the text it came from. */
export interface Expression {
  readonly text: string;
  readonly root: Node;
}

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/';

/** One piece of an expression; `at` is its place in the text, counted in characters from 0. */
export type Node = { readonly at: number } & (
  | { readonly kind: 'literal'; readonly value: number | string | boolean }
  | { readonly kind: 'name' | 'known' | 'column-loaded'; readonly name: string }
  | { readonly kind: 'earlier'; readonly name: string; readonly months: Node }
  | { readonly kind: 'entry'; readonly name: string; readonly position: Node }
  | { readonly kind: 'not' | 'negative' | 'round-up'; readonly operand: Node }
  | { readonly kind: 'power'; readonly base: Node; readonly exponent: Node }
  | { readonly kind: 'and' | 'or' | 'min' | 'max'; readonly operands: readonly Node[] }
  | { readonly kind: 'arithmetic'; readonly operator: ArithmeticOperator; readonly left: Node; readonly right: Node }
  | { readonly kind: 'comparison'; readonly operator: ComparisonOperator; readonly left: Node; readonly right: Node }
  | { readonly kind: 'if'; readonly condition: Node; readonly holds: Node; readonly fails: Node }
);

/** A mistake in an expression, said in plain words; `offset` is its place in the text, counted from 0. */
export class ExpressionError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
    this.name = 'ExpressionError';
  }
}
