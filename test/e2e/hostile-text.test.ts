import { DOMParser } from '@xmldom/xmldom';
import { parse as parseCsv } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import { readZip } from '../../src/ooxml/read-zip.ts';
import { validateOffice } from '../ooxml/validate-office.ts';
import { cam, envelope, newFolder, type Answer } from './cam.ts';
import { slidesOf } from './decks.ts';
import { writeHostileTerritory } from './hostile-territory.ts';
describe('a partner whose every field holds what nobody should write', () => {
  let territory: string;
  const run = (...argv: string[]): Promise<Answer> => cam(argv, { in: territory });

  beforeAll(async () => {
    territory = await newFolder();
    await writeHostileTerritory(territory);
  });

  it('passes the check, or the check says where it does not, in words a terminal can show', async () => {
    const { code, out } = await run('check');
    expect(out).not.toMatch(CONTROL);
    expect([code, out]).toEqual([0, expect.anything()]);
  });

  it.each(['partner', 'internal'])(
    'gets a deck in the %s edition that is whole, sound and draws nothing of it as markup',
    async (edition) => {
      const { code, out, err } = await run('qbr', 'hostile', '--edition', edition);
      expect([code, err]).toEqual([0, expect.any(String)]);
      expect(out + err).not.toMatch(CONTROL);
      const path = join(territory, `out/hostile/qbr-FY26-Q3${edition === 'internal' ? '-internal' : ''}.pptx`);
      const bytes = readFileSync(path);
      expect(lintPackage(bytes)).toEqual([]);
      expect(await validateOffice(bytes)).toEqual([]);
      for (const [part, content] of readZip(bytes)) {
        if (/\.(xml|rels)$/.test(part)) expect(() => wellFormed(new TextDecoder().decode(content)), part).not.toThrow();
      }
      const words = slidesOf(path).join('\n');
      expect(words).toContain('A & B <b>');
      expect(words).toContain('3 qualified leads');
      expect(words).not.toMatch(CONTROL);
    },
  );

  it('gets a scorecard whose HTML shows the markup as text', async () => {
    expect((await run('scorecard', 'performance', 'hostile', '--format', 'html,md,json')).code).toBe(0);
    const html = page('html');
    expect(html).not.toMatch(/<script|<b>"bold/i);
    expect(html).toContain('&lt;b&gt;');
    expect(html).not.toMatch(CONTROL);
    expect(html).not.toMatch(HALF_CHARACTER);
  });

  it('gets Markdown and JSON that stay whole', () => {
    const markdown = page('md');
    expect(markdown).not.toMatch(CONTROL);
    expect(markdown).not.toMatch(/(?<!\\)<script/);
    // A table row has as many cells as its header, whatever the text holds.
    for (const table of markdown.match(/(?:^\|.*\n)+/gm) ?? []) {
      const cells = table
        .trimEnd()
        .split('\n')
        .map((row) => row.replaceAll('\\|', '').split('|').length);
      expect(new Set(cells).size, table).toBe(1);
    }
    const data = JSON.parse(page('json')) as { partner: { name: string } };
    expect(data.partner.name).not.toMatch(HALF_CHARACTER);
  });

  it.each([
    [[]],
    [['partner', 'list']],
    [['partner', 'show', 'hostile']],
    [['scorecard', 'performance', 'hostile']],
    [['scorecard', 'performance', 'hostile', '--edition', 'internal']],
    [['why', 'hostile', 'coverage']],
    [['why', 'hostile', 'coverage', '--format', 'md']],
  ])('cannot move the cursor, set colours or the title of a terminal: cam %j', async (argv) => {
    const { code, out, err } = await run(...argv);
    expect(code).toBe(0);
    expect(out + err).not.toMatch(CONTROL);
    expect(out).not.toMatch(/NaN|undefined|\[object/);
    expect(out).not.toMatch(HALF_CHARACTER);
  });

  it.each(['FY26-Q3', 'FY26-Q4'])(
    'gets a marketing plan of %s whose page, workbook and calendar are whole',
    async (quarter) => {
      const argv = ['plan', 'marketing', 'hostile', '--quarter', quarter, '--edition', 'internal'];
      const { code, out, err } = await run(...argv, '--format', 'terminal,html,md,json,xlsx', '--ics', 'plan.ics');
      expect([code, out]).toEqual([0, expect.any(String)]);
      expect(out + err).not.toMatch(CONTROL);
      expect(out).not.toMatch(/NaN|undefined|\[object/);
      const file = (extension: string) =>
        join(territory, `out/hostile/marketing-plan-${quarter}-internal.${extension}`);
      expectHarmless(readFileSync(file('html'), 'utf8'));
      expect(readFileSync(file('md'), 'utf8')).not.toMatch(/(?<!\\)<script/);
      expect(JSON.parse(readFileSync(file('json'), 'utf8'))).toBeTypeOf('object');
      await expectSound(readFileSync(file('xlsx')));
      const calendar = readFileSync(join(territory, 'plan.ics'), 'utf8');
      expect(calendar.replaceAll('\r\n', '')).not.toMatch(CONTROL);
      expect(calendar.split('\r\n').filter((line) => !/^(?:[A-Z-]+[:;]| |$)/.test(line))).toEqual([]);
    },
  );

  it('asks for funds with a form, a workbook and a line in which no text draws or runs', async () => {
    const { code, out, err } = await run('plan', 'marketing', 'hostile', '--request', 'spring');
    expect([code, out + err]).toEqual([0, expect.any(String)]);
    expect(out + err).not.toMatch(CONTROL);
    const file = (extension: string) => readFileSync(join(territory, `out/hostile/mdf-request-spring.${extension}`));
    expectHarmless(file('html').toString());
    await expectSound(file('xlsx'));
    const rows = parseCsv(
      file('csv')
        .toString()
        .replace(/^\ufeff/, ''),
    ) as readonly string[][];
    expect(rows).toHaveLength(2);
    expect(rows.flat().filter((cell) => /^[=+@\t]|^-(?!\d)/.test(cell))).toEqual([]);
    expect(rows.flat().join('')).not.toMatch(CONTROL);
  });

  it('is one sound JSON object to a script', async () => {
    for (const argv of [['partner', 'show', 'hostile'], ['why', 'hostile', 'open_pipeline'], ['check']]) {
      expect(envelope(await run(...argv, '--json')).schemaVersion).toBe(1);
    }
  });

  it('cannot draw through what is typed either', async () => {
    const { code, err } = await run('partner', 'show', 'no\u001b[2Jbody');
    expect(code).toBe(2);
    expect(err).not.toMatch(CONTROL);
  });

  function page(extension: string): string {
    return readFileSync(join(territory, `out/hostile/performance-scorecard-FY26-Q3.${extension}`), 'utf8');
  }
});

function expectHarmless(html: string): void {
  expect(html).not.toMatch(/<script|<b>"bold/i);
  expect(html).toContain('&lt;b&gt;');
  expect(html).not.toMatch(CONTROL);
  expect(html).not.toMatch(HALF_CHARACTER);
}

/** A workbook that Excel takes, of which every part is XML. */
async function expectSound(workbook: Uint8Array): Promise<void> {
  expect(lintPackage(workbook)).toEqual([]);
  expect(await validateOffice(workbook, 'xlsx')).toEqual([]);
  for (const [part, content] of readZip(workbook)) {
    if (/\.(xml|rels)$/.test(part)) expect(() => wellFormed(new TextDecoder().decode(content)), part).not.toThrow();
  }
}

/** Anything a terminal would obey or a file format forbids; line breaks and tabs are ours. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/;

/** Half of a character written as two: no text file can hold it. */
const HALF_CHARACTER = /\p{Surrogate}/u;

function wellFormed(xml: string): void {
  new DOMParser({
    onError: (level, message) => {
      // A warning tells of the replacement character, which stands for the halves of characters.
      if (level !== 'warning') throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, 'text/xml');
}
