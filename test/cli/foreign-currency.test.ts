import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/cli/command.ts';
import { run as businessPlan } from '../../src/cli/commands/plan/business.ts';
import { run as marketingPlan } from '../../src/cli/commands/plan/marketing.ts';
import { parsePlainDate } from '../../src/units/plain-date.ts';
import { territoryOnDisk } from '../input/territory-on-disk.ts';

const CAM_YAML =
  'vendor: { name: Tessaline }\ncam: { name: Ines Albrecht }\ncurrency: EUR\nfiscal_year: { start_month: 7 }\n' +
  'stages: [{ name: Won, status: won }, { name: Lost, status: lost }, { name: Open, status: open }]\n';

function run(command: Command, folder: string, interactive: boolean) {
  return command({
    args: ['acme'],
    options: {},
    shared: { json: false, quiet: true, noInput: !interactive, force: false, dryRun: true, debug: false },
    effects: { currentFolder: folder, today: parsePlainDate('2026-03-15')!, progress: () => undefined },
    screen: { width: 80, colour: false, unicode: true, interactive },
  });
}

describe('a partner whose currency the starting numbers cannot be turned into', () => {
  it('is asked nothing about a business plan in a currency it does not use', async () => {
    const folder = await territoryOnDisk({
      'cam.yaml': CAM_YAML,
      'partners/acme/partner.yaml': 'name: Acme\ntype: var\n',
    });
    await expect(run(businessPlan, folder, true)).rejects.toMatchObject({
      kind: 'data',
      message: 'The plan would start in USD: there is no rate from USD to EUR in cam.yaml.',
      remedy: 'Add it, and the plan is in EUR: rates: [{ from: USD, to: EUR, rate: …, date: 2026-03-15 }]',
    });
    const rated = await territoryOnDisk({
      'cam.yaml': `${CAM_YAML}rates: [{ from: GBP, to: EUR, rate: 1.1, date: 2026-01-01 }]\n`,
      'partners/acme/partner.yaml': 'name: Acme\ntype: var\n',
    });
    await expect(run(businessPlan, rated, true)).rejects.toMatchObject({
      remedy: 'Add it to the rates there, and the plan is in EUR: - { from: USD, to: EUR, rate: …, date: 2026-03-15 }',
    });
  });

  it('is told why a suggested marketing plan shows no money', async () => {
    const folder = await territoryOnDisk({
      'cam.yaml': CAM_YAML,
      'partners/acme/partner.yaml': 'name: Acme\ntype: var\n',
    });
    const { text } = await run(marketingPlan, folder, false);
    expect(text!.replace(/\s+/g, ' ')).toContain('Its money is left out: no rate from USD to EUR in cam.yaml.');
    const rated = await territoryOnDisk({
      'cam.yaml': `${CAM_YAML}rates: [{ from: EUR, to: USD, rate: 1.1, date: 2026-01-01 }]\n`,
      'partners/acme/partner.yaml': 'name: Acme\ntype: var\n',
    });
    expect((await run(marketingPlan, rated, false)).text).not.toContain('left out');
  });
});
