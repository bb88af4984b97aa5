import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../src/input/load-templates.ts';
import { territoryOnDisk } from './territory-on-disk.ts';

const README = readFileSync(new URL('../../templates/README.md', import.meta.url), 'utf8');
const EXAMPLES = [...README.matchAll(/```yaml\n# (templates\/[a-z-]+\.yaml) of a territory\n(.*?)```/gs)].map(
  ([, file, text]) => ({ file: file!, text: text! }),
);

describe('what the page about templates shows a vendor', () => {
  it('covers assumptions, the questionnaire, benchmarks, tactics, metrics and tiers', () => {
    expect(EXAMPLES.map(({ file }) => file).toSorted()).toEqual([
      'templates/benchmarks.yaml',
      'templates/business-plan-assumptions.yaml',
      'templates/capability-questionnaire.yaml',
      'templates/marketing-tactics.yaml',
      'templates/metrics.yaml',
      'templates/tiers.yaml',
    ]);
  });

  it.each(EXAMPLES)('can be copied into a territory as $file', async ({ file, text }) => {
    const { problems, files } = await loadTemplates(await territoryOnDisk({ [file]: text }));
    expect([problems, files]).toEqual([[], 1]);
  });
});
