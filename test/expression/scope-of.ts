import type { ExpressionValue, Scope } from '../../src/expression/expression.ts';

/** A scope of these figures; every other name is unknown, and the columns named are the loaded ones. */
export function scopeOf(figures: Readonly<Record<string, ExpressionValue>>, columns: readonly string[] = []): Scope {
  return {
    value: (name) => (Object.hasOwn(figures, name) ? figures[name] : undefined),
    columnLoaded: (name) => columns.includes(name),
  };
}
