import { partnerSchema, type Partner, type PartnerType } from '../../schema/partner.ts';
import type { Territory } from '../../schema/territory.ts';
import { cutText } from '../../units/cut-text.ts';
import { partnerIdFromName } from '../partners/partner-id.ts';
import { newPartnerFile, type NewPartner } from '../partners/new-partner-file.ts';
import { isCrmId } from './salesforce-id.ts';
import { matchPartners, type AssignedNames, type PartnerMatcher, type PartnerMention } from './match-partners.ts';

export interface DirectoryOptions {
  /** Type of the partners that are added. */
  readonly type: PartnerType;
  /** Whether a partner is added that an export names under this name and nobody knows; otherwise its rows stay unmatched. */
  mayCreate(name: string): boolean;
  /** Told of every partner that is added, before a row is given to it. */
  onCreate(created: CreatedPartner): void;
}

/** A partner that is added by an import. */
export interface CreatedPartner {
  readonly id: string;
  readonly partner: Partner;
  /** Text of its partner.yaml. */
  readonly file: string;
}

/** The partner of a row, why it has none, or the name whose rows a person wants left out. */
export type Resolution =
  { readonly id: string } | { readonly unmatched: string; readonly why: string } | { readonly leftOut: string };

const LONGEST_NAME = 500;
const LONGEST_CRM_ID = 100;

/** Finds the partner each row belongs to and, where that is wanted, adds the ones nobody knows. */
export class PartnerDirectory {
  readonly created: CreatedPartner[] = [];
  private readonly matcher: PartnerMatcher;
  private readonly ids: Set<string>;

  /** @param knownIds every partner folder there is */
  constructor(
    { partners }: Pick<Territory, 'partners'>,
    knownIds: readonly string[],
    private readonly options: DirectoryOptions,
  ) {
    this.matcher = matchPartners(partners);
    this.ids = new Set(knownIds);
  }

  /** @param assigned what the mapping of the export says about names */
  resolve(mention: PartnerMention, assigned?: AssignedNames): Resolution {
    const shown = mention.name ?? mention.crmId ?? mention.domain ?? '';
    const stated = assigned?.(mention);
    if (stated === null) return { leftOut: shown };
    if (shown === '' && stated === undefined) return { unmatched: '', why: 'the row names no partner' };
    const match = stated === undefined ? this.matcher.match(mention) : { id: stated };
    if (match && 'among' in match) return { unmatched: shown, why: `could be ${match.among.join(' or ')}` };
    if (match && this.ids.has(match.id)) return match;
    if (shown.length > LONGEST_NAME) {
      return { unmatched: cutText(shown, 60), why: 'the name is longer than 500 characters' };
    }
    if (shown !== '' && this.options.mayCreate(shown)) return { id: this.add(mention, match?.id) };
    return {
      unmatched: shown,
      why: match ? `the mapping says ${match.id}, and there is no such partner` : 'no partner has this name',
    };
  }

  /** The id of the partner all rows belong to; one nobody knows is added under it. */
  require(id: string): string {
    return this.ids.has(id) ? id : this.add({ name: id });
  }

  private add({ name, crmId }: PartnerMention, wantedId?: string): string {
    const called = name ?? crmId!;
    const id = wantedId ?? partnerIdFromName(called, this.ids);
    const known = crmId ?? (isCrmId(called) ? called : undefined);
    const kept = known !== undefined && known.length <= LONGEST_CRM_ID ? known : undefined;
    const added: NewPartner = { name: called, type: this.options.type, ...(kept !== undefined && { crmId: kept }) };
    const partner = partnerSchema.parse({ name: called, type: added.type, crm_ids: kept === undefined ? [] : [kept] });
    const created = { id, partner, file: newPartnerFile(added) };
    this.created.push(created);
    this.ids.add(id);
    this.matcher.learn(id, partner);
    this.options.onCreate(created);
    return id;
  }
}
