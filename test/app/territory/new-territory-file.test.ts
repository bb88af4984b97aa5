import { describe, expect, it } from 'vitest';
import { DEFAULT_ANSWERS, newTerritoryFile, STARTING_CURRENCY } from '../../../src/app/territory/new-territory-file.ts';
import { loadTemplates } from '../../../src/input/load-templates.ts';
import { readYaml } from '../../../src/input/read-yaml.ts';
import { camConfigSchema } from '../../../src/schema/cam-config.ts';
import { parsePlainDate } from '../../../src/units/plain-date.ts';

const configOf = (answers: Partial<typeof DEFAULT_ANSWERS>) =>
  readYaml(newTerritoryFile({ ...DEFAULT_ANSWERS, ...answers }), 'cam.yaml', camConfigSchema);

describe('the program of a new territory', () => {
  it('names the currency that the starting numbers are in', async () => {
    const { values } = await loadTemplates();
    const stated = Object.values(values!).flatMap((template: object) =>
      'currency' in template ? [template.currency] : [],
    );
    expect(stated.length).toBeGreaterThan(1);
    expect(new Set(stated)).toEqual(new Set([STARTING_CURRENCY]));
  });

  it('states the rate that was said, and only shows how where it was skipped', () => {
    const rate = { rate: 0.92, date: parsePlainDate('2026-03-15')! };
    const stated = configOf({ currency: 'EUR', rate });
    expect(stated.problems).toEqual([]);
    expect(stated.value?.rates).toEqual([{ from: 'USD', to: 'EUR', ...rate }]);
    expect(configOf({ currency: 'EUR' }).value?.rates).toEqual([]);
    expect(newTerritoryFile({ ...DEFAULT_ANSWERS, currency: 'EUR' })).toContain('#   - { from: USD, to: EUR,');
  });
});
