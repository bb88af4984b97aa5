import { describe, expect, it } from 'vitest';
import { territoryOnDisk } from '../../../input/territory-on-disk.ts';
import { CAM_YAML, importText, partnerYaml } from '../import-on-disk.ts';

const territory = (more: Readonly<Record<string, string>> = {}): Promise<string> =>
  territoryOnDisk({
    'cam.yaml': CAM_YAML,
    'partners/cedar/partner.yaml': partnerYaml('Cedar GmbH'),
    ...more,
  });

describe('a file of records that cannot be taken', () => {
  it('because it names no partner, is asked about with a proposal of its kind', async () => {
    const root = await territory();
    const report = await importText(root, 'Customer,Product,Industry\nHavn,Core,Shipping\n', {
      importKind: 'accounts',
    });
    expect(report.needsMapping!.questions).toEqual([
      'export.csv: which column names the partner is not clear. --partner-column NAME says it, --partner ID gives all rows to one partner',
    ]);
    expect(report.needsMapping!.proposals[0]!.command).toBe('cam import export.csv --map mappings/export.yaml');
  });
});
