import { describe, expect, it } from 'vitest';
import { renderPage } from '../../../src/app/pages/render-page.ts';
import type { ArtifactInput } from '../../../src/artifacts/artifact.ts';
import { handover, packDocument, packLine } from '../../../src/artifacts/handover/index.ts';
import { dueNext } from '../../../src/artifacts/handover/due-next.ts';
import type { Block } from '../../../src/document/block.ts';
import type { Document } from '../../../src/document/document.ts';
import { blocksInOrder } from '../../../src/document/page-order.ts';
import { computePerformance } from '../../../src/domain/performance/performance.ts';
import type { Activity } from '../../../src/schema/activity.ts';
import type { Registration } from '../../../src/schema/registration.ts';
import { formatSentence } from '../../../src/units/format.ts';
import { findBrowser, sheetsOf } from '../../render/html/printed-page.ts';
import { day, givenConfig, givenTarget, lost, open, won } from '../../domain/given.ts';
import { givenInput, type PartnerCase } from '../given-input.ts';
import { openSample, pagesOf, sectionOf } from '../sample-pages.ts';

const format = { locale: 'en-GB' } as const;
const browser = findBrowser();

function resultOf(input: ArtifactInput, colleague?: string) {
  const performance = computePerformance(input);
  return handover.compute(input, { performance, ...(colleague !== undefined && { colleague }) });
}

function pageOf(given: PartnerCase | ArtifactInput, colleague?: string): Document {
  const input = 'review' in given && 'files' in given ? (given as ArtifactInput) : givenInput(given as PartnerCase);
  return handover.toDocument(resultOf(input, colleague), 'internal');
}

const blocks = (document: Document, section: string): readonly Block[] => blocksInOrder(sectionOf(document, section));
const bullets = (document: Document, section: string): string[] =>
  blocks(document, section).flatMap((block) =>
    block.kind === 'bullets' ? block.items.map((item) => formatSentence(item, format)) : [],
  );
const paragraphs = (document: Document): string[] =>
  document.sections
    .flatMap(blocksInOrder)
    .flatMap((block) => (block.kind === 'paragraph' ? [formatSentence(block.text, format)] : []));
const rows = (document: Document, section: string, key: string): unknown[] =>
  blocks(document, section).flatMap((block) =>
    block.kind === 'table' ? block.rows.map(({ cells }) => Object.values(cells[key]?.value ?? {})[1]) : [],
  );

/** Each stands in a field that is the owner's alone. */
const SECRET = {
  partnerNotes: 'Canary-partner-notes',
  targetNote: 'Canary-target-note',
  email: 'canary@secret.example',
  phone: '+41 555 0199 canary',
  camEmail: 'canary-cam@secret.example',
  commitmentNotes: 'Canary-commitment-notes',
  activityNotes: 'Canary-activity-notes',
  activitySubject: 'Canary-activity-subject',
  reviewNote: 'Canary-review-note',
  proposal: 'Canary-proposal',
  dealOwner: 'Canary-deal-owner',
  leadSource: 'Canary-lead-source',
  otherPartner: 'canary-other-partner',
} as const;

const config = givenConfig({
  cam: { name: 'Ines Albrecht', email: SECRET.camEmail, quota: { FY26: 87_654_321 } },
  stages: [
    { name: 'Qualify', status: 'open', probability_percent: 41.71 },
    { name: 'Closed Won', status: 'won' },
  ],
});

