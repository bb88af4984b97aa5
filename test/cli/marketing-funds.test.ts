import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CommandLine, SharedFlags } from '../../src/cli/command.ts';
import { run as planMarketing } from '../../src/cli/commands/plan/marketing.ts';
import { loadTerritory } from '../../src/input/load-territory.ts';
import { lintPackage } from '../../src/ooxml/lint-package.ts';
import { openSample } from '../artifacts/sample-pages.ts';
import { day } from '../domain/given.ts';
import { territoryOnDisk } from '../input/territory-on-disk.ts';
import { validateOffice } from '../ooxml/validate-office.ts';

const PLAN = `# Talked over with Mara.
quarter: FY26-Q4
currency: USD
goals: [{ id: demand-generation }]
campaigns:
  # the big one
  - id: spring-webinar
    tactic: webinar
    start: 2026-05-12 # a Tuesday
    follow_up: { owner: Ann Tolley }
`;
const FUNDS = `funds:
  - { id: pool, title: Pool of the spring, period: FY26-Q4, approved: 5000, used: 400, expires: 2026-06-30 }
  - { id: earned, partner: acme, kind: coop, period: FY26-Q4, approved: 90000, expires: 2026-06-30 }
`;
const FILLED = [
  'requester=Mara Quellin',
  'description=A customer tells the story',
  'product_focus=Backup',
  'terms_accepted=2026-02-20',
  'brand_approval=2026-02-21',
];
const NEW = 'type: var\nagreement_signed: 2026-01-10\n';

const CONFIG = `vendor: { name: Quillmere Systems }
cam: { name: Ines Albrecht }
currency: USD
fiscal_year: { start_month: 7 }
as_of: 2026-02-28
stages: [{ name: Propose, status: open }, { name: Closed won, status: won }]
`;

function territory(changes: Readonly<Record<string, string>> = {}): Promise<string> {
  return territoryOnDisk({
    'cam.yaml': CONFIG,
    'funds.yaml': FUNDS,
    'partners/acme/partner.yaml': `name: Acme Networks\n${NEW}`,
    'partners/acme/marketing/FY26-Q4.yaml': PLAN,
    'partners/beta/partner.yaml': `name: Beta Systems\n${NEW}`,
    'partners/beta/marketing/FY26-Q4.yaml': PLAN,
    ...changes,
  });
}

function run(root: string, id: string, options: CommandLine['options'], flags: Partial<SharedFlags> = {}) {
  const off = { json: false, quiet: false, noInput: true, force: false, dryRun: false, debug: false };
  return planMarketing({
    args: [id],
    options,
    shared: { ...off, ...flags },
    effects: { currentFolder: root, today: day('2031-12-31'), progress: () => undefined },
    screen: { width: 80, colour: false, unicode: true, interactive: false },
  });
}

const request = (root: string, id: string, filled: readonly string[] = FILLED, flags: Partial<SharedFlags> = {}) =>
  run(root, id, { request: 'spring-webinar', with: filled }, flags);
const decide = (root: string, options: CommandLine['options'], flags: Partial<SharedFlags> = {}) =>
  run(root, 'acme', { decide: 'spring-webinar', ...options }, flags);
const planOf = (root: string, id = 'acme') => readFile(join(root, `partners/${id}/marketing/FY26-Q4.yaml`), 'utf8');
// A new partner asks for at most 3,000 a year: half of a smaller webinar of each case.
const HALF = PLAN.replace('    follow_up', '    funding_share_percent: 50\n    follow_up');
const halves = { 'partners/acme/marketing/FY26-Q4.yaml': HALF, 'partners/beta/marketing/FY26-Q4.yaml': HALF };

