import { join } from 'node:path';
import { editYaml, type YamlEdit } from '../../output/edit-yaml.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import type { Partner } from '../../schema/partner.ts';
import type { Territory } from '../../schema/territory.ts';
import { singleLine } from '../../units/clean-text.ts';
import { Failure } from '../../units/failure.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { matchPartners, nameKey } from '../import/match-partners.ts';
import { openTerritory } from '../territory/open-territory.ts';
import { formerName } from './former-name.ts';
import { dayOf, whileLocked, type ChangeSetting, type ChangeWarning } from './change-setting.ts';
import { soundPartner, textOf, type SoundPartner } from './sound-partner.ts';

export interface RenameRequest extends ChangeSetting {
  readonly id: string;
  /** As it was typed. */
  readonly name: string;
  readonly shortName?: string | undefined;
  /** Renames although another partner has this name. */
  readonly force: boolean;
}

/** What a rename did, or with `dryRun` would do. */
export interface RenamedPartner {
  readonly id: string;
  readonly name: string;
  readonly formerName: string;
  /** The last day of the former name. */
  readonly until: PlainDate;
  readonly shortName: string | null;
  /** The file changed, relative to the territory. */
  readonly file: string;
  readonly warnings: readonly ChangeWarning[];
}

const LONGEST_NAME = 500;
const LONGEST_SHORT_NAME = 28;

/**
 * Gives a partner another name. The old one becomes a former name, by which imports keep finding it; the id stays.
 * @throws Failure (usage) for a name that cannot be, that it has already, or that another partner has and `force` is not set
 */
export async function renamePartner(request: RenameRequest): Promise<RenamedPartner> {
  const name = cleanName(request.name, { what: 'name', longest: LONGEST_NAME });
  const shortName =
    request.shortName === undefined
      ? undefined
      : cleanName(request.shortName, { what: 'short name', longest: LONGEST_SHORT_NAME });
  return whileLocked(request, async () => {
    const subject = await soundPartner(request.root, request.id);
    if (subject.partner.name === name) {
      throw new Failure('usage', `${subject.id} is called "${name}" already.`);
    }
    const { territory } = await openTerritory(request.root);
    const taken = sameName(territory, subject.id, name);
    if (taken.length > 0 && !request.force) {
      const remedy = 'One company: cam partner merge. Two that share a name: rename with --force.';
      throw new Failure('usage', `${taken.join(' and ')} ${taken.length === 1 ? 'has' : 'have'} this name.`, remedy);
    }
    const until = dayOf(request, territory.config);
    const file = `${subject.folder}/partner.yaml`;
    const text = editYaml((await textOf(request.root, file))!, editsFor(subject.partner, { name, shortName, until }));
    if (!request.dryRun) await writeFileAtomically(join(request.root, file), text);
    return {
      id: subject.id,
      name,
      formerName: subject.partner.name,
      until,
      shortName: shortName ?? subject.partner.short_name ?? null,
      file,
      warnings: [
        ...taken.map((id) => ({
          where: file,
          message: `${id} has the same name: imports cannot tell them apart by it`,
        })),
        ...lostNames(territory, subject, { name: taken.length > 0 ? undefined : name, until }).map((message) => ({
          where: file,
          message,
        })),
        ...(shortName === undefined ? staleShortName(subject.partner, name, file) : []),
      ],
    };
  });
}

function cleanName(typed: string, { what, longest }: { readonly what: string; readonly longest: number }): string {
  const name = singleLine(typed);
  if (name !== '' && name.length <= longest) return name;
  const example = 'cam partner rename bluefjord "Bluefjord Group" --short-name Bluefjord';
  throw new Failure('usage', `A partner's ${what} has 1 to ${longest} characters.`, example);
}

interface NewNames {
  readonly name: string;
  readonly shortName: string | undefined;
  readonly until: PlainDate;
}

function editsFor(partner: Partner, { name, shortName, until }: NewNames): YamlEdit[] {
  return [
    { path: ['name'], value: name },
    ...(shortName === undefined ? [] : [{ path: ['short_name'], value: shortName }]),
    { path: ['former_names', partner.former_names.length], value: formerName(partner, until) },
  ];
}

/** Other partners that imports take for the same name. */
function sameName({ partners }: Territory, id: string, name: string): readonly string[] {
  const key = nameKey(name);
  return partners.filter((other) => other.id !== id && nameKey(other.partner.name) === key).map((other) => other.id);
}

/** Asks the importer itself whether the old name and the new one (unless that is known to be shared) lead to this partner. */
function lostNames(
  { partners }: Territory,
  { id, partner }: SoundPartner,
  { name, until }: { readonly name: string | undefined; readonly until: PlainDate },
): string[] {
  const former_names = [...partner.former_names, formerName(partner, until)];
  const renamed = { ...partner, name: name ?? '', former_names };
  const others = partners.filter((other) => other.id !== id);
  const matcher = matchPartners([...others, { id, partner: renamed }]);
  return [...(name === undefined ? [] : [name]), partner.name].flatMap((called) => {
    const match = matcher.match({ name: called });
    const found = match === undefined || 'id' in match ? [match?.id ?? id] : match.among;
    const wrong = found.filter((other) => other !== id);
    return wrong.length === 0 ? [] : [`exports that say "${called}" mean ${wrong.join(' or ')} from now on`];
  });
}

/** A short name made of words that the new name no longer has. */
function staleShortName({ short_name: shortName }: Partner, name: string, file: string): ChangeWarning[] {
  if (shortName === undefined) return [];
  const words = new Set(nameKey(name).split(' '));
  const isOfOldName = nameKey(shortName)
    .split(' ')
    .some((word) => !words.has(word));
  if (!isOfOldName) return [];
  const message = `the short name is still "${shortName}": change it with --short-name NAME`;
  return [{ where: file, message }];
}
