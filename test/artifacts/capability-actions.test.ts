import { beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../src/app/territory/open-workspace.ts';
import { artifactInput, partnerById } from '../../src/app/pages/partner-pages.ts';
import type { Table } from '../../src/document/block.ts';
import type { Document, Edition } from '../../src/document/document.ts';
import { commitmentsSchema, type Commitment } from '../../src/schema/commitments.ts';
import { formatSentence, formatValue } from '../../src/units/format.ts';
import { openSample, pagesFrom, sectionOf, type Pages } from './sample-pages.ts';

const LARKMOOR = 'larkmoor-managed-services';
const COBALTINE = 'cobaltine-networks';
const HOLLIN = 'hollin-bay-systems';
const WORDS = { locale: 'en-GB' } as const;

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openSample();
});

type Change = (ledger: readonly Commitment[]) => readonly Commitment[];

/** The pages of a partner, with another ledger where a case says so. */
function pages(id: string, edition: Edition = 'partner', change: Change = (ledger) => ledger): Pages {
  const input = artifactInput(workspace, partnerById(workspace, id));
  const standing = input.files.commitments ?? commitmentsSchema.parse({ commitments: [] });
  const commitments = { ...standing, commitments: [...change(standing.commitments)] };
  return pagesFrom({ ...input, files: { ...input.files, commitments } }, edition);
}

function actionTableOf(page: Document): Table | undefined {
  const section = page.sections.find(({ id }) => id === 'actions');
  const [table] = section?.layout === 'table' ? section.main : [];
  return table?.kind === 'table' ? table : undefined;
}

/** The rows of the page's actions as they are read. */
function actionsOn(page: Document): readonly Readonly<Record<string, string>>[] {
  return (actionTableOf(page)?.rows ?? []).map(({ cells }) =>
    Object.fromEntries(
      Object.entries(cells).map(([key, { value }]) => [key, formatValue(value, WORDS).replaceAll('\u00a0', ' ')]),
    ),
  );
}

const headlineOf = (page: Document) => formatSentence(sectionOf(page, 'scores').headline, WORDS);
const without =
  (id: string): Change =>
  (ledger) =>
    ledger.filter((entry) => entry.id !== id);
const changed =
  (id: string, more: Partial<Commitment>): Change =>
  (ledger) =>
    ledger.map((entry) => (entry.id === id ? { ...entry, ...more } : entry));

describe('the actions on the capability page', () => {
  it('stand for the partner with the owner, the day and the help that the ledger holds, once they are agreed', () => {
    const edited = changed('A-2026-02-12-investment', { owner: 'Tobias Arnsby', what: 'Plan one webinar' });
    expect(actionsOn(pages(LARKMOOR, 'partner', edited).capability)).toEqual([
      {
        topic: 'Investment',
        now: '75',
        goal: '80',
        action: 'Plan one webinar',
        owner: 'Tobias Arnsby',
        by: '14 Mar',
        help: 'Marketing plan interview and MDF',
      },
    ]);
  });

  it('promise the partner nothing while nobody has agreed: no day, no owner, no help', () => {
    const rows = actionsOn(pages(HOLLIN).capability);
    expect(rows).toHaveLength(5);
    for (const { owner, by, help } of rows) expect([owner, by, help]).toEqual(['To be agreed', '–', '–']);
  });

  it('have no column in which nothing stands: days and help once somebody promised them', () => {
    const columnsOf = (id: string) => actionTableOf(pages(id).capability)!.columns.map(({ key }) => key);
    expect(columnsOf(HOLLIN)).toEqual(['topic', 'now', 'goal', 'action', 'owner']);
    expect(columnsOf(LARKMOOR)).toEqual(['topic', 'now', 'goal', 'action', 'owner', 'by', 'help']);
  });

  it('say in the internal edition whom a proposal would fall to, and that it is one', () => {
    const owners = actionsOn(pages(COBALTINE, 'internal').capability).map(({ owner }) => owner);
    expect(owners).toEqual([
      'Rhys Cobalt',
      'Rhys Cobalt',
      'Cobaltine, proposed',
      'Both sides, proposed',
      'Cobaltine, proposed',
    ]);
  });

  it('are never proposed for a day that has passed: an old assessment leaves the same time from today on', () => {
    for (const { by } of actionsOn(pages(HOLLIN, 'internal').capability)) expect(by).toMatch(/(Mar|Apr|May)$/);
  });

  it.each(['dropped', 'kept'] as const)('leave out a gap whose action is %s, until the next assessment', (result) => {
    const id = 'A-2026-02-12-services-portfolio';
    const topics = (change: Change) =>
      actionsOn(pages(LARKMOOR, 'internal', change).capability).map((row) => row['topic']);
    expect(topics(without(id))).toEqual(['Services portfolio', 'Investment']);
    expect(topics(changed(id, { result }))).toEqual(['Investment']);
  });

  it('name the same area as the headline, on the page and on the slide', () => {
    const dropped = pages(LARKMOOR);
    expect(headlineOf(dropped.capability)).toContain('Investment (75)');
    expect(formatSentence(sectionOf(dropped.deck, 'capability').headline, WORDS)).toContain('Investment (75)');
    const open = pages(LARKMOOR, 'partner', without('A-2026-02-12-services-portfolio'));
    expect(headlineOf(open.capability)).toContain('Services portfolio (68)');
  });
});
