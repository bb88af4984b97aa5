import { describe, expect, it } from 'vitest';
import { territoryOnDisk } from '../../input/territory-on-disk.ts';
import { CAM_YAML, importText, partnerYaml } from './import-on-disk.ts';

const HEADER = 'Opportunity ID,Partner,Stage,Amount';

function territory(): Promise<string> {
  return territoryOnDisk({
    'cam.yaml': CAM_YAML,
    'partners/larkmoor/partner.yaml': partnerYaml('Larkmoor Managed Services'),
  });
}

describe('a name of an export that nobody knows', () => {
  it('is listed with the partner it is much like, and with none where nothing is like it', async () => {
    const report = await importText(await territory(), `${HEADER}\n1,Larkmor Managed Service,Won,5\n2,Okonjo,Won,6\n`);
    expect(report.unmatched).toMatchObject([
      { partner: 'Larkmor Managed Service', nearest: 'larkmoor' },
      { partner: 'Okonjo' },
    ]);
    expect(report.unmatched[1]).not.toHaveProperty('nearest');
  });

  it('is said when it becomes a new partner beside one it is much like', async () => {
    const text = `${HEADER}\n1,Larkmor Managed Service,Won,5\n2,Okonjo,Won,6\n`;
    const report = await importText(await territory(), text, { createPartners: true });
    expect(report.warnings).toContainEqual({
      where: 'partners',
      message:
        '1 new partner has a name like a known one (larkmor-managed-service like larkmoor); where two are one: cam partner merge larkmor-managed-service larkmoor',
    });
  });

  it('is said when it is an id of the CRM, with the way to the names', async () => {
    const text = `${HEADER}\n1,0015g00000AbCdEFGH,Won,5\n2,0015g00000AbCdXYZQ,Won,6\n`;
    const report = await importText(await territory(), text, { createPartners: true });
    expect(report.warnings).toContainEqual({
      where: 'partners',
      message:
        '2 new partners are named by ids of the CRM (0015g00000AbCdEFGH …); the export of its accounts gives them their names: cam import ACCOUNTS.csv --kind partners',
    });
  });
});
