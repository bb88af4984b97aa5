import { describe, expect, it } from 'vitest';
import { renderPage } from '../../src/app/pages/render-page.ts';
import type { Document } from '../../src/document/document.ts';
import { readZip } from '../../src/ooxml/read-zip.ts';
import type { CamConfig } from '../../src/schema/cam-config.ts';
import { givenConfig, givenTarget, lost, open, won } from '../domain/given.ts';
import { givenInput, type PartnerCase } from './given-input.ts';
import { openSample, pagesFrom, pagesOf } from './sample-pages.ts';

/** Each stands in a field that only the channel manager may read. */
const SECRET = {
  partnerNotes: 'Canary-partner-notes',
  targetNote: 'Canary-target-note',
  contactEmail: 'canary-contact@secret.example',
  contactPhone: '+41 555 0199 canary',
  camEmail: 'canary-cam@secret.example',
  nextStep: 'Canary-next-step',
  dealOwner: 'Canary-deal-owner',
  leadSource: 'Canary-lead-source',
  commitmentNotes: 'Canary-commitment-notes',
  reviewNote: 'Canary-review-note',
  talkingPoint: 'Say the decisions first',
  proposedDecision: 'Canary-proposed-decision',
  proposedVendorAsk: 'Canary-proposed-vendor-ask',
  vendorAskNobodyAgreedTo: 'Canary-vendor-ask-not-agreed',
  proposedPartnerAsk: 'Canary-proposed-partner-ask',
  proposedCommitment: 'Canary-proposed-commitment',
  vendorCommitmentNobodyAgreedTo: 'Canary-vendor-commitment-not-agreed',
  sharedWithPartner: 'canary-other-partner',
} as const;

/** What the channel manager confirmed, which the partner does read. */
const SHOWN = {
  decision: 'Shown-decision',
  vendorAsk: 'Shown-vendor-ask',
  partnerAsk: 'Shown-partner-ask',
  partnerCommitment: 'Shown-partner-commitment',
  vendorCommitment: 'Shown-vendor-commitment',
  headline: 'Shown-headline of ours',
  kept: 'Shown-last-commitment',
  whatHappened: 'Shown-what-happened',
  contact: 'Shown-contact',
} as const;

const config: CamConfig = givenConfig({
  cam: { name: 'Ines Albrecht', email: SECRET.camEmail, quota: { FY26: 87_654_321 } },
  stages: [
    { name: 'Qualify', status: 'open', probability_percent: 41.71 },
    { name: 'Proposal', status: 'open' },
    { name: 'Closed Won', status: 'won' },
    { name: 'Closed Lost', status: 'lost' },
  ],
});

const internal = {
  stage: 'Proposal',
  probability_percent: 61.83,
  next_step: SECRET.nextStep,
  owner: SECRET.dealOwner,
  lead_source: SECRET.leadSource,
  other_partners: `${SECRET.sharedWithPartner}:influenced`,
  last_activity: '2025-11-02',
} as const;

const PARTNER: PartnerCase = {
  config,
  partner: {
    notes: SECRET.partnerNotes,
    targets: [{ ...givenTarget({ annual: 900_000 }), fiscal_year: 'FY26', note: SECRET.targetNote }],
    contacts: [
      { name: SHOWN.contact, email: SECRET.contactEmail, phone: SECRET.contactPhone, champion: true, qbr: true },
    ],
  },
  deals: [
    won('2025-10-10', 500_000, internal),
    lost('2025-11-11', 300_000, internal),
    ...Array.from({ length: 9 }, (_, index) =>
      open(`2026-04-1${index}`, 100_000, { ...internal, account: `Account ${index}`, name: `Deal ${index}` }),
    ),
    open('2026-05-10', 100_000, { ...internal, probability_percent: undefined, stage: 'Qualify' }),
  ],
  commitments: {
    commitments: [
      {
        id: 'c1',
        side: 'partner',
        what: SHOWN.kept,
        owner: 'Somebody',
        due: '2026-01-31',
        made: 'FY26-Q2',
        result: 'kept',
        what_happened: SHOWN.whatHappened,
        notes: SECRET.commitmentNotes,
      },
    ],
  },
  review: {
    headlines: { performance: SHOWN.headline },
    notes: { summary: [SECRET.reviewNote], pipeline: [SECRET.reviewNote] },
    decisions: [{ text: SHOWN.decision, confirmed: true }, { text: SECRET.proposedDecision }],
    asks_of_vendor: [
      { text: SHOWN.vendorAsk, agreed_by: 'The channel chief', confirmed: true },
      { text: SECRET.vendorAskNobodyAgreedTo, confirmed: true },
      { text: SECRET.proposedVendorAsk, agreed_by: 'The channel chief' },
    ],
    asks_of_partner: [{ text: SHOWN.partnerAsk, confirmed: true }, { text: SECRET.proposedPartnerAsk }],
    commitments: [
      { side: 'partner', what: SHOWN.partnerCommitment, confirmed: true },
      { side: 'vendor', what: SHOWN.vendorCommitment, agreed_by: 'The channel chief', confirmed: true },
      { side: 'vendor', what: SECRET.vendorCommitmentNobodyAgreedTo, confirmed: true },
      { side: 'partner', what: SECRET.proposedCommitment },
    ],
  },
};

