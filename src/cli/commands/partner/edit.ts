import { editPartner, type EditedPartner, type EditRequest } from '../../../app/partner-edit/edit-partner.ts';
import { Failure } from '../../../units/failure.ts';
import { EXIT, type Command, type CommandLine, type Outcome } from '../../command.ts';
import { outcomeOfEdit } from '../../print/edit-outcome.ts';
import { typedEdits } from './typed-edits.ts';
import { changeSettingOf } from '../../page-options.ts';

/** `cam partner edit ID`: facts about a partner; asked for in a terminal, or all said by flags. */
export const run: Command = async (line) => {
  const edits = typedEdits(line.options);
  const request: EditRequest = {
    ...(await changeSettingOf(line)),
    id: String(line.args[0]),
    force: line.shared.force,
  };
  if (edits.length > 0) return outcomeOfEdit(await editPartner(request, edits), line, request.root);
  if (line.screen.interactive) return guided(request, line);
  const remedy = `For example: cam partner edit ${request.id} --set tier=gold. cam partner edit --help shows every flag.`;
  throw new Failure(
    'usage',
    'What changes? Without a terminal it is said by --set, --add, --change, --remove or --done.',
    remedy,
  );
};

/** Asks for one edit after the other, and makes each as soon as it is confirmed. */
async function guided(request: EditRequest, line: CommandLine): Promise<Outcome> {
  const { askEdit } = await import('../../prompts/partner-edit-questions.ts');
  const ask = { json: line.shared.json, screen: line.screen };
  const made: EditedPartner[] = [];
  for (let edit = await askEdit(request, ask); edit; edit = await askEdit(request, ask)) {
    made.push(await editPartner(request, [edit]));
  }
  const last = made.at(-1);
  if (!last) return { exitCode: EXIT.done, text: 'Nothing was changed.\n', data: { changes: [], written: false } };
  const changes = made.flatMap((one) => one.changes);
  const files = [...new Set(made.flatMap((one) => one.files))];
  return outcomeOfEdit({ ...last, changes, files, warnings: made.flatMap((one) => one.warnings) }, line, request.root);
}
