import type { Territory } from '../../../schema/territory.ts';
import { knownPartner } from '../../partners/known-partner.ts';
import { planTableChanges } from '../../tables/plan-changes.ts';
import type { TableChanges } from '../../tables/table.ts';
import { CONTACTS, PARTNERS } from '../../tables/partner-tables.ts';
import { tableById } from '../../tables/registry.ts';
import { PartnerDirectory } from '../partner-directory.ts';
import type { ImportSetting } from '../import-setting.ts';
import type { CreatedPartner } from '../partner-directory.ts';
import type { PlannedFile } from '../write-import.ts';
import { planPartners } from './plan-partners.ts';
import { planRecords } from './plan-records.ts';
import { RecordBook } from './record-book.ts';
import type { FileReport } from '../import-report.ts';
import { partnersReport, recordsReport } from './records-report.ts';
import type { UnderstoodRecords } from './understand-records.ts';

/** What files of records would change. */
export interface TakenRecords {
  readonly reports: readonly FileReport[];
  readonly changes: readonly TableChanges[];
  readonly created: readonly CreatedPartner[];
  /** The territory with the partners as they will be. */
  readonly after: Territory;
}

/** Plans lists of partners: every other file of an import finds the partners they add. */
export function takePartners(
  setting: ImportSetting,
  lists: readonly UnderstoodRecords[],
  partnerIds: readonly string[],
): TakenRecords {
  let after = setting.territory;
  const created: CreatedPartner[] = [];
  const reports: FileReport[] = [];
  const changes: TableChanges[] = [];
  for (const list of lists) {
    const planned = planPartners(list, after, [...partnerIds, ...created.map(({ id }) => id)]);
    after = planned.after;
    created.push(...planned.created);
    changes.push({ table: PARTNERS, changes: planned.profiles }, { table: CONTACTS, changes: planned.contacts });
    reports.push(partnersReport(planned, setting));
  }
  return { reports, changes, created, after };
}

/**
 * Plans files of records that belong to partners.
 * @throws Failure when the partner that all rows belong to is not there
 */
export function takeRecords(
  setting: ImportSetting,
  tables: readonly UnderstoodRecords[],
  partnerIds: readonly string[],
): TakenRecords {
  const { request, territory, effects, wanted } = setting;
  const directory = new PartnerDirectory(territory, partnerIds, {
    type: tables.map(({ stated }) => stated.mapping.partner_type).find((type) => type !== undefined) ?? 'var',
    mayCreate: (name) => request.createPartners || wanted.has(name),
    onCreate: () => undefined,
  });
  const { partner, createPartners } = request;
  const whole = partner === undefined || createPartners ? partner : knownPartner(partner, partnerIds);
  const wholeId = whole === undefined || tables.length === 0 ? undefined : directory.require(whole);
  const asOf = request.asOf ?? territory.config.as_of ?? effects.today;
  const books = new Map<string, RecordBook>();
  const reports = tables.map((understood) => {
    const { kind } = understood;
    const book = books.get(kind.table) ?? new RecordBook(tableById(kind.table), territory, kind);
    books.set(kind.table, book);
    return recordsReport(planRecords(understood, { territory, directory, partner: wholeId, asOf, book }), setting);
  });
  const changes = Array.from(books.values(), (book) => ({ table: book.table, changes: book.changes() }));
  return { reports, changes, created: directory.created, after: territory };
}

/**
 * The files that changes to tables make.
 * @param created partners whose file is not there yet
 */
export async function recordFiles(
  territory: Territory,
  changes: readonly TableChanges[],
  created: readonly CreatedPartner[],
): Promise<PlannedFile[]> {
  const fresh = created.map(({ id, file }) => ({ path: `partners/${id}/partner.yaml`, content: file, partner: id }));
  const edited = await planTableChanges(territory, changes, {
    planned: new Map(fresh.map(({ path, content }) => [path, content])),
  });
  const paths = new Set(edited.map(({ path }) => path));
  return [...fresh.filter(({ path }) => !paths.has(path)), ...edited].map((file) => ({
    ...file,
    kind: kindOfFile(file.path),
  }));
}

function kindOfFile(path: string): PlannedFile['kind'] {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return stem as PlannedFile['kind'];
}