/** The odds of the CRM as they could be printed: as percent, as ratio, and as what the pipeline is worth at them. */
const ODDS = ['61.83', '0.6183', '41.71', '0.4171', '62\u00a0%', '42\u00a0%', '62%', String(9 * 61_830 + 41_710)];

function secretsIn(text: string): string[] {
  return [...Object.values(SECRET), ...ODDS].filter((secret) => text.includes(secret));
}

/** All text of a deck: every part unpacked, the workbooks of its charts too. */
function textOf(bytes: Uint8Array): string {
  return [...readZip(bytes)]
    .map(([path, part]) => (path.endsWith('.xlsx') ? textOf(part) : new TextDecoder().decode(part)))
    .join('\n');
}

async function deckText(document: Document): Promise<string> {
  return textOf((await renderPage(document, 'pptx')) as Uint8Array);
}

describe('the partner edition', () => {
  const { deck, page } = pagesFrom(givenInput(PARTNER), 'partner');

  it('holds nothing internal in its documents, read by machines or people', () => {
    expect(secretsIn(JSON.stringify(deck))).toEqual([]);
    expect(secretsIn(JSON.stringify(page))).toEqual([]);
  });

  it('holds nothing internal in any part of the deck, notes and workbooks of charts included', async () => {
    const text = await deckText(deck);
    expect(secretsIn(text)).toEqual([]);
    expect(text).toContain('sheetData');
  });

  it.each(['html', 'md', 'json'] as const)('holds nothing internal in the scorecard as %s', async (format) => {
    expect(secretsIn(String(await renderPage(page, format)))).toEqual([]);
  });

  it('says what is confirmed', async () => {
    const [document, text] = [JSON.stringify(deck), await deckText(deck)];
    for (const [what, words] of Object.entries(SHOWN)) {
      expect(document, what).toContain(words);
      expect(text, what).toContain(words);
    }
  });

  it('counts only what is confirmed: what the vendor gives needs a name besides', () => {
    const counted = Object.entries(deck.figures).filter(([name]) => /^(?:asks_|decisions|new_)/.test(name));
    expect(Object.fromEntries(counted.map(([name, value]) => [name, value.kind === 'count' && value.count]))).toEqual({
      decisions: 1,
      asks_of_vendor: 1,
      asks_of_partner: 1,
      new_partner_commitments: 1,
      new_vendor_commitments: 1,
    });
  });

  it('has no list of open inputs, nor their number', () => {
    expect(deck.sections.map(({ id }) => id)).not.toContain('open-inputs');
    expect(deck.figures).not.toHaveProperty('open_inputs');
  });

  it('names no other partner of the territory', async () => {
    const workspace = await openSample();
    const names = workspace.territory.partners.map(({ partner }) => partner.name);
    const named = workspace.territory.partners.flatMap(({ id, partner }) => {
      const { deck: sampleDeck, page: samplePage } = pagesOf(workspace, id);
      const text = JSON.stringify([sampleDeck, samplePage]);
      return names.filter((name) => name !== partner.name && text.includes(name)).map((name) => `${name} in ${id}`);
    });
    expect(named).toEqual([]);
  });
});

describe('the internal edition', () => {
  const { deck, page } = pagesFrom(givenInput(PARTNER), 'internal');

  it('holds what the channel manager needs: proposals marked as such, next steps, odds, talking points', () => {
    const text = JSON.stringify(deck);
    expect(text).toContain(SECRET.nextStep);
    expect(text).toContain(SECRET.reviewNote);
    expect(text).toContain(SECRET.proposedDecision);
    expect(text).toContain(SECRET.vendorAskNobodyAgreedTo);
    expect(text).toContain('proposal, not confirmed');
    expect(text).toContain('0.6183');
    expect(page.figures).toHaveProperty('crm_weighted');
  });

  it('says on its pages that it is internal', async () => {
    expect(deck.edition).toBe('internal');
    expect(await deckText(deck)).toMatch(/internal/i);
  });

  it('never holds what belongs to the address book', () => {
    const text = JSON.stringify([deck, page]);
    for (const secret of [SECRET.contactEmail, SECRET.contactPhone, SECRET.camEmail])
      expect(text).not.toContain(secret);
  });

  it('lists what is still open, the lines to confirm among them', () => {
    expect(deck.sections.at(-1)!.id).toBe('open-inputs');
    expect(JSON.stringify(deck.sections.at(-1))).toContain('Your confirmation of 6 lines');
  });
});

describe('a review file with nothing confirmed', () => {
  const waiting = { asks_of_vendor: [{ text: SECRET.proposedVendorAsk, agreed_by: 'The channel chief' }] };

  it('asks nothing in the partner edition', () => {
    const { deck } = pagesFrom(givenInput({ ...PARTNER, review: waiting }));
    expect(deck.sections.map(({ id }) => id)).not.toContain('asks');
  });

  it('shows the lines as proposals in the internal edition', () => {
    const { deck } = pagesFrom(givenInput({ ...PARTNER, review: waiting }), 'internal');
    expect(JSON.stringify(deck.sections.find(({ id }) => id === 'asks'))).toContain(SECRET.proposedVendorAsk);
  });
});
