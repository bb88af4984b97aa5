import { join } from 'node:path';
import { fundsSchema, type Fund } from '../schema/funds.ts';
import { repeated } from './check-list-identity.ts';
import { detailsOf, quote } from './check-values.ts';
import type { Problem } from './problem.ts';
import { readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';

const FUNDS_FILE = 'funds.yaml';
const MOST_BYTES = 4_000_000;

/** The territory's `funds.yaml`: the money of a partner nobody knows, or two lines with one id, are problems. */
export async function loadFunds(
  root: string,
  partnerIds: readonly string[],
): Promise<{ readonly value?: readonly Fund[]; readonly problems: readonly Problem[]; readonly read: boolean }> {
  const { text, problem } = await readText({
    path: join(root, FUNDS_FILE),
    file: FUNDS_FILE,
    maximumBytes: MOST_BYTES,
  });
  if (text === undefined) return { problems: problem ? [problem] : [], read: false };
  const reading = readYaml(text, FUNDS_FILE, fundsSchema);
  const funds = reading.value?.funds ?? [];
  const unknown = funds.flatMap(({ partner }, index) => {
    if (partner === undefined || partnerIds.includes(partner)) return [];
    const { suggestion } = detailsOf({ written: partner, allowed: partnerIds });
    const message = `there is no partner ${quote(partner)}`;
    const at = ['funds', index, 'partner'];
    return [reading.problemAt(at, { message, written: partner, ...(suggestion && { suggestion }) })];
  });
  const names = funds.map(({ id }) => id);
  const problems = [...reading.problems, ...repeated(reading, { list: 'funds', at: 'id', names }), ...unknown];
  return { ...(reading.value && problems.length === 0 && { value: funds }), problems, read: true };
}
