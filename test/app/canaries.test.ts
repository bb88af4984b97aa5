import { appendFile, cp, mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace, type Workspace } from '../../src/app/territory/open-workspace.ts';
import { partnerById } from '../../src/app/pages/partner-pages.ts';
import { producePage, type PageRequest } from '../../src/app/pages/produce.ts';
import { printPage } from '../../src/app/pages/render-page.ts';
import { ARTIFACTS, type ArtifactId } from '../../src/artifacts/registry.ts';
import type { Edition } from '../../src/document/document.ts';
import { readZip } from '../../src/ooxml/read-zip.ts';
import { editCsv } from '../../src/output/edit-csv.ts';
import { editYaml, type YamlEdit } from '../../src/output/edit-yaml.ts';
import { day } from '../domain/given.ts';

const ASSUMPTIONS = fileURLToPath(new URL('../../templates/business-plan-assumptions.yaml', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../samples/territory', import.meta.url));
const PARTNER = 'larkmoor-managed-services';
type Page = Pick<PageRequest, 'artifact' | 'formats'>;

/** Every page there is in every format it has: a new one is looked at without a line here. */
const PAGES: readonly Page[] = Object.values(ARTIFACTS).map(({ id, formats }) => ({
  artifact: id as ArtifactId,
  formats: formats.filter((format) => format !== 'terminal'),
}));
/** Pages that no partner is ever given. */
const INTERNAL_ONLY: readonly ArtifactId[] = ['handover', 'screening'];

/** Begins every text that only the account manager may read. */
const CANARY = 'CANARY';
const canary = (where: string) => `${CANARY} ${where}`;

let root: string;
let workspace: Workspace;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cam-canaries-'));
  await cp(SAMPLE, root, { recursive: true });
  await plantCanaries();
  workspace = await openWorkspace({ currentFolder: root, today: day('2026-02-28') });
});

afterAll(() => rm(root, { recursive: true }));

const inPartner = (name: string) => join(root, 'partners', PARTNER, name);

async function edit(path: string, edits: readonly YamlEdit[]): Promise<void> {
  await writeFile(path, editYaml(await readFile(path, 'utf8').catch(() => ''), edits));
}

/** A canary in every field that is said never to be printed for a partner, and in the names of other partners. */
async function plantCanaries(): Promise<void> {
  await edit(inPartner('partner.yaml'), [{ path: ['notes'], value: canary('notes of the partner') }]);
  await edit(inPartner('commitments.yaml'), [
    { path: ['commitments', 0, 'notes'], value: canary('notes of a promise') },
  ]);
  await edit(inPartner('assessments/2026-02-12-capability.yaml'), [
    { path: ['internal', 'notes'], value: canary('notes of the assessment') },
  ]);
  const waiting = { what: canary('promise that waits'), side: 'vendor', owner: 'X', confirmed: false };
  await edit(inPartner('qbr/FY26-Q3.yaml'), [
    { path: ['notes'], value: { performance: [canary('talking point')], capability: [canary('talking point 2')] } },
    { path: ['decisions', 0], value: { text: canary('decision that waits'), confirmed: false } },
    { path: ['asks_of_vendor', 0], value: { text: canary('ask that waits'), confirmed: false } },
    { path: ['asks_of_partner', 0], value: { text: canary('ask of the partner that waits'), confirmed: false } },
    { path: ['commitments', 0], value: waiting },
  ]);
  await edit(inPartner('adjustments.yaml'), [{ path: ['adjustments'], value: [objection()] }]);
  await writeFile(
    inPartner('activities.csv'),
    `source,id,date,kind,subject,notes\nnote,n1,2026-02-20,call,${canary('subject')},${canary('notes of a call')}\n`,
  );
  await plantInDeals();
  await plantInPlan();
  await appendFile(join(root, 'funds.yaml'), FUND);
  await edit(inPartner('marketing/FY26-Q3.yaml'), [
    { path: ['notes'], value: canary('notes of a marketing plan') },
    { path: ['campaigns', 0, 'notes'], value: canary('notes of a campaign') },
  ]);
  await writeFile(inPartner('assessments/2026-01-10-recruit-screening.yaml'), SCREENING);
  await edit(join(root, 'partners/cobaltine-networks/partner.yaml'), [
    { path: ['name'], value: canary('peer') },
    { path: ['short_name'], value: canary('peer, short') },
  ]);
  await mkdir(join(root, 'templates'));
  await writeFile(join(root, 'templates/capability-questionnaire.yaml'), INTERNAL_QUESTIONS);
  await writeFile(join(root, 'templates/metrics.yaml'), INTERNAL_METRIC);
  await writeFile(join(root, 'templates/qbr-storyline.yaml'), INTERNAL_STORY);
}

function objection(): Readonly<Record<string, string>> {
  return {
    id: 'd1',
    kind: 'dispute',
    figure: 'bookings_ytd',
    reason: canary('objection of the vendor'),
    side: 'vendor',
    by: canary('who objects'),
    recorded: '2026-02-20',
    reference: canary('reference'),
    notes: canary('notes of the objection'),
  };
}

async function plantInDeals(): Promise<void> {
  const path = inPartner('deals.csv');
  const text = await readFile(path, 'utf8');
  const rows = text.split('\n').length - 2;
  const cells = { next_step: canary('next step') };
  const edits = Array.from({ length: rows }, (_, row) => ({ kind: 'set', row, cells }) as const);
  await writeFile(path, editCsv(text, { edits, order: text.split('\n', 1)[0]!.split(',') }));
}

