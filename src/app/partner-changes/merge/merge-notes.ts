import type { Merging, ProfilePart } from './merge-plan.ts';

/** What the schema allows. */
const LONGEST_NOTES = 5000;

/** The private notes of both, one below the other; where they would be too long, the other's stand in the history. */
export function mergeNotes({ from, into, history }: Merging, on: string): ProfilePart {
  const [ours, theirs] = [into.partner.notes ?? '', from.partner.notes ?? ''];
  const nothing = { edits: [], taken: { what: 'notes', count: 0 }, both: [] };
  if (theirs.trim() === '' || ours.includes(theirs)) return nothing;
  const heading = `From ${from.partner.name}, merged on ${on}:`;
  const joined = [ours.trimEnd(), `${heading}\n${theirs}`].filter((part) => part !== '').join('\n\n');
  if (joined.length > LONGEST_NOTES) {
    const left = `${theirs.length} characters, in ${history}/partner.yaml`;
    return { ...nothing, both: [{ file: 'partner.yaml', what: 'notes', kept: 'as they are', left }] };
  }
  return { ...nothing, edits: [{ path: ['notes'], value: joined }] };
}
