import { relative, resolve } from 'node:path';
import { readText } from '../../input/read-text.ts';
import type { StatedReading } from './columns/stated-reading.ts';
import { mappingProposal } from './mapping/mapping-proposal.ts';
import { MAPPINGS_FOLDER, MOST_MAPPING_BYTES } from './mapping/remembered-mappings.ts';
import { holdsRecords, type UnderstoodFile } from './plan-import.ts';
import type { PlannedFile } from './write-import.ts';

export interface ProposalSetting {
  readonly root: string;
  readonly currentFolder: string;
  readonly files: readonly string[];
  /** Files that are there only for the names of ids in another one. */
  readonly lists: readonly string[];
  readonly createPartners: boolean;
  readonly partner?: string;
}

/** A proposed mapping for each file with open questions, and the command that uses it. A file somebody may have edited is left alone. */
export async function proposeMappings(
  open: readonly UnderstoodFile[],
  setting: ProposalSetting,
): Promise<{ readonly file: PlannedFile; readonly command: string }[]> {
  const proposals: { file: PlannedFile; command: string }[] = [];
  for (const file of open) {
    const { table, source, reading, questions, stated } = file;
    const typed = setting.files.find((path) => path.endsWith(table.file)) ?? table.file;
    for (let number = 1; ; number += 1) {
      const path = `${MAPPINGS_FOLDER}/${source}${number === 1 ? '' : `-${number}`}.yaml`;
      const absolute = resolve(setting.root, path);
      const command = commandFor([...setting.lists, typed], relative(setting.currentFolder, absolute), setting);
      const content = mappingProposal({
        kind: holdsRecords(file) ? file.kind.id : 'deals',
        file: table.file,
        headers: table.headers,
        source,
        reading,
        questions: questions!,
        stated: withoutShape(stated),
        command,
      });
      const { text, problem } = await readText({ path: absolute, file: path, maximumBytes: MOST_MAPPING_BYTES });
      const taken = problem !== undefined || (text !== undefined && text !== content);
      if (taken || proposals.some(({ file }) => file.path === path)) continue;
      proposals.push({ file: { path, kind: 'mapping', content }, command });
      break;
    }
  }
  return proposals;
}

/** A proposal is for no shape until somebody has used it. */
function withoutShape(stated: StatedReading): StatedReading {
  const { shape: _shape, headers: _headers, ...mapping } = stated.mapping;
  return { ...stated, mapping };
}

function commandFor(files: readonly string[], mapping: string, { createPartners, partner }: ProposalSetting): string {
  const flags = [partner === undefined ? '' : `--partner ${partner}`, createPartners ? '--create-partners' : ''];
  return ['cam import', ...files.map(inShell), '--map', inShell(mapping), ...flags].filter(Boolean).join(' ');
}

function inShell(word: string): string {
  return /^[\w./\\:@%+-]+$/.test(word) ? word : `"${word.replaceAll('"', '\\"')}"`;
}
