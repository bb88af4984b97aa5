import { join } from 'node:path';
import type { PlainDate } from '../../units/plain-date.ts';
import { knownPartner } from '../partners/known-partner.ts';
import { standingText } from '../figures/standing-text.ts';
import { snapshotText } from './build-snapshot.ts';
import { dataDates, dateOfFile, olderThanKnown } from './data-dates.ts';
import { DealBook } from './deal-book.ts';
import { dealsCsv } from './deals-csv.ts';
import { planDeals, type UnderstoodTable } from './deals/plan-deals.ts';
import { vanishedDeals } from './deals/vanished-deals.ts';
import type { ImportSetting } from './import-setting.ts';
import { PartnerDirectory } from './partner-directory.ts';
import { asPartnerFiles, planSnapshots } from './plan-snapshots.ts';
import { reportOn } from './report-import.ts';
import { restatedQuarters } from './restated-quarters.ts';
import type { PlannedImport } from './planned-import.ts';
import type { PlannedFile } from './write-import.ts';

/**
 * Plans an import of deals in memory: what it would write, and what became of every row.
 * @throws Failure when the partner that all rows belong to is not there
 */
export async function takeDeals(
  setting: ImportSetting,
  understood: readonly UnderstoodTable[],
  partnerIds: readonly string[],
): Promise<PlannedImport> {
  const { request, wanted, territory } = setting;
  const { config, partners } = territory;
  const book = new DealBook(territory);
  const before = [...book.deals()];
  const directory = new PartnerDirectory(territory, partnerIds, {
    type: understood.map(({ stated }) => stated.mapping.partner_type).find((type) => type !== undefined) ?? 'var',
    mayCreate: (name) => request.createPartners || wanted.has(name),
    onCreate: ({ id, partner }) => book.addPartner(id, partner),
  });
  const { partner, createPartners } = request;
  const whole = partner === undefined || createPartners ? partner : knownPartner(partner, partnerIds);
  const rules = { config, partner: whole === undefined ? undefined : directory.require(whole) };
  const dateOf = (file: string): PlainDate => dateOfFile(file, setting).date;
  const inOrder = understood.toSorted((a, b) => dateOf(a.table.file).localeCompare(dateOf(b.table.file)));
  const plan = { book, directory, rules, seen: new Map(), dateOf };
  const planned = inOrder.map((table) => planDeals(table, plan));
  const touched = dataDates(setting, inOrder, planned);
  const dated = planned.map(({ sources, ids }, index) => ({ sources, ids, date: dateOf(inOrder[index]!.table.file) }));
  const vanished = vanishedDeals({ files: dated, before, partner: rules.partner, config });
  const snapshots = planSnapshots({ book, config, touched, partners });
  const files = await plannedFiles(request.root, { book, directory, snapshots });
  const createdPartners = directory.created.map(({ id, partner }) => ({ id, name: partner.name }));
  const report = reportOn(setting, inOrder, planned);
  const after = [...book.partners()].map(asPartnerFiles);
  const restated = restatedQuarters({ config, before: partners, after, dates: touched });
  const warnings = [...olderThanKnown(touched, partners), ...report.warnings];
  return {
    report: { ...report, warnings, vanished, restated, createdPartners, needsMapping: undefined },
    files,
    created: directory.created,
  };
}

interface PlannedChanges {
  readonly book: DealBook;
  readonly directory: PartnerDirectory;
  readonly snapshots: ReturnType<typeof planSnapshots>;
}

/** The files to write in their order: an interruption may leave a deal with two partners, never with none. */
async function plannedFiles(root: string, { book, directory, snapshots }: PlannedChanges): Promise<PlannedFile[]> {
  const changed = [...book.partners()].filter((partner) => partner.changed);
  // Partners that a deal moves to come before the one it leaves.
  const ordered = changed.toSorted((a, b) => Number(b.gained) - Number(a.gained));
  const dealFiles = ordered.map(async (deals): Promise<PlannedFile> => {
    const file = fileOf(deals.id, 'deals.csv', 'deals');
    return { ...file, content: dealsCsv(await standingText(join(root, file.path)), deals) };
  });
  return [
    ...directory.created.map(({ id, file }) => ({ ...fileOf(id, 'partner.yaml', 'partner'), content: file })),
    ...(await Promise.all(dealFiles)),
    ...snapshots.map(({ id, snapshot }) => ({
      ...fileOf(id, `snapshots/${snapshot.date}.json`, 'snapshot'),
      content: snapshotText(snapshot),
    })),
  ];
}

function fileOf(id: string, name: string, kind: PlannedFile['kind']): Omit<PlannedFile, 'content'> {
  return { path: `partners/${id}/${name}`, kind, partner: id };
}