/** A plan of the partner's own, with the starting numbers of its type. */
async function plantInPlan(): Promise<void> {
  const template = parse(await readFile(ASSUMPTIONS, 'utf8')) as PlanTemplate;
  const { title: _, note: __, ...numbers } = template.types.msp;
  const { conservative, stretch } = template.scenarios.multipliers;
  const plan = {
    fiscal_year: 'FY26',
    starts: '2025-07-01',
    begun: '2025-07-01',
    currency: 'USD',
    numbers,
    scenarios: { conservative: { multipliers: conservative }, stretch: { multipliers: stretch } },
    notes: canary('notes of the plan'),
  };
  await mkdir(inPartner('business-plans'), { recursive: true });
  await writeFile(inPartner('business-plans/FY26.yaml'), JSON.stringify(plan));
}

interface PlanTemplate {
  readonly types: { readonly msp: Readonly<Record<string, unknown>> };
  readonly scenarios: { readonly multipliers: Readonly<Record<'conservative' | 'stretch', unknown>> };
}

const FUND = `  - { id: f1, partner: ${PARTNER}, period: FY26-Q3, allocated: 9000, notes: ${canary('notes of a fund')} }
`;

const SCREENING = `questionnaire: recruit-screening
date: 2026-01-10
form: full
answers: { fit-verticals: 4, fit-openness: 4, fit-record: 4 }
`;

const INTERNAL_METRIC = `metrics:
  - { id: last-contact, title: ${canary('metric')} }
`;

const INTERNAL_STORY = `slides:
  - { id: title, notes_internal: [${canary('note of the story')}] }
`;

const INTERNAL_QUESTIONS = `categories:
  - id: cam-view
    title: ${canary('category')}
    topics:
      - { id: access, title: ${canary('topic')} }
questions:
  - id: cam-decision-access
    text: ${canary('question')}
    why: ${canary('why')}
    anchors: { 1: ${canary('anchor 1')}, 4: ${canary('anchor 4')} }
    actions:
      low: { do: ${canary('action')}, resource: ${canary('resource')}, owner: vendor, days: 30 }
variants:
  - id: recruit-screening
    use: ${canary('use of the screening')}
    bands: [{ from: 0, verdict: ${canary('verdict')} }]
    floor: { questions: [fit-openness], below_level: 2, verdict: ${canary('floor')} }
    small_but_fitting: { when: fit >= 101, verdict: ${canary('small')} }
`;

/** Every text of a file, packages inside packages unpacked. */
function textsOf(bytes: Uint8Array): string[] {
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isPackage) return [new TextDecoder().decode(bytes)];
  return [...readZip(bytes)].flatMap(([path, part]) => [path, ...textsOf(part)]);
}

async function canariesIn(page: Page, edition: Edition): Promise<readonly string[]> {
  const out = join(root, 'out');
  const request = { ...page, edition, out, force: true, dryRun: false };
  const { document, files } = await producePage(workspace, partnerById(workspace, PARTNER), request);
  expect(document.edition).toBe(INTERNAL_ONLY.includes(page.artifact) ? 'internal' : edition);
  expect(files.map(({ format }) => format)).toEqual(page.formats);
  const screen = { width: 120, colour: false, unicode: true };
  const written = await Promise.all(files.map(async ({ path }) => textsOf(await readFile(path))));
  const texts = [...written.flat(), await printPage(document, screen)];
  return [...new Set(texts.flatMap((text) => text.match(/CANARY[^<"|\n]{0,40}/g) ?? []))];
}

/** What the account manager does read somewhere. */
const SEEN = [
  'category',
  'topic',
  'peer',
  'talking point',
  'ask that waits',
  'objection of the vendor',
  'metric',
  'note of the story',
  'verdict',
];

describe('what only the account manager may read', () => {
  it('is planted in a territory that is sound', () => {
    expect(workspace.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { assessments, businessPlans } = partnerById(workspace, PARTNER);
    expect(assessments?.at(-1)?.internal?.notes).toContain(CANARY);
    expect(businessPlans?.at(-1)?.notes).toContain(CANARY);
  });

  it.each(PAGES.filter(({ artifact }) => !INTERNAL_ONLY.includes(artifact)))(
    'stands in no byte of the partner edition of $artifact',
    async (page) => {
      expect(await canariesIn(page, 'partner')).toEqual([]);
    },
  );

  it('stands in the internal edition, so that the test would see it', async () => {
    const found = await Promise.all(PAGES.map((page) => canariesIn(page, 'internal')));
    const words = found.flat().join('\n');
    for (const where of SEEN) expect(words).toContain(canary(where));
  });

  it('is no score of the partner either: other answers of its own give the same page', async () => {
    const pageOf = async (edition: Edition) => {
      const { document } = await producePage(workspace, partnerById(workspace, PARTNER), {
        artifact: 'capability-scorecard',
        edition,
        formats: [],
        out: root,
        force: false,
        dryRun: true,
      });
      return JSON.stringify(document);
    };
    const before = { partner: await pageOf('partner'), internal: await pageOf('internal') };
    const path = inPartner('assessments/2026-02-12-capability.yaml');
    await edit(path, [{ path: ['internal', 'answers', 'cam-decision-access'], value: 1 }]);
    workspace = await openWorkspace({ currentFolder: root, today: day('2026-02-28') });
    expect(await pageOf('partner')).toBe(before.partner);
    expect(await pageOf('internal')).not.toBe(before.internal);
  });
});
