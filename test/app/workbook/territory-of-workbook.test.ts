import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ANSWERS } from '../../../src/app/territory/new-territory-file.ts';
import { baselineCells, readBaseline, type Baseline } from '../../../src/app/workbook/baseline.ts';
import { territoryOfWorkbook } from '../../../src/app/workbook/territory-of-workbook.ts';
import { contentOfAnyWorkbook, contentOfOurs } from '../../../src/app/workbook/workbook-content.ts';
import { addRow, editBook, rowWhere, temporaryFolder, territoryOf, workbookOf } from './workbook-on-disk.ts';

const FILES = {
  'partners/bluefjord/partner.yaml': '# Ours.\nname: Bluefjord\ntype: msp\n',
  'partners/bluefjord/commitments.yaml': 'none_made: [FY25-Q4]\n',
  'partners/nord/partner.yaml': 'name: Nord IT\ntype: var\n',
  'partners/nord/deals.csv': 'source,id,status\ncrm,1,open\n',
  'mappings/crm.yaml': 'columns: {}\n',
};

async function madeOf(path: string) {
  return territoryOfWorkbook(await contentOfAnyWorkbook(path), DEFAULT_ANSWERS, () => undefined);
}

describe('a territory made of a workbook', () => {
  it('holds the very files the workbook was written from, for its owner alone, until it is taken away', async () => {
    const made = await madeOf(await workbookOf(await territoryOf(FILES)));
    expect(made.problems).toEqual([]);
    for (const [path, text] of Object.entries(FILES)) expect(await readFile(join(made.root, path), 'utf8')).toBe(text);
    expect((await stat(made.root)).mode & 0o077).toBe(0);
    made.remove();
    expect(existsSync(made.root)).toBe(false);
  });

  it('holds what the sheets say now: partners deleted in it are gone with all they had', async () => {
    const path = await workbookOf(await territoryOf(FILES));
    await editBook(path, (book) => {
      const partners = book.getWorksheet('Partners')!;
      partners.spliceRows(rowWhere(partners, { Name: 'Nord IT' }).number, 1);
      addRow(partners, { Name: 'West', Type: 'isv' });
    });
    const made = await madeOf(path);
    expect(made.problems).toEqual([]);
    expect(existsSync(join(made.root, 'partners/nord'))).toBe(false);
    expect(await readFile(join(made.root, 'partners/west/partner.yaml'), 'utf8')).toContain('name: West\n');
    expect(await readFile(join(made.root, 'partners/bluefjord/partner.yaml'), 'utf8')).toBe(
      FILES['partners/bluefjord/partner.yaml'],
    );
    made.remove();
  });

  it('never gets a file outside its folder, whatever a workbook claims to carry along', () => {
    const baseline = (path: string): Baseline => ({
      territory: 'N',
      asOf: '2026-02-28',
      tables: [],
      files: [{ path, content: 'x' }],
    });
    for (const path of [
      '../evil.yaml',
      'partners/../../evil',
      '/etc/passwd',
      'partners/a\\..\\b',
      'C:/x',
      '.bashrc',
      'partners//x',
      '',
    ]) {
      expect(readBaseline(baselineCells(baseline(path))), path).toEqual({ kind: 'damaged' });
    }
    expect(readBaseline(baselineCells(baseline('partners/a/deals.csv')))).toMatchObject({ kind: 'baseline' });
  });
});

describe('a CSV file', () => {
  const recognised = async (text: string) => {
    const path = join(await temporaryFolder(), 'file.csv');
    await writeFile(path, text);
    return (await contentOfOurs(path))?.tables[0]?.table.id;
  };

  it('is one of ours by nearly all of its columns', async () => {
    expect(await recognised('partner,name,role,email,phone,champion,qbr\nnord,A,,,,,\n')).toBe('contacts');
    expect(await recognised('\ufeffpartner;name;role;email;phone;champion;qbr\r\nnord;A;;;;;\r\n')).toBe('contacts');
    expect(await recognised('partner,name,role,email,phone,champion\nnord,A,,,,\n')).toBe('contacts');
    expect(await recognised('name,status,probability_percent\nDemo,open,30\n')).toBe('stages');
  });

  it('is somebody else’s when it shares a few of them', async () => {
    for (const text of [
      'partner,name\nnord,A\n',
      'name,status\nDemo,open\n',
      'partner,Name,role,email,phone,champion,qbr\n',
      'id,name,amount\n1,A,5\n',
      '',
    ]) {
      await expect(
        recognised(text).catch(() => undefined),
        text,
      ).resolves.toBeUndefined();
    }
  });
});
