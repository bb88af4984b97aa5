import { join } from 'node:path';
import { PARTNER_TABLES } from '../../../input/partner-tables.ts';
import { bytesOf, filesBelow } from '../folder-files.ts';
import { NOTHING, type InBoth, type MergePart, type Merging, type PlannedChange } from './merge-plan.ts';

/** Files that are joined entry by entry; every other one is taken over whole. */
const JOINED = new Set([
  'partner.yaml',
  'commitments.yaml',
  ...Object.keys(PARTNER_TABLES).map((name) => `${name}.csv`),
]);
/** What was generated for the old partner's pages says nothing about the other's. */
const NOT_TAKEN = /^snapshots\/|\.baseline\.json$/;

/**
 * Plans, assessments, review files and whatever else the owner keeps there: moved as they are where the partner that stays has no file of
 * that name; otherwise its own stays and the other one is found in the history.
 */
export async function takeOtherFiles({ root, from, into, history }: Merging): Promise<MergePart> {
  const files: PlannedChange[] = [];
  const both: InBoth[] = [];
  for (const path of await filesBelow(join(root, from.folder), { hidden: false })) {
    if (JOINED.has(path) || NOT_TAKEN.test(path)) continue;
    const content = await bytesOf(join(root, from.folder, path));
    if (content === undefined) continue;
    const present = await bytesOf(join(root, into.folder, path));
    if (present === undefined) files.push({ path: `${into.folder}/${path}`, content });
    else if (Buffer.compare(present, content) !== 0) {
      both.push({ file: path, what: 'the whole file', kept: `that of ${into.id}`, left: `in ${history}/${path}` });
    }
  }
  return { ...NOTHING, files, both, taken: [{ what: 'other files', count: files.length }] };
}
