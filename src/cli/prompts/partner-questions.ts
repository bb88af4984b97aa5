import { select } from '@inquirer/prompts';
import { promptOutput } from './prompt-output.ts';

interface Choice {
  readonly value: string;
  readonly name: string;
}

/** Asks for the type of a new partner. */
export async function askPartnerType(choices: readonly Choice[], json: boolean): Promise<string> {
  return select({ message: 'What kind of partner is it?', choices: [...choices] }, promptOutput(json));
}

/** Asks for the tier of a new partner; undefined when it is not known yet. */
export async function askTier(choices: readonly Choice[], json: boolean): Promise<string | undefined> {
  const unknown = { value: '', name: 'Not known yet' };
  const tier = await select({ message: 'Its tier:', choices: [unknown, ...choices] }, promptOutput(json));
  return tier || undefined;
}
