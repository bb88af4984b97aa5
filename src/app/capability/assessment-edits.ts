import type { YamlEdit } from '../../output/edit-yaml.ts';
import type { Assessment } from '../../schema/assessment.ts';

/** Blocks of an assessment that are edited key by key, because a person may keep remarks between their lines. */
const KEPT_BY_HAND = new Set(['answers', 'internal']);

/** What must change in the file of an assessment: answer by answer; scores, which nobody but cam writes, as one block. */
export function assessmentEdits(standing: Assessment, wanted: Assessment): readonly YamlEdit[] {
  return editsBetween(standing, wanted, []);
}

function editsBetween(standing: object, wanted: object, path: readonly string[]): readonly YamlEdit[] {
  const before = new Map<string, unknown>(Object.entries(standing));
  return Object.entries(wanted).flatMap(([key, value]: [string, unknown]) => {
    const own = before.get(key);
    if (JSON.stringify(own) === JSON.stringify(value)) return [];
    const isKept = KEPT_BY_HAND.has(key) && typeof own === 'object' && own !== null;
    return isKept ? editsBetween(own, value as object, [...path, key]) : [{ path: [...path, key], value }];
  });
}
