import { join } from 'node:path';
import { tierIdOf } from '../../input/cross-checks.ts';
import { nearest } from '../../input/nearest.ts';
import { PARTNERS_FOLDER, partnerFolders } from '../../input/partner-folders.ts';
import { withWorkspaceLock } from '../../output/lock.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import { PARTNER_WORDS } from '../../domain/partner-words.ts';
import { PARTNER_TYPES, type PartnerType } from '../../schema/partner.ts';
import type { Territory } from '../../schema/territory.ts';
import type { TiersTemplate } from '../../schema/tiers.ts';
import { PARTNER_ID_PATTERN } from '../../schema/values.ts';
import { singleLine } from '../../units/clean-text.ts';
import { Failure } from '../../units/failure.ts';
import { newPartnerFile, type NewPartner } from './new-partner-file.ts';
import { partnerIdFromName } from './partner-id.ts';

/** What was typed about a new partner. */
export interface TypedPartner {
  readonly name: string;
  readonly type: string;
  readonly tier?: string;
  readonly currency?: string;
  readonly id?: string;
}

/** What adding a partner did, or with `dryRun` would do. */
export interface AddedPartner {
  readonly id: string;
  readonly name: string;
  /** Path of the new file relative to the territory. */
  readonly file: string;
  /** Partners that have the same name already. */
  readonly sameName: readonly string[];
}

/** Kinds of partner to choose from, with the words of a page. */
export const PARTNER_TYPE_CHOICES: readonly { readonly value: PartnerType; readonly name: string }[] =
  PARTNER_TYPES.map((value) => ({ value, name: PARTNER_WORDS[value] }));

/**
 * Adds a partner: makes its id and writes its `partner.yaml`.
 * @throws Failure (usage) for a type, tier, currency or id that cannot be, naming what is allowed.
 */
export async function addPartner(
  typed: TypedPartner,
  { territory, dryRun }: { readonly territory: Territory; readonly dryRun: boolean },
): Promise<AddedPartner> {
  const { root, tiers, partners } = territory;
  const partner = checkedPartner(typed, tiers);
  const add = async () => {
    const id = newId(typed, (await partnerFolders(root)).ids);
    const file = `${PARTNERS_FOLDER}/${id}/partner.yaml`;
    if (!dryRun) await writeFileAtomically(join(root, file), newPartnerFile(partner));
    const sameName = partners.filter((other) => other.partner.name.toLowerCase() === partner.name.toLowerCase());
    return { id, name: partner.name, file, sameName: sameName.map((other) => other.id) };
  };
  return dryRun ? add() : withWorkspaceLock(root, add);
}

function checkedPartner({ name, type, tier, currency }: TypedPartner, tiers: TiersTemplate): NewPartner {
  const cleanName = singleLine(name);
  if (cleanName === '' || cleanName.length > 500) {
    throw new Failure(
      'usage',
      'A partner has a name of 1 to 500 characters.',
      'cam partner add "Bluefjord Systems" --type msp',
    );
  }
  return {
    name: cleanName,
    type: partnerType(type),
    ...(tier !== undefined && { tier: tierId(tier, tiers) }),
    ...(currency !== undefined && { currency: currencyCode(currency) }),
  };
}

/** @throws Failure (usage) with the allowed types and the nearest one. */
export function partnerType(typed: string): PartnerType {
  const known = PARTNER_TYPES.find((type) => type === typed.toLowerCase());
  if (known) return known;
  throw notAllowed(`"${typed}" is not a type of partner`, typed, PARTNER_TYPES);
}

function tierId(typed: string, tiers: TiersTemplate): string {
  const id = tierIdOf(typed, tiers);
  if (id !== undefined) return id;
  throw notAllowed(
    `"${typed}" is not a tier of this program`,
    typed,
    tiers.tiers.map((tier) => tier.id),
  );
}

/** @throws Failure (usage) when it is not a three-letter code. */
export function currencyCode(typed: string): string {
  const code = typed.trim().toUpperCase();
  if (/^[A-Z]{3}$/.test(code)) return code;
  throw new Failure('usage', `"${typed}" is not a currency.`, 'Write its three-letter code, for example USD.');
}

function newId({ name, id }: TypedPartner, taken: readonly string[]): string {
  if (id === undefined) return partnerIdFromName(name, taken);
  if (taken.includes(id)) throw new Failure('usage', `There is a partner ${id} already.`, `cam partner show ${id}`);
  const sound = PARTNER_ID_PATTERN.test(id) && partnerIdFromName(id, []) === id;
  if (sound) return id;
  const remedy = `Lower-case letters, digits and hyphens, at most 80: for example --id ${partnerIdFromName(id, taken)}`;
  throw new Failure('usage', `"${id}" cannot be the id of a partner.`, remedy);
}

function notAllowed(message: string, typed: string, allowed: readonly string[]): Failure {
  const suggestion = nearest(typed, allowed);
  const end = suggestion ? ` Did you mean ${suggestion}?` : '';
  return new Failure('usage', `${message}.${end}`, `Allowed: ${allowed.join(', ')}.`);
}
