import { expect, it } from 'vitest';
import { run } from '../../../../src/cli/commands/partner/list.ts';
import { parsePlainDate } from '../../../../src/units/plain-date.ts';
import { territoryOnDisk } from '../../../input/territory-on-disk.ts';

const CAM_YAML =
  'vendor: { name: Tessaline }\ncam: { name: Ines Albrecht }\ncurrency: EUR\nfiscal_year: { start_month: 7 }\n' +
  'stages: [{ name: Won, status: won }, { name: Lost, status: lost }, { name: Open, status: open }]\n';

it('the list of partners says their kind and that one has no tier in the words of a partner’s own page', async () => {
  const folder = await territoryOnDisk({
    'cam.yaml': CAM_YAML,
    'partners/acme/partner.yaml': 'name: Acme\ntype: var\n',
  });
  const { text } = await run({
    args: [],
    options: {},
    shared: { json: false, quiet: false, noInput: true, force: false, dryRun: false, debug: false },
    effects: { currentFolder: folder, today: parsePlainDate('2026-03-15')!, progress: () => undefined },
    screen: { width: 80, colour: false, unicode: true, interactive: false },
  });
  expect(text).toMatch(/^acme +Acme +Reseller +no tier +none$/m);
});
