import { describe, expect, it } from 'vitest';
import { territoryOnDisk } from '../../input/territory-on-disk.ts';
import { CAM_YAML, filesOf, importInto } from './import-on-disk.ts';

const DEALS =
  'Opportunity ID,AccountId,PartnerAccountId,Stage,Amount\nd1,001A,001P,Won,100\nd2,001B,001P,Won,50\nd3,001X,001P,Won,1\nd4,,001P,Won,2\n' +
  ['d5', 'd6', 'd7', 'd8'].map((id) => `${id},001A,001P,Won,1\n`).join('');
const ACCOUNTS = 'Id,Name,Industry\n001A,Havn,Shipping\n001B,Skov,Wood\n001C,Fjeld,Stone\n';
const PARTNERS = 'Id,Partner Name,Partner Type\n001P,Cedar,VAR\n';

const territory = (files: Readonly<Record<string, string>>): Promise<string> =>
  territoryOnDisk({ 'cam.yaml': CAM_YAML, ...files });

describe('ids that another file of the same import names', () => {
  it('show the names, and what the list does not know stays an id', async () => {
    const root = await territory({ 'deals.csv': DEALS, 'accounts.csv': ACCOUNTS });
    const report = await importInto(root, ['deals.csv', 'accounts.csv'], { partner: 'cedar', createPartners: true });
    expect(report).toMatchObject({ kind: 'deals', rows: 8, created: 8, rejected: [] });
    expect(report.columns['account']).toBe('AccountId as named in accounts.csv');
    const deals = (await filesOf(root))['partners/cedar/deals.csv']!;
    const accounts = deals
      .trim()
      .split('\n')
      .map((row) => row.split(',')[2]);
    expect(accounts).toEqual(['account', 'Havn', 'Skov', '001X', '', 'Havn', 'Havn', 'Havn', 'Havn']);
  });

  it('are partners where the list is one of partners, which is imported first', async () => {
    const root = await territory({ 'deals.csv': DEALS, 'partners.csv': PARTNERS });
    const report = await importInto(root, ['deals.csv', 'partners.csv']);
    expect(report).toMatchObject({ kind: 'several', created: 9, unmatched: [] });
    expect((await filesOf(root))['partners/cedar/partner.yaml']).toContain('crm_ids: ["001P"]');
  });

  it('stay named in the command that is proposed, and are partners where a mapping says so of their column', async () => {
    const deals = 'Opportunity ID,AccountId,Stage,Amount\nd1,001A,Won,100\nd2,001B,Won,50\n';
    const mapping = 'columns: { partner: AccountId }\n';
    const root = await territory({ 'deals.csv': deals, 'accounts.csv': ACCOUNTS, 'm.yaml': mapping });
    const asked = await importInto(root, ['deals.csv', 'accounts.csv'], { dryRun: true });
    expect(asked.needsMapping!.proposals).toMatchObject([
      { command: 'cam import accounts.csv deals.csv --map mappings/deals.yaml' },
    ]);
    const options = { mapFile: 'm.yaml', createPartners: true };
    const report = await importInto(root, ['deals.csv', 'accounts.csv'], options);
    expect(report.createdPartners).toMatchObject([{ id: 'havn' }, { id: 'skov' }]);
  });

  it('are left alone where a list has an id twice, or knows few of them', async () => {
    const twice = await territory({ 'deals.csv': DEALS, 'accounts.csv': `${ACCOUNTS}001A,Again,\n` });
    const options = { partner: 'cedar', createPartners: true, importKind: 'deals' } as const;
    const report = await importInto(twice, ['deals.csv', 'accounts.csv'], options);
    expect(report.needsMapping!.questions[0]).toContain('accounts.csv');
    const other = await territory({ 'deals.csv': DEALS, 'accounts.csv': 'Id,Name,Industry\n001B,Skov,Wood\n' });
    expect((await importInto(other, ['deals.csv', 'accounts.csv'], options)).needsMapping).toBeDefined();
  });
});
