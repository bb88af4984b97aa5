import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { camConfigSchema } from '../../src/schema/cam-config.ts';
import { DEAL_COLUMNS } from '../../src/schema/deal.ts';
import { numbers, readPartner, SAMPLES, TERRITORY } from './read-sample.ts';

const fresh = mkdtempSync(join(tmpdir(), 'sample-territory-'));
afterAll(() => rmSync(fresh, { recursive: true, force: true }));

describe('the sample territory', () => {
  it('is what its script writes today, file by file', () => {
    execFileSync(process.execPath, [join(SAMPLES, 'make-territory.mjs'), fresh]);
    const written = filesIn(fresh);
    expect(filesIn(TERRITORY)).toEqual(written);
    for (const file of written) {
      expect(readFileSync(join(TERRITORY, file), 'utf8'), file).toBe(readFileSync(join(fresh, file), 'utf8'));
    }
  });

  it('names its program, its account manager and the day it speaks of', () => {
    const config = camConfigSchema.parse(parseYaml(readFileSync(join(TERRITORY, 'cam.yaml'), 'utf8')));
    expect(config).toMatchObject({
      vendor: { name: 'Quillmere Systems' },
      cam: { name: 'Ines Albrecht' },
      currency: 'USD',
      rates: [{ from: 'EUR', to: 'USD', rate: 1.1 }],
      fiscal_year: { start_month: 7, named_after: 'end' },
      as_of: '2026-02-28',
    });
  });

  it('has a folder for each of the twelve partners and for nobody else', () => {
    expect(readdirSync(join(TERRITORY, 'partners')).sort()).toEqual(numbers.partners.map(({ id }) => id).sort());
  });

  it('names the schema of each YAML file in its first line', () => {
    for (const file of filesIn(TERRITORY).filter((name) => name.endsWith('.yaml'))) {
      const folder = /(?:^|\/)(qbr|assessments|business-plans|marketing|channel)\//.exec(file)?.[1];
      const schemas = {
        qbr: 'qbr',
        assessments: 'assessment',
        'business-plans': 'business-plan',
        marketing: 'marketing-plan',
        channel: 'channel-mgo',
      };
      const own = schemas[folder as keyof typeof schemas];
      const schema = own ?? file.replace(/.*\//, '').replace('.yaml', '');
      const upwards = '../'.repeat(file.split('/').length - 1);
      const [first] = readFileSync(join(TERRITORY, file), 'utf8').split('\n', 1);
      expect(first, file).toBe(`# yaml-language-server: $schema=${upwards}.cam/schemas/${schema}.json`);
    }
  });

  it('has plain UTF-8 tables with line feeds and canonical columns in their order', () => {
    for (const file of filesIn(TERRITORY).filter((name) => name.endsWith('.csv'))) {
      const text = readFileSync(join(TERRITORY, file), 'utf8');
      expect(text, file).not.toMatch(/\r|\ufeff|\ufffd/);
      expect(text.endsWith('\n'), file).toBe(true);
    }
    for (const { id } of numbers.partners) {
      const { columns } = readPartner(id);
      expect(columns).toEqual(DEAL_COLUMNS.filter((column) => columns.includes(column)));
    }
  });

  it('gives a deal one id in the whole territory, and no account to two partners', () => {
    const all = numbers.partners.flatMap(({ id }) => readPartner(id).deals.map((deal) => ({ partner: id, ...deal })));
    expect(new Set(all.map(({ source, id }) => `${source}:${id}`)).size).toBe(all.length);
    const owners = new Map<string, Set<string>>();
    for (const deal of all) owners.set(deal.account!, (owners.get(deal.account!) ?? new Set()).add(deal.partner));
    expect([...owners].filter(([, partners]) => partners.size > 1)).toEqual([]);
  });

  it('uses only stages that cam.yaml knows, with the status and odds it gives them', () => {
    const { stages } = camConfigSchema.parse(parseYaml(readFileSync(join(TERRITORY, 'cam.yaml'), 'utf8')));
    for (const { id } of numbers.partners) {
      for (const deal of readPartner(id).deals) {
        const stage = stages.find(({ name }) => name === deal.stage);
        expect(stage, `${id} ${deal.id} ${deal.stage}`).toMatchObject({
          status: deal.status,
          probability_percent: deal.probability_percent,
        });
      }
    }
  });

  it('tells no deal backwards: created, then touched, then closed', () => {
    for (const { id } of numbers.partners) {
      for (const deal of readPartner(id).deals) {
        const text = `${id} ${deal.id}`;
        expect(deal.created_date! <= '2026-02-28', text).toBe(true);
        if (deal.status !== 'open') expect(deal.created_date! < deal.close_date!, text).toBe(true);
        if (deal.last_activity) expect(deal.last_activity >= deal.created_date!, text).toBe(true);
        if (deal.last_activity) expect(deal.last_activity <= '2026-02-28', text).toBe(true);
      }
    }
  });

  it('leaves out on purpose what was not loaded', () => {
    const facts = (id: string, metric: string) => readPartner(id).facts?.filter((fact) => fact.metric === metric);
    expect(readPartner('kestrowe-digital').columns).not.toContain('last_activity');
    expect(readPartner('kestrowe-digital').partner.targets).toEqual([]);
    for (const id of ['kestrowe-digital', 'hollin-bay-systems', 'okonjo-advisory']) {
      expect(readPartner(id).facts, id).toBeUndefined();
    }
    expect(facts('continental-trade-distribution', 'planned_product_new')).toEqual([]);
    expect(facts('cobaltine-networks', 'partner_profit_actual')).toEqual([]);
    expect(facts('cobaltine-networks', 'partner_profit_planned')).toHaveLength(4);
  });

  it('states known zeros: Hollin Bay once sold and has no open deal, Kestrowe has no certification', () => {
    const { deals, columns } = readPartner('hollin-bay-systems');
    expect(deals.map(({ status }) => status)).toEqual(deals.map(() => 'won'));
    expect(columns).toContain('last_activity');
    expect(readPartner('kestrowe-digital').partner.certifications).toEqual([]);
    expect(readPartner('kestrowe-digital').commitments).toEqual([]);
  });

  it('holds only confirmed lines that fit their slide in the two prepared reviews', () => {
    for (const { id, confirmed_by_cam: confirmed } of numbers.partners) {
      const [review, ...others] = readPartner(id).reviews;
      expect(others).toEqual([]);
      if (!confirmed || !review) {
        expect(review, id).toBe(confirmed);
        continue;
      }
      const { decisions, asks_of_vendor: ofVendor, asks_of_partner: ofPartner, commitments } = review;
      expect([decisions, ofVendor, ofPartner].map((lines) => lines.length)).toEqual(Object.values(confirmed));
      const lines = [...decisions, ...ofVendor, ...ofPartner, ...commitments];
      expect(lines.filter((line) => !line.confirmed)).toEqual([]);
      expect(decisions.filter(({ text }) => text.length > 48)).toEqual([]);
      expect([...ofVendor, ...ofPartner].filter(({ text, why }) => text.length > 52 || why!.length > 64)).toEqual([]);
      expect(commitments.filter((line) => line.side === 'vendor' && !line.agreed_by)).toEqual([]);
      expect(review.next_date! >= numbers.partners.find((p) => p.id === id)!.qbr_planned_week).toBe(true);
    }
  });
});

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
}
