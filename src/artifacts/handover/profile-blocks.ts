import type { Block, Bullets } from '../../document/block.ts';
import { PARTNER_WORDS } from '../../domain/partner-words.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { date, text } from '../../units/value.ts';
import type { HandoverResult } from './compute.ts';

/** Who the partner is: what was agreed and under which names it is known. Never its notes. */
export function profileBullets({ input: { files, tiers }, lifeStage, lastContact }: HandoverResult): Bullets {
  const { partner } = files;
  const tier = tiers.tiers.find(({ id }) => id === partner.tier)?.title ?? 'no tier';
  const kind = [PARTNER_WORDS[partner.type], tier, `${partner.coverage_tier} coverage`];
  const { stage, reason } = lifeStage;
  const signed = partner.agreement_signed;
  const items: readonly (Sentence | undefined)[] = [
    sentence('{kind}', { kind: text(kind.join(', ')) }),
    sentence(`Stage {stage}: ${reason.pattern}`, { ...reason.values, stage: text(stage.title) }),
    signed && sentence('Partner since {day}', { day: date(signed) }),
    listed('Belongs to {list}', [partner.parent]),
    listed('Industries: {list}', partner.verticals),
    listed(
      'Formerly {list}',
      partner.former_names.map(({ name, until }) => `${name} (until ${until})`),
    ),
    listed('Also known as {list}', partner.aliases),
    listed('In the CRM: {list}', partner.crm_ids),
    lastContact && sentence('Last contact on {day}', { day: date(lastContact) }),
  ];
  return { kind: 'bullets', items: items.filter((item) => item !== undefined) };
}

/** The people there, champions and those in the reviews first. Addresses stay in the address book. */
export function peopleBlocks({ input: { files } }: HandoverResult): readonly Block[] {
  const { contacts } = files.partner;
  if (contacts.length === 0) return [{ kind: 'paragraph', text: sentence('Nobody there is noted in the profile.') }];
  const weight = ({ champion, qbr }: (typeof contacts)[number]): number => (champion ? 2 : 0) + (qbr ? 1 : 0);
  const rows = contacts.toSorted((a, b) => weight(b) - weight(a));
  return [
    {
      kind: 'table',
      id: 'people',
      columns: [
        { key: 'name', label: 'People', align: 'left', weight: 2, cut: 'name', tone: 'strong' },
        { key: 'role', label: 'Role', align: 'left', weight: 2, cut: 'text' },
        { key: 'mark', label: 'Part', align: 'left', weight: 1, cut: 'fixed', tone: 'soft' },
      ],
      rows: rows.map(({ name, role, champion, qbr }) => ({
        cells: {
          name: { value: text(name) },
          ...(role !== undefined && { role: { value: text(role) } }),
          ...((champion || qbr) && { mark: { value: text(champion ? 'champion' : 'in reviews') } }),
        },
      })),
    },
  ];
}

function listed(pattern: string, words: readonly (string | undefined)[]): Sentence | undefined {
  const known = words.filter((word) => word !== undefined);
  return known.length === 0 ? undefined : sentence(pattern, { list: text(known.join(', ')) });
}
