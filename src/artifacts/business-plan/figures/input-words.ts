import { keyOfName } from '../../../expression/key-of-name.ts';
import { namesIn } from '../../../expression/names-in.ts';
import { printWords } from '../../../expression/print-words.ts';
import { sentence, type Sentence } from '../../../units/sentence.ts';
import { amount, count, preciseShare, text, type Value } from '../../../units/value.ts';
import type { PlannedProfit } from '../compute.ts';
import { groupOfKey, groupTitle, WHOLE_PLAN } from '../model/group-title.ts';
import { wordsOfInput } from '../model/input-words.ts';
import type { PlanInput } from '../model/plan-inputs.ts';
import type { PlanLine } from '../model/plan-lines.ts';
import { sourceWords, startingOf } from '../model/source-words.ts';

type Planned = Pick<PlannedProfit, 'model' | 'base' | 'numbers' | 'currency' | 'plan' | 'input'>;

const WORDS_OF_TIME: Readonly<Record<string, string>> = { month: 'month', year: 'years before' };

/** How a line follows from others in a month, in words: "New deals × Average product deal × Price level". */
export function formulaOfLine({ formula, group }: PlanLine, planned: Planned): string {
  const { model, numbers, currency } = planned;
  return printWords(formula, (name) => {
    const key = keyOfName(name, group, (candidate) => isInModel(candidate, planned));
    const line = model.lines.find((one) => one.key === key);
    const number = model.inputs.find((one) => one.key === key || one.key === `${key}.1`);
    const words = line?.title ?? (number && wordsOfInput(number, currency).label.replace(' in month 1', ' by month'));
    if (key === undefined || words === undefined) return WORDS_OF_TIME[name] ?? name;
    // A delay reads as its number: "Sold of the month before".
    if (key.endsWith('.lag_months')) return String(planned.base.inputs.get(key));
    const of = groupOfKey(key);
    const heading = of === undefined || of === group ? WHOLE_PLAN : groupTitle(of, numbers);
    return heading === WHOLE_PLAN ? words : `${words} (${heading})`;
  });
}

/**
 * The numbers of the plan that lines rest on, each with where it is from. Sums of the whole plan are figures of their own: what they rest on is
 * asked of them. Of a number for each month the first and the last stand for all.
 */
export function inputsBehind(lines: readonly PlanLine[], planned: Planned): Sentence[] {
  const { model } = planned;
  const wanted = new Set<string>();
  const seen = new Set<PlanLine>();
  const visit = (line: PlanLine): void => {
    if (seen.has(line)) return;
    seen.add(line);
    for (const name of namesIn(line.formula)) {
      const key = keyOfName(name, line.group, (candidate) => isInModel(candidate, planned));
      if (key !== undefined) wanted.add(key);
      const next = model.lines.find((one) => one.key === key && one.group !== undefined);
      if (next) visit(next);
    }
  };
  lines.forEach(visit);
  return inputSentences(
    model.inputs.filter(({ key, position }) => wanted.has(position === undefined ? key : groupOfKey(key)!)),
    planned,
  );
}

/** "Cloud platform: average product deal $24,000 (as written in the plan)", a line a number. */
export function inputSentences(inputs: readonly PlanInput[], planned: Planned): Sentence[] {
  const { numbers, currency, input, base } = planned;
  const setting = { numbers, assumptions: input.planAssumptions, starting: startingOf(planned) };
  const isEnd = ({ position, key }: PlanInput) =>
    position === undefined || position === 1 || !inputs.some((one) => one.key === `${groupOfKey(key)}.${position + 1}`);
  return inputs
    .filter((each) => each.at !== '' && isEnd(each))
    .map((each) => {
      const { label, kind, unit } = wordsOfInput(each, currency);
      const group = groupOfKey(each.position === undefined ? each.key : groupOfKey(each.key)!);
      const value = base.inputs.get(each.key) ?? each.value;
      const behind = unit.replace(currency, '').trim();
      return sentence(`{of}: {label} ${VALUE_WITH[behind] ?? '{value} {unit}'} ({source})`, {
        of: text(group === undefined ? WHOLE_PLAN : groupTitle(group, numbers)),
        label: text(`${label.charAt(0).toLowerCase()}${label.slice(1)}`),
        value: valueOf(value, kind, currency),
        unit: text(behind),
        source: text(sourceWords(each.at, setting).text),
      });
    });
}

/** How a value stands with its unit; otherwise the unit follows it. */
const VALUE_WITH: Readonly<Record<string, string>> = {
  '': '{value}',
  month: '{value}',
  months: '{value|month|months}',
};

function valueOf(value: number, kind: ReturnType<typeof wordsOfInput>['kind'], currency: string): Value {
  switch (kind) {
    case 'amount':
      return amount(value, currency);
    case 'share':
      return preciseShare(value);
    case 'months':
      return count(value);
    case 'number':
    case 'factor':
      return Number.isInteger(value) ? count(value) : text(String(Number(value.toFixed(4))));
  }
}

function isInModel(key: string, { model }: Planned): boolean {
  return (
    model.lines.some((line) => line.key === key) ||
    model.inputs.some((input) => input.key === key || input.key === `${key}.1`)
  );
}