describe('cam plan marketing --request', () => {
  it('names every missing field and every rule that does not hold, and writes nothing', async () => {
    const root = await territory();
    const { exitCode, text } = await request(root, 'acme', ['requester=Mara Quellin']);
    expect(exitCode).toBe(1);
    expect(text).toBe(`✗ The request for spring-webinar is not ready. Nothing was written.

  Missing
  · description: what is done, in a sentence or two
  · product_focus: the product it is about
  · terms_accepted: the day on which the partner accepted the terms

  Does not hold
  · With this request $4,050 would be asked for this fiscal year; the most for a
    new partner is $3,000.

  Deserves a look
  · The vendor has not approved the use of its brand yet; it must before 21 Apr
    2026.

  Fill in
  · cam plan marketing acme --request spring-webinar --with requester="First
    Last" …, or in the plan's file under request
`);
    expect(await planOf(root)).toBe(PLAN);
  });

  it('writes it into the plan, where every other byte stays, and as page, workbook and line', async () => {
    const root = await territory(halves);
    const { exitCode, text, files } = await request(root, 'acme');
    expect(exitCode).toBe(0);
    expect(text).toBe(`✓ The request for spring-webinar is submitted: $2,700 of Pool of the spring, to
  be answered by 13 Mar 2026.
  partners/acme/marketing/FY26-Q4.yaml
  Wrote out/acme/mdf-request-spring-webinar.html
  Wrote out/acme/mdf-request-spring-webinar.xlsx
  Wrote out/acme/mdf-request-spring-webinar.csv
`);
    expect(await planOf(root)).toBe(`${HALF}    request:
      fund: pool
      requester: Mara Quellin
      description: A customer tells the story
      product_focus: Backup
      submitted: 2026-02-28
      brand_approval: 2026-02-21
      terms_accepted: 2026-02-20
      status: submitted
      amount_requested: 2700
      reimbursement_percent: 50
      claim_by: 2026-06-26
`);
    expect((await loadTerritory(root)).problems).toEqual([]);
    const plan = { path: join(root, 'partners/acme/marketing/FY26-Q4.yaml'), kind: 'input', partner: 'acme' };
    expect(files).toContainEqual(plan);
    const book = files!.find(({ path }) => path.endsWith('.xlsx'))!;
    expect(lintPackage(await readFile(book.path))).toEqual([]);
    const again = await request(root, 'acme', []);
    expect(again.text).toContain('was submitted already: $2,700 of Pool of the\n  spring, to be answered by');
    await expect(request(root, 'acme')).rejects.toThrow('waits for its answer.');
  });

  it('says on the page in full what proof is asked for: the vendor decides by it', async () => {
    const { files } = await request(await territory(halves), 'acme');
    const page = await readFile(files!.find(({ path }) => path.endsWith('.html'))!.path, 'utf8');
    const { marketingTactics } = (await openSample()).territory;
    const { proof } = marketingTactics.tactics.find(({ id }) => id === 'webinar')!;
    const words = proof.map((kind) => marketingTactics.proof_kinds[kind]!);
    expect(words.length).toBeGreaterThan(1);
    expect(page).toContain(words.join(' · '));
    expect(page).not.toContain('…');
    expect(page.match(/Vendor&#39;s answer|Vendor's answer/g)).toHaveLength(1);
  });

  it('writes days as the territory does', async () => {
    const root = await territory({ ...halves, 'cam.yaml': `${CONFIG}locale: en-US\n` });
    expect((await request(root, 'acme')).text).toContain('by Mar 13, 2026.');
  });

  it('refuses the second of two that together exceed the fund, with the balance and who holds it', async () => {
    const root = await territory(halves);
    await request(root, 'acme');
    const { exitCode, text } = await request(root, 'beta');
    expect(exitCode).toBe(1);
    expect(text).toBe(`✗ The request for spring-webinar is not ready. Nothing was written.

  Does not hold
  · $2,700 is asked for, the fund has $1,900 left.

  Who holds money of pool
  · Acme Networks, Webinar (spring-webinar): $2,700 submitted
`);
    expect(await planOf(root, 'beta')).toBe(HALF);
    await decide(root, { answer: 'declined', why: 'not this year' });
    expect((await request(root, 'beta')).exitCode).toBe(0);
  });

  it('writes nothing on a dry run', async () => {
    const root = await territory(halves);
    const { text, files } = await request(root, 'acme', FILLED, { dryRun: true });
    expect(text).toContain('would be submitted: $2,700');
    expect(files).toEqual([]);
    expect(await planOf(root)).toBe(HALF);
  });

  it('lets no text run as a formula in the line for funding systems', async () => {
    const root = await territory(halves);
    await request(root, 'acme', [
      ...FILLED.slice(2),
      'requester==HYPERLINK("http://x")',
      'description=-2+3 "quoted", twice',
    ]);
    const line = await readFile(join(root, 'out/acme/mdf-request-spring-webinar.csv'), 'utf8');
    expect(line).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(line).toContain(`"'-2+3 ""quoted"", twice"`);
    expect(line.split('\n')[1]).toMatch(/,5400,2700,2700,50,60,10\.5,5\.25,3\.15,0\.7875,75600,18900,/);
  });

  it('prints a description of 500 characters whole on the form', async () => {
    const root = await territory(halves);
    const words = 'A customer tells the story. '.repeat(17).trim();
    await request(root, 'acme', [...FILLED.filter((pair) => !pair.startsWith('description=')), `description=${words}`]);
    expect(await readFile(join(root, 'out/acme/mdf-request-spring-webinar.html'), 'utf8')).toContain(words);
  });

  it('takes co-op only where it is asked for by name, and keeps it apart from MDF', async () => {
    const root = await territory({ ...halves, 'funds.yaml': FUNDS.replace('approved: 5000', 'approved: 500') });
    const { text } = await request(root, 'acme', [...FILLED, 'fund=earned']);
    expect(text).toContain('is submitted: $2,700 of earned');
    const page = await readFile(join(root, 'out/acme/mdf-request-spring-webinar.html'), 'utf8');
    expect(page).toContain('Request for co-op funds');
  });

  it('knows its fields, its campaigns and its plans', async () => {
    const root = await territory();
    await expect(request(root, 'acme', ['color=red'])).rejects.toMatchObject({
      message: '"color" is no field of a request.',
      remedy:
        'Fields: fund, requester, description, product_focus, reimbursement_percent, brand_approval, terms_accepted, claim_by.',
    });
    await expect(request(root, 'acme', ['terms_accepted=yesterday'])).rejects.toThrow('terms_accepted:');
    await expect(run(root, 'acme', { request: 'spring-webinars' })).rejects.toMatchObject({
      message: 'Acme Networks plans no campaign "spring-webinars".',
      remedy: 'Did you mean spring-webinar?',
    });
    await expect(run(root, 'acme', { request: 'x', quarter: 'FY26-Q1' })).rejects.toMatchObject({
      message: 'Acme Networks has no marketing plan for FY26-Q1.',
      remedy: 'Make one first: cam plan marketing acme',
    });
  });
});

describe('the answer to a request and the claim after it', () => {
  it('a rejected one is corrected and sent again, a declined one is closed', async () => {
    const root = await territory(halves);
    await expect(decide(root, { answer: 'approved' })).rejects.toThrow(
      'The request for spring-webinar was never submitted: there is nothing to answer.',
    );
    await request(root, 'acme');
    await expect(decide(root, { answer: 'rejected' })).rejects.toThrow('Why was it rejected?');
    const { text } = await decide(root, { answer: 'rejected', why: 'No customer named', by: 'Lena Farrow' });
    expect(text).toBe(`✓ The request for spring-webinar is rejected.

  Next
  · Correct it, then send it again: cam plan marketing acme --request
    spring-webinar
  partners/acme/marketing/FY26-Q4.yaml
`);
    expect(await planOf(root)).toContain('decided_by: Lena Farrow\n      reason: No customer named\n');
    expect((await request(root, 'acme', [])).exitCode).toBe(0);
    expect(await planOf(root)).not.toContain('No customer named');
    await decide(root, { answer: 'declined', why: 'Not this year' });
    await expect(request(root, 'acme', [])).rejects.toMatchObject({
      message: 'The request for spring-webinar was declined on 28\u00a0Feb\u00a02026.',
      remedy: 'A declined request is closed; plan another campaign.',
    });
  });

  it('approves at most what was asked for', async () => {
    const root = await territory(halves);
    await request(root, 'acme');
    await expect(decide(root, { answer: 'approved', amount: '2,800' })).rejects.toThrow(
      '$2,800 is more than the $2,700 that was asked for.',
    );
    await expect(decide(root, { answer: 'maybe' })).rejects.toThrow('"maybe" is no answer.');
    expect((await decide(root, { answer: 'approved', amount: '2500' })).text).toContain('is approved: $2,500.');
  });

  it('claims what was approved once proof, invoices and counts are there, and records the payment', async () => {
    const root = await territory(halves);
    await request(root, 'acme');
    await decide(root, { answer: 'approved', amount: '2500' });
    const late = { asOf: day('2026-05-20') };
    const claim = { claim: 'spring-webinar', cost: '5210' };
    const refused = await run(root, 'acme', { ...claim, proof: 'screenshots, invoices,lead-list' }, late);
    expect(refused.exitCode).toBe(1);
    expect(refused.text).toBe(`✗ The claim of spring-webinar is not ready. Nothing was written.

  To be mended
  · No invoice is named.
  · Proof is missing: Names and companies of those present, with date
    (attendance-list).
  · How many leads came is not known: Inquiry has no number.

  Record what came
  · cam plan marketing acme --quarter FY26-Q4 --verify
`);
    const path = join(root, 'partners/acme/leads.csv');
    await writeFile(
      path,
      'source,id,created_date,stage,campaign\ncrm,1,2026-05-13,mql,spring-webinar\ncrm,2,2026-05-14,inquiry,spring-webinar\n',
    );
    const done = await run(root, 'acme', { ...claim, proof: 'all', invoices: '8812, 8813' }, late);
    expect(done.text).toBe(`✓ $2,500 is claimed for spring-webinar.
  partners/acme/marketing/FY26-Q4.yaml
  Wrote out/acme/mdf-claim-spring-webinar.html
  Wrote out/acme/mdf-claim-spring-webinar.xlsx
  Wrote out/acme/mdf-claim-spring-webinar.csv
`);
    const form = await readFile(join(root, 'out/acme/mdf-claim-spring-webinar.xlsx'));
    expect(await validateOffice(form, 'xlsx')).toEqual([]);
    expect(await planOf(root)).toContain('actual_cost: 5210');
    expect((await loadTerritory(root)).problems).toEqual([]);
    await expect(run(root, 'acme', claim, late)).rejects.toThrow(
      'The request for spring-webinar is claimed: only what is approved can be claimed.',
    );
    expect((await decide(root, { answer: 'paid' }, late)).text).toContain(
      'The claim of spring-webinar is paid: $2,500.',
    );
    await expect(decide(root, { answer: 'paid' }, late)).rejects.toThrow('Nothing of spring-webinar waits to be paid.');
  });
});

describe('a command line about funds that cannot be meant', () => {
  const refusal = async (options: CommandLine['options'], id?: string) => {
    const failed = await run(await territory(), id ?? 'acme', options).catch((error: unknown) => error);
    const { kind, message, remedy } = failed as {
      readonly kind: string;
      readonly message: string;
      readonly remedy?: string;
    };
    return [kind, message, ...(remedy === undefined ? [] : [remedy])];
  };

  it.each([
    [
      'asks for two things at once',
      { request: 'spring-webinar', claim: 'spring-webinar' },
      ['--request and --claim do not go together.', 'Do one at a time.'],
    ],
    [
      'asks for all three at once',
      { request: 'a', decide: 'b', claim: 'c' },
      ['--request and --decide and --claim do not go together.', 'Do one at a time.'],
    ],
    [
      'gives a field no value',
      { request: 'spring-webinar', with: ['requester'] },
      ['"requester" is no field with its value.', 'Write it as field=value.'],
    ],
    [
      'gives no answer',
      { decide: 'spring-webinar' },
      ['What was the answer?', 'Say --answer approved, rejected, declined, paid.'],
    ],
    [
      'gives an answer there is none of',
      { decide: 'spring-webinar', answer: 'maybe' },
      ['"maybe" is no answer.', 'Say --answer approved, rejected, declined, paid.'],
    ],
    [
      'approves an amount that is none',
      { decide: 'spring-webinar', answer: 'approved', amount: 'half' },
      ['--amount: "half" is no amount.', 'Write it as --amount 5400.'],
    ],
    ['claims without the cost', { claim: 'spring-webinar' }, ['What did it cost in all?', 'Say it: --cost 5400']],
    [
      'claims a cost of nothing',
      { claim: 'spring-webinar', cost: '0' },
      ['--cost: "0" is no amount.', 'Write it as --cost 5400.'],
    ],
    [
      'claims for a campaign of another name',
      { claim: 'autumn', cost: '5400' },
      ['Acme Networks plans no campaign "autumn".', 'Campaigns: spring-webinar.'],
    ],
  ])('%s', async (_, options, words) => {
    expect(await refusal(options)).toEqual(['usage', ...words]);
  });

  it.each([
    [
      'decides before anything was asked',
      { decide: 'spring-webinar', answer: 'approved' },
      [
        'The request for spring-webinar was never submitted: there is nothing to answer.',
        'Submit it: cam plan marketing acme --request spring-webinar',
      ],
    ],
    [
      'claims before anything was approved',
      { claim: 'spring-webinar', cost: '5400' },
      ['The request for spring-webinar was never submitted: only what is approved can be claimed.'],
    ],
    [
      'pays what was never claimed',
      { decide: 'spring-webinar', answer: 'paid' },
      ['Nothing of spring-webinar waits to be paid.'],
    ],
  ])('%s', async (_, options, words) => {
    expect(await refusal(options)).toEqual(['data', ...words]);
  });

  it('names a kind of proof that does not exist', async () => {
    const root = await territory(halves);
    await request(root, 'acme');
    await decide(root, { answer: 'approved' });
    const claim = (proof: string) =>
      run(root, 'acme', { claim: 'spring-webinar', cost: '5400', proof }, { asOf: day('2026-05-20') });
    await expect(claim('invoice')).rejects.toMatchObject({
      kind: 'usage',
      message: '"invoice" is no kind of proof.',
      remedy: 'Did you mean invoices?',
    });
    await expect(claim('invoices,a postcard')).rejects.toMatchObject({
      message: '"a postcard" is no kind of proof.',
      remedy: expect.stringMatching(/^Kinds: attendance-list, photos, .*customer-list\.$/),
    });
  });
});
