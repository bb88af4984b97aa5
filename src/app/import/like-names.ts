import type { PartnerFiles } from '../../schema/territory.ts';
import { cutText } from '../../units/cut-text.ts';
import { plural } from '../../units/plural.ts';
import type { FileReport } from './import-report.ts';
import { LIKELY, rankPartners } from './mapping/rank-partners.ts';
import type { CreatedPartner } from './partner-directory.ts';
import { isCrmId } from './salesforce-id.ts';

type Known = readonly Pick<PartnerFiles, 'id' | 'partner'>[];

/** Names that are compared with those of all partners; a report does not show more. */
const MOST_COMPARED = 50;
const MOST_NAMED = 3;

/** Unmatched names with the partner whose name is so like theirs that a slip of the pen is likely; it is only ever said. */
export function nameNearest(report: FileReport, partners: Known): FileReport {
  const unmatched = report.unmatched.map((entry, index) => {
    const nearest = index < MOST_COMPARED ? likePartner(entry.partner, partners) : undefined;
    return nearest === undefined ? entry : { ...entry, nearest };
  });
  return { ...report, unmatched };
}

/** What to look at among partners that an import adds: names like those of known partners, and ids in the place of names. */
export function oddNewNames(created: readonly CreatedPartner[], partners: Known): FileReport['warnings'] {
  const alike = created.slice(0, MOST_COMPARED).flatMap(({ id, partner }) => {
    const nearest = likePartner(partner.name, partners);
    return nearest === undefined ? [] : [{ id, nearest }];
  });
  const byId = created.filter(({ partner }) => isCrmId(partner.name));
  return [...alikeWarning(alike), ...idsWarning(byId)];
}

function likePartner(name: string, partners: Known): string | undefined {
  if (name === '' || isCrmId(name)) return undefined;
  const [best] = rankPartners(name, partners);
  return best && best.likeness >= LIKELY ? best.id : undefined;
}

function alikeWarning(alike: readonly { readonly id: string; readonly nearest: string }[]): FileReport['warnings'] {
  const [first] = alike;
  if (!first) return [];
  const named = alike.slice(0, MOST_NAMED).map(({ id, nearest }) => `${id} like ${nearest}`);
  const more = alike.length > MOST_NAMED ? ` + ${alike.length - MOST_NAMED} more` : '';
  const how = `where two are one: cam partner merge ${first.id} ${first.nearest}`;
  const have = alike.length === 1 ? 'has a name like a known one' : 'have names like known ones';
  return [
    {
      where: 'partners',
      message: `${plural(alike.length, 'new partner')} ${have} (${named.join(', ')}${more}); ${how}`,
    },
  ];
}

function idsWarning(byId: readonly CreatedPartner[]): FileReport['warnings'] {
  const [first] = byId;
  if (!first) return [];
  const are = byId.length === 1 ? 'is named by an id of the CRM' : 'are named by ids of the CRM';
  const message =
    `${plural(byId.length, 'new partner')} ${are} (${cutText(first.partner.name, 20)} …); ` +
    'the export of its accounts gives them their names: cam import ACCOUNTS.csv --kind partners';
  return [{ where: 'partners', message }];
}
