import { allFigures } from '../../src/artifacts/performance-scorecard/index.ts';
import type { Figure } from '../../src/domain/figure.ts';
import { describe, expect, it } from 'vitest';
import { footnotesIn } from '../../src/document/footnotes.ts';
import type { Adjustment } from '../../src/schema/adjustments.ts';
import { artifactInput, partnerById } from '../../src/app/pages/partner-pages.ts';
import { reasonsOf } from '../../src/app/figures/reasons.ts';
import { reasonsMarkdown } from '../../src/app/figures/reasons-markdown.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { documentData } from '../../src/render/json/document-data.ts';
import { renderMarkdown } from '../../src/render/markdown/render-markdown.ts';
import { renderTerminal } from '../../src/render/terminal/render-terminal.ts';
import { formatSentence } from '../../src/units/format.ts';
import { givenAdjustment, plain } from '../domain/given.ts';
import { openSample, pagesFrom, sectionOf } from './sample-pages.ts';

const workspace = await openSample();
const LARKMOOR = 'larkmoor-managed-services';
const SCREEN = { width: 80, colour: false, unicode: true };

function pagesWith(adjustments: readonly Adjustment[], edition: 'partner' | 'internal' = 'partner') {
  return pagesFrom(artifactInput(workspace, { ...partnerById(workspace, LARKMOOR), adjustments }), edition);
}

/** The same territory with these adjustments, as `cam why` opens it. */
function workspaceWith(adjustments: readonly Adjustment[]) {
  const partners = workspace.territory.partners.map((files) =>
    files.id === LARKMOOR ? { ...files, adjustments } : files,
  );
  return { ...workspace, territory: { ...workspace.territory, partners } };
}

const correction = givenAdjustment({ notes: 'Check with finance first' });
const dispute = givenAdjustment({
  id: 'adj-2',
  kind: 'dispute',
  figure: 'open_pipeline',
  month: undefined,
  amount: undefined,
  reason: 'Two of these deals were closed',
  recorded: '2026-02-20',
  status: 'open',
  settled: undefined,
});
const ours = {
  ...dispute,
  id: 'adj-3',
  side: 'vendor',
  reason: 'We doubt the dates',
  figure: 'overdue_deals',
} as const;
const words = (document: ReturnType<typeof pagesWith>['page'], sections = document.sections) =>
  footnotesIn(document, sections).map(({ number, text }) =>
    `${number} ${formatSentence(text, document.format)}`.replaceAll('\u00a0', ' '),
  );
const ADJUSTED = '1 Adjusted by +$12K for Jan 2026 on 10 Feb 2026: Two invoices were booked on another account';
const DISPUTED = '2 Under review since 20 Feb 2026: Two of these deals were closed';

