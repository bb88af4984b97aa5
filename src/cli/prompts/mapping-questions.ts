import { search, select } from '@inquirer/prompts';
import type { MappingChoice, MappingQuestion } from '../../app/import/mapping/question.ts';
import { singleLine } from '../../units/clean-text.ts';
import { promptOutput } from './prompt-output.ts';

/** Lists longer than this are searched by typing. */
const SHORT_LIST = 12;
const PAGE = 14;

/**
 * Asks one question of an import on the terminal; Enter takes the proposal.
 * @param json the answer goes to stdout, so the question goes to stderr
 */
export async function askOnTerminal({ message, choices, proposal }: MappingQuestion, json: boolean): Promise<string> {
  const output = promptOutput(json);
  const shown = choices.map(cleaned);
  const settings = { message: singleLine(message), pageSize: PAGE };
  if (shown.length <= SHORT_LIST)
    return select({ ...settings, choices: shown, default: proposal, loop: false }, output);
  const ordered = proposedFirst(shown, proposal);
  return search({ ...settings, source: (typed) => matching(ordered, typed) }, output);
}

/** A search starts on its first entry. */
function proposedFirst(choices: readonly MappingChoice[], proposal: string): readonly MappingChoice[] {
  return [...choices.filter(({ value }) => value === proposal), ...choices.filter(({ value }) => value !== proposal)];
}

function matching(choices: readonly MappingChoice[], typed = ''): readonly MappingChoice[] {
  const wanted = typed.trim().toLowerCase();
  return choices.filter(({ name }) => name.toLowerCase().includes(wanted));
}

/** Headers and names come out of somebody's file. */
function cleaned({ value, name, description }: MappingChoice): MappingChoice {
  return { value, name: singleLine(name), ...(description !== undefined && { description: singleLine(description) }) };
}