const FULL: PartnerCase = {
  config,
  exports: ['2026-02-27'],
  partner: {
    name: 'Acme Networks',
    former_names: [{ name: 'Acme Systems', until: '2024-12-31' }],
    aliases: ['ACME'],
    notes: SECRET.partnerNotes,
    tier: 'silver',
    agreement_signed: '2023-05-01',
    targets: [{ ...givenTarget({ annual: 900_000 }), fiscal_year: 'FY26', note: SECRET.targetNote }],
    contacts: [
      { name: 'Jo Lind', role: 'Sales', email: SECRET.email, phone: SECRET.phone },
      { name: 'Ada Berg', role: 'Owner', champion: true, qbr: true },
    ],
    certifications: [
      { holder: 'Jo Lind', role: 'sales', expires: '2026-03-31' },
      { holder: 'Ada Berg', role: 'technical', expires: '2025-11-30' },
      { holder: 'Ola Nord', role: 'technical', expires: '2027-11-30' },
    ],
    tasks: [
      { id: 'demo', title: 'Give the demo', due: '2026-02-01' },
      { id: 'plan', title: 'Plan', due: '2026-01-01', done: '2026-01-02' },
      { id: 'later', title: 'Later', due: '2026-12-01' },
    ],
    meetings: [
      { kind: 'qbr', quarter: 'FY26-Q2', date: '2026-01-12', held: true },
      { kind: 'qbr', quarter: 'FY26-Q3', planned_week: '2026-04-13' },
    ],
  },
  deals: [
    won('2025-10-10', 500_000, { owner: SECRET.dealOwner, lead_source: SECRET.leadSource }),
    open('2026-04-10', 20_000, { account: 'Small', next_step: 'Call on Monday', probability_percent: 61.83 }),
    open('2026-01-10', 80_000, { account: 'Large', other_partners: `${SECRET.otherPartner}:influenced` }),
    open('2026-05-10', undefined, { account: 'Unknown size', stage: 'Qualify' }),
  ],
  commitments: {
    commitments: [
      commitment('c1', 'vendor', 'Ten leads', '2026-01-31', { notes: SECRET.commitmentNotes }),
      commitment('c2', 'partner', 'Hire a seller', '2026-04-30'),
      commitment('c3', 'partner', 'Done already', '2026-01-15', { result: 'kept', closed: '2026-01-14' }),
      commitment('c4', 'partner', 'Noted later', '2026-02-15', { result: 'kept', closed: '2026-03-02' }),
    ],
  },
  review: {
    notes: { summary: [SECRET.reviewNote] },
    asks_of_partner: [{ text: SECRET.proposal }],
    commitments: [{ side: 'vendor', what: SECRET.proposal }],
  },
};

function commitment(id: string, side: string, what: string, due: string, more: Record<string, unknown> = {}) {
  return { id, side, what, owner: 'Somebody', due, made: 'FY26-Q2', ...more };
}

function fullInput(): ArtifactInput {
  const input = givenInput(FULL);
  const activity = { source: 'cam', id: '1', notes: SECRET.activityNotes, subject: SECRET.activitySubject };
  const registration = { source: 'portal', id: 'R1', account: 'Large', status: 'approved' as const };
  return {
    ...input,
    files: {
      ...input.files,
      activities: {
        path: 'partners/acme/activities.csv',
        columns: new Set<keyof Activity>(['source', 'id', 'date']),
        rows: [
          { ...activity, date: day('2026-01-05') },
          { ...activity, id: '2', date: day('2026-03-20') },
        ],
      },
      registrations: {
        path: 'partners/acme/registrations.csv',
        columns: new Set<keyof Registration>(['source', 'id']),
        rows: [
          { ...registration, expires: day('2026-03-10') },
          { ...registration, id: 'R2', status: 'expired', expires: day('2026-03-11') },
        ],
      },
    },
  };
}

