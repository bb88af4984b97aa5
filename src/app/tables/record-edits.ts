import { recordedChanges, type ValueChange } from '../../domain/plan-record.ts';
import type { YamlEdit } from '../../output/edit-yaml.ts';
import type { FileChange } from './table.ts';

/** The edits that add changes of an agreed plan to the `standing` ones of its file, each with its day and the account manager. */
export function recordEdits<Value>(
  changes: readonly ValueChange<Value>[],
  { standing, territory, day }: { readonly standing: number } & Pick<FileChange, 'territory' | 'day'>,
): readonly YamlEdit[] {
  if (changes.length === 0) return [];
  if (day === undefined) throw new Error('A change of an agreed plan is recorded with its day.');
  const recorded = recordedChanges(changes, { on: day, by: territory.config.cam.name });
  return standing === 0
    ? [{ path: ['changes'], value: recorded }]
    : recorded.map((value, index) => ({ path: ['changes', standing + index], value }));
}
