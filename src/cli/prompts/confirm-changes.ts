import { confirm } from '@inquirer/prompts';
import { promptOutput } from './prompt-output.ts';

/** Shows what would change and asks whether it shall; Enter says yes. */
export async function confirmChanges(
  shown: string,
  { count, json }: { readonly count: number; readonly json: boolean },
): Promise<boolean> {
  const context = promptOutput(json);
  (context.output ?? process.stdout).write(`${shown}\n`);
  return confirm({ message: `Apply ${count === 1 ? '1 change' : `${count} changes`}?`, default: true }, context);
}