describe('an accepted correction', () => {
  const before = pagesWith([]);
  const { page, deck, scorecard, review } = pagesWith([correction]);
  const changed = Object.keys(scorecard.figures).filter(
    (name) => JSON.stringify(scorecard.figures[name]!.value) !== JSON.stringify(before.scorecard.figures[name]!.value),
  );

  it('changes every figure built on bookings equally on page, deck, JSON and in the reasons', () => {
    expect(changed.length).toBeGreaterThan(12);
    const json = documentData(page).figures;
    for (const name of changed) {
      const { value } = scorecard.figures[name]!;
      expect(page.figures[name], name).toEqual(value);
      expect(deck.figures[name], name).toEqual(value);
      expect(review.values[name], name).toEqual(value);
      expect(json[name], name).toBe(plain(value));
      const asked = reasonsOf(workspaceWith([correction]), { partnerId: LARKMOOR, figureId: name });
      expect(asked.figure.value, name).toEqual(value);
      expect(
        asked.history.map(({ adjustment }) => adjustment.id),
        name,
      ).toEqual(['adj-1']);
    }
  });

  it('is noted at each figure it changes and at no other', () => {
    const [now, then] = [allFigures(scorecard), allFigures(before.scorecard)];
    const said = (figure: Figure) => JSON.stringify([figure.value, figure.status]);
    const differing = Object.keys(now).filter((name) => said(now[name]!) !== said(then[name]!));
    expect([...page.footnotes!.flatMap(({ figures }) => figures)].sort()).toEqual(differing.sort());
    expect(differing).toEqual(expect.arrayContaining(changed));
    const status = (name: string) =>
      scorecard.figures[name]!.status?.word !== before.scorecard.figures[name]!.status?.word;
    expect(Object.keys(scorecard.figures).filter((name) => status(name) && !changed.includes(name))).toEqual([]);
  });

  it('stands at the foot of the page and of the slides that show such figures', () => {
    expect(words(page)).toEqual([ADJUSTED]);
    for (const id of ['summary', 'performance', 'program'])
      expect(words(deck, [sectionOf(deck, id)]), id).toEqual([ADJUSTED]);
    expect(words(deck, [sectionOf(deck, 'commitments')])).toEqual([]);
  });

  it('is marked where the figure is printed, in every format', () => {
    const html = renderHtml(page);
    expect(html).toContain('<p class="value">$1.30M¹</p>');
    expect(html).toContain('¹ Adjusted by +$12K for Jan\u00a02026 on 10\u00a0Feb\u00a02026: Two invoices');
    const terminal = renderTerminal(page, SCREEN);
    expect(terminal).toMatch(/Won, year to date +\$1\.30M¹/);
    expect(terminal).toMatch(/Bookings, FY26 .*\$1\.30M¹/);
    expect(terminal).toContain('¹ Adjusted by +$12K');
    expect(renderTerminal(page, { ...SCREEN, unicode: false })).toMatch(
      /Won, year to date +\$1\.30M\(1\)[^]*\n\(1\) Adjusted by/,
    );
    expect(renderMarkdown(page)).toContain('¹ Adjusted by');
    expect(documentData(page).footnotes).toMatchObject([
      { text: expect.stringContaining('+$12,000') as string, figures: expect.arrayContaining(['pace']) as string[] },
    ]);
  });

  it('keeps the account manager’s notes and the names to the internal edition', () => {
    const partner = [
      renderHtml(page),
      JSON.stringify(deck),
      renderMarkdown(page),
      JSON.stringify(documentData(page)),
    ].join('\n');
    expect(partner).not.toContain('Check with finance');
    expect(partner).not.toContain('Mara Quellin,');
    expect(words(pagesWith([correction], 'internal').page)).toEqual([`${ADJUSTED} (partner: Mara Quellin)`]);
  });
});

describe('an objection that is open', () => {
  it('is shown for the figure it is about, which stays what it was', () => {
    const { page, deck, scorecard } = pagesWith([correction, dispute]);
    expect(words(page)).toEqual([ADJUSTED, DISPUTED]);
    expect(words(deck, [sectionOf(deck, 'summary')])).toEqual([ADJUSTED, DISPUTED]);
    expect(scorecard.figures['open_pipeline']).toEqual(pagesWith([]).scorecard.figures['open_pipeline']);
  });

  it('asks for a correction with its amount, on every figure that would follow', () => {
    const asked = { ...correction, status: 'open', settled: undefined } as const;
    const { page } = pagesWith([asked as Adjustment]);
    expect(words(page)).toEqual([
      '1 Under review since 3 Feb 2026, +$12K for Jan 2026: Two invoices were booked on another account',
    ]);
    expect(page.footnotes![0]!.figures).toContain('forecast');
    expect(page.figures['bookings_ytd']).toEqual(pagesWith([]).page.figures['bookings_ytd']);
  });

  it('of the vendor stays internal', () => {
    expect(pagesWith([ours]).page.footnotes).toBeUndefined();
    expect(JSON.stringify(pagesWith([ours]).deck)).not.toContain('We doubt the dates');
    expect(pagesWith([ours], 'internal').page.footnotes).toHaveLength(1);
    const asked = reasonsOf(workspaceWith([ours]), { partnerId: LARKMOOR, figureId: 'overdue_deals' });
    expect(asked.history).toMatchObject([{ adjustment: { id: 'adj-3' } }]);
    expect(reasonsMarkdown(asked)).not.toContain('We doubt');
  });

  it.each(['accepted', 'rejected', 'withdrawn'] as const)('is no longer shown once it is %s', (status) => {
    const settled = { ...dispute, status, settled: '2026-02-25' } as Adjustment;
    expect(pagesWith([settled]).page.footnotes).toBeUndefined();
  });

  it('is shown after it was accepted until newer data shows what came of it', () => {
    const accepted = { ...dispute, status: 'accepted', settled: '2026-02-28' } as Adjustment;
    expect(words(pagesWith([accepted]).page)).toEqual([
      '1 Accepted on 28 Feb 2026, to be corrected in the data: Two of these deals were closed',
    ]);
  });

  it('of a figure nobody knows any more is passed over', () => {
    expect(pagesWith([{ ...dispute, figure: 'gone_figure' }]).page.footnotes).toBeUndefined();
  });
});