describe('the handover page', () => {
  const page = pageOf(fullInput(), 'Jonas Weber');

  it('is internal and names who hands over to whom', () => {
    expect(page).toMatchObject({
      id: 'handover',
      edition: 'internal',
      title: 'Handover from Ines Albrecht to Jonas Weber',
    });
    expect(pageOf(FULL).title).toBe('Handover from Ines Albrecht');
  });

  it('says who they are, with former names, and whom to call first', () => {
    expect(bullets(page, 'profile')).toEqual([
      'Reseller, Silver, managed coverage',
      'Stage Sales motivation: 1 deal won in 12 months, 0 target accounts agreed, 0 registered deals open',
      'Partner since 1\u00a0May\u00a02023',
      'Formerly Acme Systems (until 2024-12-31)',
      'Also known as ACME',
      'Last contact on 5\u00a0Jan\u00a02026',
    ]);
    expect(rows(page, 'profile', 'name')).toEqual(['Ada Berg', 'Jo Lind']);
    expect(rows(page, 'profile', 'mark')).toEqual(['champion', undefined]);
  });

  it('has a review ahead that was held later than the day looked at', () => {
    const due = (on: string) => dueNext(fullInput().files, day(on), new Set()).map(({ what }) => what);
    expect(due('2026-01-11')).toContain('Quarterly review of FY26-Q2');
    expect(due('2026-01-12')).not.toContain('Quarterly review of FY26-Q2');
  });

  it('lists what is overdue and what falls due within 90 days, and nothing that is done or over', () => {
    expect(rows(page, 'due', 'what')).toEqual([
      'Task: Give the demo',
      'Registration ends: Large',
      'Jo Lind: sales certificate ends',
      'Quarterly review of FY26-Q3 in the week from this day',
    ]);
    const [table] = blocks(page, 'due');
    expect(table?.kind === 'table' && table.rows.map(({ cells }) => cells['status']?.status?.word)).toEqual([
      'overdue',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('lists the open deals by size with their next step; one without an amount comes last', () => {
    expect(rows(page, 'deals', 'account')).toEqual(['Large', 'Small', 'Unknown size']);
    expect(rows(page, 'deals', 'next')).toEqual([undefined, 'Call on Monday', undefined]);
  });

  it('lists the commitments of both sides that were open on the day, the first due first', () => {
    expect(rows(page, 'commitments', 'what')).toEqual(['Ten leads', 'Noted later', 'Hire a seller']);
    expect(rows(page, 'commitments', 'side')).toEqual(['Quillmere Systems', 'Acme Networks', 'Acme Networks']);
  });

  it('tells losses without amounts from few losses', () => {
    const wins = Array.from({ length: 10 }, () => won('2025-05-10', 100));
    const losses = Array.from({ length: 10 }, () => lost('2025-11-10', 0));
    const said = (deals: PartnerCase['deals']) => bullets(pageOf({ deals }), 'due').join(' ');
    expect(said([...wins, ...losses])).toContain('Its losses carry no amounts, so its own win rate is not used.');
    expect(said(wins)).toContain('Few losses are logged, so its own win rate is not used.');
  });

  it('says what asks for a look', () => {
    expect(bullets(page, 'due')).toEqual([
      'Bookings are at 84\u00a0% of plan to date.',
      'Coverage is 0.1x, 3.0x is needed.',
      '1 open deal is past the close date.',
      '2 open deals have no next step.',
      '1 deal was won without a registration.',
      '1 commitment of ours is overdue.',
      "1 commitment of the partner's is overdue.",
      '1 certificate has run out.',
      'The last contact was on 5\u00a0Jan\u00a02026.',
    ]);
  });

  it.each(['html', 'md', 'json'] as const)('holds no private note, address or odds as %s', async (kind) => {
    const text = String(await renderPage(page, kind));
    const odds = ['61.83', '0.6183', '41.71', '0.4171', 'crm_weighted', '87654321', '87,654,321'];
    expect([...Object.values(SECRET), ...odds].filter((secret) => text.includes(secret))).toEqual([]);
    // Machines get the figures alone.
    for (const words of ['Call on Monday', 'Ten leads']) expect(text.includes(words)).toBe(kind !== 'json');
  });
});

describe('a partner of whom little is known', () => {
  it('is handed over with what is known, and unknown is not said as zero', async () => {
    const page = pageOf({});
    expect(formatSentence(page.sections[0]!.headline, format)).toBe('Nothing is known yet of what Acme Networks sells');
    expect(paragraphs(page)).toEqual([
      'Nobody there is noted in the profile.',
      'Nothing is noted for the next 90 days.',
      'Nothing asks for a look.',
      'No deals are loaded.',
      'No commitments are recorded.',
    ]);
    expect(String(await renderPage(page, 'html'))).not.toMatch(/\$0|undefined|NaN/);
  });

  it('has nothing due but what stands in its own part of the page', () => {
    const said = (given: PartnerCase) =>
      paragraphs(pageOf(given)).find((words) => words.startsWith('Nothing is noted'));
    const promised = (due: string) => ({
      commitments: { commitments: [commitment('c1', 'vendor', 'Ten leads', due)] },
    });
    const signed = { partner: { agreement_signed: '2026-02-20' } };
    expect(said(promised('2026-05-29'))).toBe('Nothing is noted for the next 90 days but the commitments below.');
    expect(said(signed)).toBe('Nothing is noted for the next 90 days but the tasks above.');
    expect(said({ ...signed, ...promised('2026-02-28') })).toBe(
      'Nothing is noted for the next 90 days but the tasks above and the commitments below.',
    );
    // One that is overdue, and one after the 90 days, are not of the next 90 days.
    expect(said(promised('2026-02-27'))).toBe('Nothing is noted for the next 90 days.');
    expect(said(promised('2026-05-30'))).toBe('Nothing is noted for the next 90 days.');
  });

  it('with empty files has nothing open, which is known', () => {
    expect(paragraphs(pageOf({ deals: [lost('2025-10-10', 5)], commitments: { commitments: [] } }))).toEqual(
      expect.arrayContaining(['No deal is open.', 'No commitment is open.']),
    );
  });
});

describe('the pages of the sample territory', async () => {
  const workspace = await openSample();
  const partners = workspace.territory.partners.map(({ id }) => id);

  it.each(partners)('show the very figures of the scorecard of %s', (id) => {
    const { input, page: scorecard } = pagesOf(workspace, id);
    const page = pageOf(input);
    const [block] = blocks(page, 'standing');
    const shown = block?.kind === 'key-figures' ? block.figures : [];
    expect(shown).toHaveLength(5);
    const known = Object.values(scorecard.figures);
    for (const { value } of shown) expect(known).toContainEqual(value);
    expect(scorecard.figures).toMatchObject(page.figures);
  });

  it.skipIf(!browser).each(['larkmoor-managed-services', 'continental-trade-distribution', 'kestrowe-digital'])(
    'print %s on one sheet of A4 and of Letter',
    async (id) => {
      const html = String(await renderPage(pageOf(pagesOf(workspace, id).input, 'Jonas Weber'), 'html'));
      expect(sheetsOf(html, browser!, { size: 'A4', bottom: '25mm' })).toBe(1);
      expect(sheetsOf(html, browser!, { size: 'Letter', bottom: '25mm' })).toBe(1);
    },
  );
});

describe('the page that lists a pack', async () => {
  const workspace = await openSample();
  const lineOf = (id: string) => packLine(resultOf(pagesOf(workspace, id).input));

  it('has a line for each partner with the figures of its page', () => {
    const input = givenInput(FULL);
    const { row, needsLook } = packLine(resultOf(input));
    const { figures } = computePerformance(input);
    expect(row.cells).toMatchObject({
      won: { value: figures.bookings_ytd.value },
      open: { value: figures.open_pipeline.value },
      commitments: { value: { count: 3 } },
      overdue: { value: { count: 3 }, meaning: 'bad' },
      next: { value: { date: '2026-03-31' } },
    });
    expect(needsLook).toBe(true);
  });

  it('leaves no partner out, however many there are', async () => {
    const line = lineOf('larkmoor-managed-services');
    const page = packDocument(
      Array.from({ length: 200 }, () => line),
      { config, colleague: 'Jonas Weber' },
    );
    for (const kind of ['html', 'md'] as const) {
      const text = String(await renderPage(page, kind));
      expect(text.match(/Larkmoor Managed Services/g), kind).toHaveLength(200);
      expect(text).not.toMatch(/\+ \d+ more/);
    }
    expect(formatSentence(page.sections[0]!.headline, format)).toBe('200 partners to take over');
  });
});
