import { describe, expect, it } from 'vitest';
import { SCHEMAS } from '../../src/input/json-schemas.ts';
import { loadTemplate } from '../../src/input/load-template.ts';
import { tiersSchema } from '../../src/schema/tiers.ts';
import { territoryOnDisk } from './territory-on-disk.ts';

describe('templates that ship', () => {
  it.each(['tiers', 'partner-life-stages', 'qbr-storyline'] as const)('%s fits its own schema', async (name) => {
    const { value, problems } = await loadTemplate(name, SCHEMAS[name].schema);
    expect(problems).toEqual([]);
    expect(value).toBeDefined();
  });

  it('take the changes that their page shows as an example', async () => {
    const root = await territoryOnDisk({
      'templates/tiers.yaml': `currency: EUR
tiers:
  - id: gold
    base_margin_percent: 25
  - id: registered
    remove: true
  - id: elite
    add: true
    title: Elite
    rank: 5
`,
    });
    const { value, problems, overridden } = await loadTemplate('tiers', tiersSchema, root);
    expect(problems).toEqual([]);
    expect(overridden).toBe(true);
    expect(value?.currency).toBe('EUR');
    expect(value?.tiers.map(({ id, base_margin_percent }) => [id, base_margin_percent])).toEqual([
      ['silver', 18],
      ['gold', 25],
      ['platinum', 23],
      ['elite', undefined],
    ]);
  });

  it('point at the override when an entry that was added is not complete', async () => {
    const override = 'tiers:\n  - id: gold\n    rank: 3\n  - id: elite\n    add: true\n    rank: high\n';
    const root = await territoryOnDisk({ 'templates/tiers.yaml': override });
    const { problems } = await loadTemplate('tiers', tiersSchema, root);
    expect(problems).toMatchObject([
      { file: 'templates/tiers.yaml', line: 4, message: 'is missing' },
      { file: 'templates/tiers.yaml', line: 6, column: 11, path: 'tiers[1].rank' },
    ]);
  });
});