describe('the history of a figure', () => {
  const asked = (adjustments: readonly Adjustment[], figureId: string) =>
    reasonsOf(workspaceWith(adjustments), { partnerId: LARKMOOR, figureId });
  const said = (adjustments: readonly Adjustment[], figureId: string) =>
    asked(adjustments, figureId).history.map(({ internal }) =>
      formatSentence(internal, { locale: 'en-GB' }).replaceAll('\u00a0', ' '),
    );
  const settled = {
    ...dispute,
    ...{ settled: '2026-02-25', settled_by: 'Ines Albrecht', decision: 'Both are open in the CRM' },
  };

  it.each(['accepted', 'rejected', 'withdrawn'] as const)('keeps an objection that was %s', (status) => {
    const ended = status.charAt(0).toUpperCase() + status.slice(1);
    const one = { ...settled, status } as Adjustment;
    expect(said([one], 'open_pipeline')).toEqual([
      `Disputed on 20 Feb 2026: Two of these deals were closed (${one.side}: ${one.by}). ${ended} on 25 Feb 2026 by Ines Albrecht: Both are open in the CRM`,
    ]);
    expect(said([one], 'pace')).toEqual([]);
  });

  it('tells the partner when its own objection ended, and nobody else’s words', () => {
    const markdown = reasonsMarkdown(asked([{ ...settled, status: 'rejected' } as Adjustment], 'open_pipeline'));
    expect(markdown.replaceAll('\u00a0', ' ')).toContain('Rejected on 25 Feb 2026');
    expect(markdown).not.toMatch(/Ines Albrecht|in the CRM/);
  });

  it('says what a correction makes of the figure', () => {
    const [entry] = asked([correction], 'bookings_ytd').history;
    expect([plain(entry!.effect!.without), plain(entry!.effect!.with)]).toEqual([1_290_500, 1_302_500]);
  });

  it('keeps a correction that was rejected at every figure it would have changed', () => {
    const rejected = { ...correction, status: 'rejected', settled: '2026-02-12' } as Adjustment;
    expect(said([rejected], 'forecast')[0]).toMatch(
      /^Correction asked for on 3 Feb 2026, \+\$12K for Jan 2026: .*Rejected/,
    );
    expect(said([rejected], 'open_pipeline')).toEqual([]);
  });

  it('knows objections to figures of the metrics, the capability and the life-stages too', () => {
    for (const figure of ['deal_registration', 'life_stage', 'deals_won_12_months', 'capability_support']) {
      expect(
        said([{ ...settled, figure, status: 'open', settled: undefined } as Adjustment], figure),
        figure,
      ).toHaveLength(1);
    }
  });
});

it('a page says how many footnotes it has no room for', () => {
  const many = Array.from({ length: 6 }, (_, index) => givenAdjustment({ id: `adj-${index}`, amount: 100 + index }));
  const html = renderHtml(pagesWith(many).page);
  expect(html).toContain('$1.29M¹,²,³,⁴,⁵,⁶');
  expect(html).toContain('+ 3 more footnotes');
});
