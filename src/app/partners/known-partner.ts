import { nearest } from '../../input/nearest.ts';
import { Failure } from '../../units/failure.ts';

/**
 * The id, when a partner has it.
 * @throws Failure (usage) with the nearest id when there is none.
 */
export function knownPartner(typed: string, ids: readonly string[]): string {
  if (ids.includes(typed)) return typed;
  const remedy = ids.length > 0 ? remedyFor(typed, ids) : 'This territory has no partner yet: cam partner add NAME';
  throw new Failure('usage', `There is no partner "${typed}".`, remedy);
}

function remedyFor(typed: string, ids: readonly string[]): string {
  const suggestion = nearest(typed, ids) ?? nearestByFirstWords(typed, ids);
  return suggestion ? `Did you mean ${suggestion}?` : 'cam partner list shows every partner with its id.';
}

/** People type the first word of a long id, with a slip: `larkmor` is meant for `larkmoor-managed-services`. */
function nearestByFirstWords(typed: string, ids: readonly string[]): string | undefined {
  const words = typed.trim().split(/[\s-]+/).length;
  const beginnings = new Map(ids.map((id) => [id.split('-').slice(0, words).join('-'), id]));
  const beginning = nearest(typed, [...beginnings.keys()]);
  return beginning === undefined ? undefined : beginnings.get(beginning);
}
