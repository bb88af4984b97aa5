import type { PartnerType } from '../../schema/partner.ts';

/** What is known of a partner when it is added. */
export interface NewPartner {
  readonly name: string;
  readonly type: PartnerType;
  readonly tier?: string;
  readonly currency?: string;
  /** Its id in the system it was imported from. */
  readonly crmId?: string;
  /** What else a list of partners told, by the keys of the file. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Text of a new `partner.yaml`: what is known, then what can be added, as comments to be filled in. */
export function newPartnerFile({ name, type, tier, currency, crmId, more = {} }: NewPartner): string {
  const known = [
    ['name', quoted(name)],
    ['type', type],
    ['tier', tier],
    ['currency', currency],
    ['crm_ids', crmId === undefined ? undefined : `[${quoted(crmId)}]`],
    ...Object.entries(more).map(([key, value]) => [key, value === undefined ? undefined : JSON.stringify(value)]),
  ].flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}\n`]));
  return `# yaml-language-server: $schema=../../.cam/schemas/partner.json\n${known.join('')}${MORE}`;
}

/** JSON's quotes are YAML's too, whatever the text holds. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

const MORE = `
# Leave out what you do not know: unknown is not zero. Remove the # of what you add, "cam check" reads it with you.
#
# agreement_signed: 2025-07-01
# life_stage: onboard          # recruit, onboard, sales-motivation, opportunity-targeting, pipeline-activation, support-success
# coverage_tier: managed       # strategic, managed, light: how much of your time it gets
# aliases: [Other spelling]    # names under which exports may list this partner
# contacts:
#   - { name: First Last, role: Managing director, champion: true, qbr: true }
# targets:                     # a raised target is a new entry; the old one stays
#   - { fiscal_year: FY26, agreed: 2025-07-01, annual: 500000 }
# certifications:              # [] means there are none
#   - { holder: First Last, role: technical, name: Engineer, issued: 2025-09-01, expires: 2027-08-31 }
# meetings:
#   - { kind: qbr, quarter: FY26-Q3, planned_week: 2026-04-13 }
`;
