import { termChanges } from '../../../domain/marketing/agreed-terms.ts';
import { editYaml } from '../../../output/edit-yaml.ts';
import { recordEdits } from '../record-edits.ts';
import type { FileChange } from '../table.ts';
import { writtenValues } from './plan-values.ts';

type Edit = (text: string, change: FileChange) => string;

/** An edit of a plan's file that also records, once the plan is agreed, what of it became another thing. */
export function recordingChanges(edit: Edit): Edit {
  return (text, change) => {
    const edited = edit(text, change);
    const before = writtenValues(text, change.path);
    if (text === '' || before['agreed'] === undefined) return edited;
    const { territory, day } = change;
    const standing = (before['changes'] as readonly unknown[] | null | undefined)?.length ?? 0;
    const changes = termChanges(before, writtenValues(edited, change.path));
    return editYaml(edited, recordEdits(changes, { standing, territory, day }));
  };
}
