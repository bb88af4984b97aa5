import { holds } from '../expression/evaluate.ts';
import type { Expression, ExpressionValue, Scope } from '../expression/expression.ts';
import { formatSentence, type FormatOptions } from '../units/format.ts';
import { partsOfPattern, sentence, type Sentence } from '../units/sentence.ts';
import { numberIn, type Value } from '../units/value.ts';

/** The figures sentences may speak of. A name that is not there, or is missing, is unknown. */
export interface StoryFigures {
  readonly values: Readonly<Record<string, Value>>;
  /** Columns of the deals that were loaded, for rules about one deal. */
  readonly columns?: ReadonlySet<string>;
}

/** Whether a condition of a template holds for these figures. */
export function conditionHolds(when: Expression, figures: StoryFigures): boolean {
  return holds(when, scopeOf(figures));
}

/** The sentence of a pattern with its figures; undefined when one of them is unknown, so that no page prints a gap. */
export function fillPattern(pattern: string, { values }: StoryFigures): Sentence | undefined {
  const names = partsOfPattern(pattern).flatMap((part) => ('name' in part ? [part.name] : []));
  const used = names.map((name) => [name, Object.hasOwn(values, name) ? values[name] : undefined] as const);
  if (used.some(([, value]) => value === undefined || value.kind === 'missing' || value.kind === 'none'))
    return undefined;
  return sentence(pattern, Object.fromEntries(used) as Record<string, Value>);
}

/**
 * The first rule whose condition holds and whose figures are all known, with its sentence. Where `fit` is given, a rule whose
 * sentence is too long gives way to the next one that fits; when none fits, the first stands and the page cuts it.
 */
export function chooseRule<R extends { readonly when: Expression; readonly text: string }>(
  rules: readonly R[],
  figures: StoryFigures,
  fit?: { readonly characters: number; readonly format: FormatOptions },
): { readonly rule: R; readonly sentence: Sentence } | undefined {
  const scope = scopeOf(figures);
  let first: { rule: R; sentence: Sentence } | undefined;
  for (const rule of rules) {
    if (!holds(rule.when, scope)) continue;
    const filled = fillPattern(rule.text, figures);
    if (!filled) continue;
    if (!fit || formatSentence(filled, fit.format).length <= fit.characters) return { rule, sentence: filled };
    first ??= { rule, sentence: filled };
  }
  return first;
}

function scopeOf({ values, columns }: StoryFigures): Scope {
  return {
    value: (name) => (Object.hasOwn(values, name) ? plainValue(values[name]!) : undefined),
    columnLoaded: (name) => columns?.has(name) ?? false,
  };
}

/** A value as conditions see it: ratios, numbers, ISO dates, text; undefined when unknown. */
function plainValue(value: Value): ExpressionValue {
  switch (value.kind) {
    case 'date':
      return value.date;
    case 'month':
      return value.month;
    case 'flag':
      return value.flag;
    case 'text':
      return value.text;
    default:
      return numberIn(value);
  }
}
