import { nearest } from '../input/nearest.ts';
import { Failure } from '../units/failure.ts';

/**
 * The id, when a partner has it.
 * @throws Failure (usage) with the nearest id when there is none.
 */
export function knownPartner(typed: string, ids: readonly string[]): string {
  if (ids.includes(typed)) return typed;
  const suggestion = nearest(typed, ids);
  const remedy = suggestion ? `Did you mean ${suggestion}?` : 'cam partner list shows every partner with its id.';
  throw new Failure(
    'usage',
    `There is no partner "${typed}".`,
    ids.length > 0 ? remedy : 'This territory has no partner yet.',
  );
}
