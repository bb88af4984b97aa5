import { DEFAULT_ANSWERS, type TerritoryAnswers } from '../../../app/territory/new-territory-file.ts';
import type { CommandLine } from '../../command.ts';

/** What a new territory needs to know: what is known already, then what a person at a terminal says, else the usual. */
export async function answersFor(line: CommandLine, known: Partial<TerritoryAnswers>): Promise<TerritoryAnswers> {
  if (!line.screen.interactive) return { ...DEFAULT_ANSWERS, ...known };
  const { askTerritory } = await import('../../prompts/territory-questions.ts');
  return askTerritory(known, {
    json: line.shared.json,
    defaults: DEFAULT_ANSWERS,
    today: line.effects.today,
  });
}
