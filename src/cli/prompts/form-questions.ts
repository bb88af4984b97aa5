import { input, search, select } from '@inquirer/prompts';
import type { Editable } from '../../app/partner-edit/editable.ts';
import type { FormField } from '../../app/partner-edit/edit-form.ts';
import type { Pair } from '../../app/partner-edit/partner-edit.ts';
import { promptOutput } from './prompt-output.ts';

export interface Asking {
  /** The answer goes to stdout as JSON, so questions go to stderr. */
  readonly json: boolean;
}

const PAGE = 14;
const NOT_SAID = '';

/** Asks the values of something new, one after the other; of alternatives only the group that is chosen. What is left empty is not said. */
export async function askFields(
  fields: readonly FormField[],
  { oneOf = [] }: Pick<Editable, 'oneOf'>,
  asking: Asking,
): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  let chosen: readonly string[] | undefined;
  for (const field of fields) {
    const isAlternative = oneOf.some(({ columns }) => columns.includes(field.name));
    if (isAlternative) chosen ??= await askGroup(oneOf, asking);
    if (isAlternative && !chosen!.includes(field.name)) continue;
    const value = await askField(isAlternative ? { ...field, required: true } : field, asking);
    if (value !== '') pairs.push({ key: field.name, value });
  }
  return pairs;
}

async function askGroup(groups: NonNullable<Editable['oneOf']>, { json }: Asking): Promise<readonly string[]> {
  const choices = groups.map(({ name, columns }) => ({ name, value: columns }));
  return select({ message: 'How is it given?', choices }, promptOutput(json));
}

/** Asks one value; Enter takes what is proposed, and nothing where it need not be said. */
export async function askField(field: FormField, { json }: Asking): Promise<string> {
  const context = promptOutput(json);
  const { name, note, choices, required, proposal, known, kind } = field;
  const words = name.replaceAll('_', ' ');
  const message = `${words.charAt(0).toUpperCase()}${words.slice(1)}${note === undefined ? ':' : ` (${note}):`}`;
  const listed = choices ?? (kind === 'yes-no' ? ['yes', 'no'] : undefined);
  if (listed) {
    const named = listed.map((choice) => ({ value: choice, name: choice }));
    const all = required ? named : [{ value: NOT_SAID, name: 'Not said' }, ...named];
    return select({ message, choices: all, pageSize: PAGE, loop: false, default: proposal ?? NOT_SAID }, context);
  }
  const validate = (typed: string) =>
    typed.trim() === '' ? !required || 'must not be empty' : (field.problem(typed) ?? true);
  if (known) return search({ message, pageSize: PAGE, source: (typed) => offered(known, typed), validate }, context);
  return input(
    { message, validate, ...(proposal !== undefined && { default: proposal, prefill: 'editable' }) },
    context,
  );
}

/** Words that others have used, and behind them what is typed when it is none of them. */
function offered(known: readonly string[], typed = '') {
  const wanted = typed.trim().toLowerCase();
  const matching = known.filter((word) => word.includes(wanted));
  const isNew = wanted !== '' && !known.includes(wanted);
  return [
    ...matching.map((word) => ({ value: word, name: word })),
    ...(isNew ? [{ value: wanted, name: `${wanted} (new)` }] : []),
  ];
}
