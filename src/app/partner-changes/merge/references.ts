import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readYaml } from '../../../input/read-yaml.ts';
import { csvText } from '../../../output/csv-text.ts';
import { editYaml } from '../../../output/edit-yaml.ts';
import { importMappingSchema } from '../../../schema/import-mapping.ts';
import type { Territory } from '../../../schema/territory.ts';
import type { ChangeWarning } from '../change-setting.ts';
import { textOf } from '../sound-partner.ts';
import { cellsOf, rawRows } from './merge-rows.ts';
import { joined, NOTHING, type MergePart, type Merging, type PlannedChange } from './merge-plan.ts';
import { withPartnerReplaced } from './other-partners.ts';

/** Everything of the territory that names the partner that goes by its id, told to name the one that stays. */
export async function repointReferences(merging: Merging, territory: Territory): Promise<MergePart> {
  return joined([
    await repointChildren(merging, territory),
    await repointSharedDeals(merging, territory),
    await repointFunds(merging, territory),
    await repointMappings(merging),
  ]);
}

/** Partners that belong to the one that goes. */
async function repointChildren({ root, from, into }: Merging, { partners }: Territory): Promise<MergePart> {
  const children = partners.filter(({ id, partner }) => partner.parent === from.id && id !== into.id && id !== from.id);
  const files = await Promise.all(
    children.map(async ({ id }) => {
      const path = `partners/${id}/partner.yaml`;
      return { path, content: editYaml((await textOf(root, path))!, [{ path: ['parent'], value: into.id }]) };
    }),
  );
  return { ...NOTHING, files, taken: [{ what: 'partners that belong to it', count: files.length }] };
}

/** Deals of third partners on which the one that goes has a part. */
async function repointSharedDeals({ root, from, into }: Merging, { partners }: Territory): Promise<MergePart> {
  const files: PlannedChange[] = [];
  let count = 0;
  for (const { id, deals } of partners) {
    if (id === from.id || id === into.id) continue;
    if (!deals?.rows.some(({ other_partners: others }) => others?.includes(from.id))) continue;
    const path = `partners/${id}/deals.csv`;
    const table = rawRows((await textOf(root, path))!);
    const rows = table.rows.map((row) => withPartnerReplaced(row, { id: from.id, by: into.id, holder: id }));
    const changed = rows.filter((row, index) => row !== table.rows[index]).length;
    if (changed === 0) continue;
    count += changed;
    files.push({ path, content: csvText(cellsOf({ ...table, rows })) });
  }
  return { ...NOTHING, files, taken: [{ what: 'shares in deals of others', count }] };
}

/** Lines of `funds.yaml`: each stays a line of its own, in the currency it was in. */
async function repointFunds({ root, from, into, currencies }: Merging, { funds = [] }: Territory): Promise<MergePart> {
  const lines = funds.flatMap((fund, index) => (fund.partner === from.id ? [{ fund, index }] : []));
  if (lines.length === 0) return NOTHING;
  const path = 'funds.yaml';
  const isForeign = currencies.from !== currencies.into;
  const edits = lines.flatMap(({ fund, index }) => [
    { path: ['funds', index, 'partner'], value: into.id },
    ...(isForeign && fund.currency === undefined
      ? [{ path: ['funds', index, 'currency'], value: currencies.from }]
      : []),
  ]);
  const content = editYaml((await textOf(root, path))!, edits);
  return { ...NOTHING, files: [{ path, content }], taken: [{ what: 'lines of funds', count: lines.length }] };
}

const MAPPINGS = 'mappings';

/** Names that a remembered mapping gives to the partner that goes. */
async function repointMappings({ root, from, into }: Merging): Promise<MergePart> {
  const names = await readdir(join(root, MAPPINGS)).catch(() => []);
  const files: PlannedChange[] = [];
  const warnings: ChangeWarning[] = [];
  let count = 0;
  for (const name of names.filter((file) => /\.ya?ml$/i.test(file)).sort()) {
    const path = `${MAPPINGS}/${name}`;
    const text = (await textOf(root, path)) ?? '';
    const { value } = readYaml(text, path, importMappingSchema);
    if (!value) {
      warnings.push({ where: path, message: `could not be read: where it says ${from.id}, write ${into.id}` });
      continue;
    }
    const said = Object.entries(value.partners).filter(([, id]) => id === from.id);
    if (said.length === 0) continue;
    count += said.length;
    const edits = said.map(([called]) => ({ path: ['partners', called], value: into.id }));
    files.push({ path, content: editYaml(text, edits) });
  }
  return { ...NOTHING, files, warnings, taken: [{ what: 'names in mappings', count }] };
}
