import { DOMParser } from '@xmldom/xmldom';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import { readZip } from '../../src/ooxml/read-zip.ts';
import { validateOffice } from '../ooxml/validate-office.ts';
import { cam, envelope, newFolder, type Answer } from './cam.ts';
import { slidesOf } from './decks.ts';

/** What people paste: markup, quotes, formulas, terminal commands, emoji, right-to-left, halves of characters, far too much. */
const MARKUP = `A & B <b>"bold"</b> 'x' ]]> <script>alert(1)</script> &amp; | * _ \` # =1+1`;
const CONTROLS =
  'bell \u0007 null\u0001 escape \u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b31m \u0085 \u2028 \ufffe back\u0008';
const SCRIPTS = 'emoji 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 עברית \u202emirrored\u202c العربية 日本語 ﬁ ı İ';
const HALVES = 'half \ud83d and \udc4d done';
const HOSTILE = [MARKUP, CONTROLS, SCRIPTS, HALVES].join(' ');
const LONG = `${HOSTILE} ${'endless words and oneverylongwordwithoutanyspaceinit '.repeat(10)}`.slice(0, 480);

const PARTNER = {
  name: LONG.slice(0, 190),
  short_name: MARKUP.slice(0, 28),
  former_names: [{ name: HALVES, until: '2025-01-01' }],
  aliases: [SCRIPTS],
  type: 'var',
  tier: 'gold',
  currency: 'USD',
  agreement_signed: '2024-05-01',
  verticals: [HOSTILE.slice(0, 100)],
  contacts: [
    {
      name: HOSTILE.slice(0, 150),
      role: LONG.slice(0, 200),
      email: 'a@b.example',
      phone: '<1>',
      champion: true,
      qbr: true,
    },
    { name: SCRIPTS, role: HALVES, qbr: true },
  ],
  targets: [{ fiscal_year: 'FY26', agreed: '2025-06-20', annual: 500_000, note: LONG }],
  certifications: [
    { holder: CONTROLS, role: 'sales', name: HOSTILE.slice(0, 190), level: MARKUP, expires: '2026-04-01' },
  ],
  tasks: [{ id: 'T-1', title: LONG.slice(0, 190), due: '2026-03-15' }],
  meetings: [{ kind: 'qbr', quarter: 'FY26-Q3', planned_week: '2026-04-13' }],
  notes: LONG,
};

const promise = (id: string, side: string): object => ({
  id,
  side,
  what: LONG.slice(0, 190),
  owner: SCRIPTS,
  due: '2026-01-31',
  measure: MARKUP,
  made: 'FY26-Q2',
  agreed_by: HALVES,
  result: side === 'partner' ? 'missed' : 'kept',
  what_happened: HOSTILE.slice(0, 190),
  notes: CONTROLS,
});

const REVIEW = {
  date: '2026-04-14',
  next_date: '2026-07-14',
  for_partner: [HOSTILE.slice(0, 150), SCRIPTS],
  for_vendor: [MARKUP, HALVES],
  headlines: { performance: LONG.slice(0, 190), summary: HALVES },
  notes: { performance: [LONG], pipeline: [CONTROLS] },
  decisions: [1, 2, 3].map(() => ({
    text: LONG.slice(0, 190),
    decided_by: SCRIPTS,
    by: '2026-04-30',
    confirmed: true,
  })),
  asks_of_vendor: [
    {
      text: HOSTILE.slice(0, 190),
      why: LONG.slice(0, 190),
      owner: MARKUP,
      answer_by: '2026-04-30',
      agreed_by: HALVES,
      confirmed: true,
    },
  ],
  asks_of_partner: [{ text: SCRIPTS, why: MARKUP, owner: CONTROLS, answer_by: '2026-04-30', confirmed: true }],
  commitments: [
    { side: 'partner', what: LONG.slice(0, 190), owner: SCRIPTS, due: '2026-05-31', measure: MARKUP, confirmed: true },
    {
      side: 'vendor',
      what: HALVES,
      owner: LONG.slice(0, 190),
      due: '2026-05-31',
      measure: SCRIPTS,
      agreed_by: MARKUP,
      confirmed: true,
    },
  ],
  confirmed_by: HOSTILE.slice(0, 100),
  confirmed_on: '2026-02-27',
};

const CAM_YAML = {
  vendor: { name: HOSTILE.slice(0, 150) },
  cam: { name: SCRIPTS, email: 'a@b.example' },
  currency: 'USD',
  fiscal_year: { start_month: 7 },
  stages: [
    { name: MARKUP.slice(0, 40), status: 'open', probability_percent: 30 },
    { name: 'Won <&>', status: 'won' },
    { name: 'Lost', status: 'lost' },
  ],
  as_of: '2026-02-28',
};

describe('a partner whose every field holds what nobody should write', () => {
  let territory: string;
  const run = (...argv: string[]): Promise<Answer> => cam(argv, { in: territory });

  beforeAll(async () => {
    territory = await newFolder();
    const folder = join(territory, 'partners/hostile');
    await mkdir(join(folder, 'qbr'), { recursive: true });
    await writeFile(join(territory, 'cam.yaml'), escaped(CAM_YAML));
    await writeFile(join(folder, 'partner.yaml'), escaped(PARTNER));
    const ledger = { commitments: [promise('C-1', 'partner'), promise('C-2', 'vendor')] };
    await writeFile(join(folder, 'commitments.yaml'), escaped(ledger));
    await writeFile(join(folder, 'qbr/FY26-Q3.yaml'), escaped(REVIEW));
    await writeFile(join(folder, 'deals.csv'), dealsFile());
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

/** Anything a terminal would obey or a file format forbids; line breaks and tabs are ours. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/;

/** Half of a character written as two: no text file can hold it. */
const HALF_CHARACTER = /\p{Surrogate}/u;

/** YAML with every character that is not plain ASCII as an escape: what an editor could never type gets in as well. */
function escaped(data: object): string {
  return stringify(JSON.parse(JSON.stringify(data)), { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).replace(
    /[^\x20-\x7e\n]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function dealsFile(): string {
  const header =
    'source,id,name,account,amount,currency,stage,status,close_date,created_date,owner,product,next_step,last_activity,registration_id';
  const stage = MARKUP.slice(0, 40);
  const row = (id: string, status: string, close: string, amount: number): string =>
    [
      'crm',
      id,
      LONG,
      HOSTILE,
      amount,
      'USD',
      status === 'open' ? stage : 'Won <&>',
      status,
      close,
      '2025-08-01',
      SCRIPTS,
      MARKUP,
      CONTROLS,
      '2026-01-10',
      '<R-1>',
    ]
      .map((cell) => `"${String(cell).replaceAll('"', '""')}"`)
      .join(',');
  const open = Array.from({ length: 22 }, (_, index) =>
    row(`O-${index}`, 'open', index < 3 ? '2026-02-01' : '2026-05-20', 9_000 + index * 1000),
  );
  const won = Array.from({ length: 6 }, (_, index) =>
    row(`W-${index}`, 'won', `2025-${String(7 + index).padStart(2, '0')}-15`, 30_000),
  );
  return `${[header, ...open, ...won].join('\n')}\n`;
}

function wellFormed(xml: string): void {
  new DOMParser({
    onError: (level, message) => {
      // A warning tells of the replacement character, which stands for the halves of characters.
      if (level !== 'warning') throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, 'text/xml');
}
