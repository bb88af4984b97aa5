import type { Deal } from '../../schema/deal.ts';
import { FORECAST_CATEGORIES, PARTNER_ROLES } from '../../schema/deal.ts';
import { DEAL_STATUSES, DEAL_TYPES } from '../../schema/cam-config.ts';

/** Where a deal stands, in the words of the usual CRMs. A bare "Closed" is not among them: it is won in one and lost in another. */
const STATUS_WORDS: Readonly<Record<Deal['status'], readonly string[]>> = {
  won: [
    'won',
    'closed won',
    'closedwon',
    'close won',
    'deal won',
    'win',
    'booked',
    'order received',
    'gewonnen',
    'geschlossen gewonnen',
    'geschlossen und gewonnen',
    'gesloten gewonnen',
    'gagne',
    'gagnee',
    'ferme gagne',
    'fermee gagnee',
    'ganado',
    'ganada',
    'cerrado ganado',
    'cerrada ganada',
    'vinta',
    'chiusa vinta',
    'vinto',
    'chiuso vinto',
  ],
  lost: [
    'lost',
    'closed lost',
    'closedlost',
    'close lost',
    'deal lost',
    'lost to competitor',
    'lost to competition',
    'closed lost to competition',
    'verloren',
    'geschlossen verloren',
    'geschlossen und verloren',
    'gesloten verloren',
    'perdu',
    'perdue',
    'ferme perdu',
    'fermee perdue',
    'perdido',
    'perdida',
    'cerrado perdido',
    'cerrada perdida',
    'persa',
    'chiusa persa',
    'perso',
    'chiuso perso',
    'no decision',
    'abandoned',
    'cancelled',
    'canceled',
    'out sold',
    'disqualified',
    'dead',
  ],
  open: [
    'open',
    'offen',
    'ouvert',
    'ouverte',
    'abierto',
    'abierta',
    'aperta',
    'aperto',
    'in progress',
    'pipeline',
    'new',
    'prospecting',
    'prospect',
    'prospected',
    'lead in',
    'contact made',
    'qualification',
    'qualify',
    'qualified',
    'qualified to buy',
    'qualifying',
    'discovery',
    'discover',
    'needs analysis',
    'needs defined',
    'value proposition',
    'id decision makers',
    'perception analysis',
    'develop',
    'development',
    'demo',
    'demo scheduled',
    'presentation',
    'presentation scheduled',
    'appointment scheduled',
    // HubSpot's own ids of the stages every portal starts with; others are numbers, and nobody but the portal knows what they mean.
    'appointmentscheduled',
    'qualifiedtobuy',
    'presentationscheduled',
    'decisionmakerboughtin',
    'contractsent',
    'decision maker bought in',
    'evaluation',
    'technical evaluation',
    'proof of concept',
    'poc',
    'propose',
    'proposal',
    'proposal made',
    'proposal sent',
    'proposal price quote',
    'proposal quote',
    'quote',
    'quote sent',
    'negotiation',
    'negotiations started',
    'negotiation review',
    'negotiating',
    'contract sent',
    'contracting',
    'verbal',
    'verbal commitment',
    'commit',
    'on hold',
  ],
};

const TYPE_WORDS: Readonly<Record<NonNullable<Deal['type']>, readonly string[]>> = {
  new: ['new', 'new business', 'newbusiness', 'new customer', 'new logo', 'net new'],
  renewal: ['renewal', 'renew', 'existing customer replacement', 'contract renewal', 'subscription renewal'],
  expansion: [
    'expansion',
    'upsell',
    'cross sell',
    'add on',
    'addon',
    'upgrade',
    'existing business',
    'existingbusiness',
    'existing customer upgrade',
  ],
};

const CATEGORY_WORDS: Readonly<Record<NonNullable<Deal['forecast_category']>, readonly string[]>> = {
  commit: ['commit', 'committed', 'forecast'],
  'best-case': ['best case', 'bestcase', 'most likely'],
  pipeline: ['pipeline'],
  omitted: ['omitted', 'omit', 'not forecasted', 'lost', 'closed lost'],
  closed: ['closed', 'won', 'closed won'],
};

const ROLE_WORDS: Readonly<Record<NonNullable<Deal['partner_role']>, readonly string[]>> = {
  sourced: ['sourced', 'partner sourced', 'source', 'referral', 'originated'],
  influenced: ['influenced', 'partner influenced', 'influence', 'co sell', 'cosell', 'assisted'],
  fulfil: ['fulfil', 'fulfill', 'fulfilled', 'fulfilment', 'fulfillment', 'resell', 'reseller'],
};

/** The status a label means by itself; undefined when it is none of the usual words. */
export const statusOfLabel = wordReader(DEAL_STATUSES, STATUS_WORDS);
/** New business, renewal or expansion. */
export const typeOfLabel = wordReader(DEAL_TYPES, TYPE_WORDS);
/** Commit, best case, pipeline, omitted or closed. */
export const categoryOfLabel = wordReader(FORECAST_CATEGORIES, CATEGORY_WORDS);
/** What the partner does in the deal. */
export const roleOfLabel = wordReader(PARTNER_ROLES, ROLE_WORDS);

/** A guess for the mapping's author to confirm, from a word inside the label; never used by itself. */
export function guessStatus(label: string): Deal['status'] {
  return endInLabel(label) ?? 'open';
}

/** Won or lost where a word inside the label says so, in any of the languages known; undefined where none does. */
export function endInLabel(label: string): 'won' | 'lost' | undefined {
  const words = ` ${labelKey(label)} `;
  if (/ (won|win|booked|gewonnen|gagne|ganad[oa]|vint[oa]) /.test(words)) return 'won';
  return / (lost|loss|dead|cancell?ed|verloren|perdu|perdid[oa]|pers[oa]) /.test(words) ? 'lost' : undefined;
}

/** A stage without the name of its pipeline, which HubSpot puts behind it: `Closed Won (Sales Pipeline)`. */
export function withoutPipeline(label: string): string {
  return label.replace(/\s*\([^()]*\bpipeline\)\s*$/i, '');
}

/** A yes or no as exports write it; undefined for an empty cell or anything else. */
export function readYesNo(cell: string): boolean | undefined {
  const word = cell.trim().toLowerCase();
  if (['true', '1', 'yes', 'y', 'x', 'checked', 'wahr', 'ja'].includes(word)) return true;
  return ['false', '0', 'no', 'n', 'unchecked', 'falsch', 'nein'].includes(word) ? false : undefined;
}

/** A label without what is written differently from one export to the next: case, punctuation, accents. */
export function labelKey(label: string): string {
  const key = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
  // A label of signs only is known by its signs.
  return key === '' ? label.trim() : key;
}

function wordReader<T extends string>(
  meanings: readonly T[],
  words: Readonly<Record<T, readonly string[]>>,
): (label: string) => T | undefined {
  const byKey = new Map<string, T>();
  for (const meaning of meanings) {
    for (const word of [meaning, ...words[meaning]]) byKey.set(labelKey(word), meaning);
  }
  return (label) => byKey.get(labelKey(label));
}
