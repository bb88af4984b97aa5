import type { EditedPartner } from '../../app/partner-edit/edit-partner.ts';
import { EXIT, type CommandLine, type Outcome } from '../command.ts';
import { editText } from './edit-text.ts';
import { inputFiles } from '../files-in-territory.ts';

/** What a command says that entered facts about a partner of the territory at `root`. */
export function outcomeOfEdit(edited: EditedPartner, { shared, screen }: CommandLine, root: string): Outcome {
  const { id, name, changes, files, warnings } = edited;
  return {
    exitCode: EXIT.done,
    text: editText(edited, { dryRun: shared.dryRun, screen }),
    data: { partner: { id, name }, changes, written: !shared.dryRun && files.length > 0 },
    files: shared.dryRun ? [] : inputFiles(root, files),
    warnings,
  };
}
