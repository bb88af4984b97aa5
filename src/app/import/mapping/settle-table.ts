import type { TextTable } from '../../../input/tabular/table-of-text.ts';
import type { ColumnStyles } from '../columns/read-columns.ts';
import type { StatedReading } from '../columns/stated-reading.ts';
import { columnQuestion, wishQuestion } from './column-question.ts';
import { labelQuestion } from './label-question.ts';
import type { OpenQuestions, WishedField } from './open-questions.ts';
import type { Ask, MappingItem } from './question.ts';
import { styleQuestion } from './style-question.ts';

/** An export as far as it is understood, of whatever kind its rows are. */
export interface Understood {
  readonly table: TextTable;
  readonly stated: StatedReading;
  readonly reading: ColumnStyles<string>;
  readonly questions: OpenQuestions | undefined;
  readonly wished?: readonly WishedField[];
}

export interface Settling<T> {
  understand(stated: StatedReading): T;
  readonly ask: Ask;
  /** Whether a partner of the territory is called so. */
  isPartner(name: string): boolean;
}

/**
 * Asks for everything about an export that only a person can say, one question an item, and understands it anew after each answer.
 * What nobody answers stays open.
 */
export async function settleTable<T extends Understood>(
  first: T,
  { understand, ask, isPartner }: Settling<T>,
): Promise<T> {
  let understood = first;
  for (let item = nextItem(first, isPartner); item !== undefined; item = nextItem(understood, isPartner)) {
    const settled = item.take(await ask(item.question));
    if (settled === undefined) break;
    const { stated } = understood;
    const next = understand({ ...stated, mapping: { ...stated.mapping, ...settled } });
    // An answer that settles nothing must not be asked for again.
    if (openPoints(next) === openPoints(understood)) break;
    understood = next;
  }
  return understood;
}

function openPoints({ questions, wished, reading: { undecided } }: Understood): string {
  return JSON.stringify([questions, wished, undecided?.what, undecided?.header]);
}

function nextItem(
  { table, stated, reading, questions, wished }: Understood,
  isPartner: Settling<Understood>['isPartner'],
): MappingItem | undefined {
  const [field] = questions?.fields ?? [];
  if (field) return columnQuestion(field, { table, mapping: stated.mapping, reading, isPartner });
  const [wish] = wished ?? [];
  if (wish) return wishQuestion(wish, table, stated.mapping);
  const [label] = questions?.labels ?? [];
  if (label) return labelQuestion(label, stated.mapping);
  return reading.undecided && styleQuestion(reading.undecided);
}
