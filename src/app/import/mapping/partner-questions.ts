import type { PartnerFiles } from '../../../schema/territory.ts';
import { cutText } from '../../../units/cut-text.ts';
import { formatSentence } from '../../../units/format.ts';
import { sentence } from '../../../units/sentence.ts';
import { count } from '../../../units/value.ts';
import type { UnmatchedEntry } from '../import-report.ts';
import { nameKey } from '../match-partners.ts';
import type { Ask, MappingQuestion } from './question.ts';
import { LIKELY, rankPartners, type RankedPartner } from './rank-partners.ts';

/** What a person said about names that nobody knows. */
export interface PartnerAnswers {
  /** Names as the export has them: whose they are, or null where their rows are left out. */
  readonly assigned: Readonly<Record<string, string | null>>;
  /** Names of which partners are to be made. */
  readonly created: ReadonlySet<string>;
}

/** A name nobody knows, with the other ways an export spells it. */
interface UnknownName {
  readonly spellings: readonly string[];
  readonly rows: number;
  readonly why: string;
}

/** From so many names on it is asked first whether they are to be settled one by one. */
const MANY = 4;
/** From this likeness on a partner is shown before the others. */
const SHOWN_FIRST = LIKELY / 2;
const MOST_LIKELY_SHOWN = 5;

const CREATE = 'create';
const LEAVE_OUT = 'leave out';
/** Ids have no colon, so that no partner can be called like a choice. */
const PARTNER = 'partner:';

/** Asks whose names those are that an import could not match. A partner with a similar name is shown first, and taken only when chosen. */
export async function askPartners(
  unmatched: readonly UnmatchedEntry[],
  partners: readonly Pick<PartnerFiles, 'id' | 'partner'>[],
  ask: Ask,
): Promise<PartnerAnswers> {
  const names = unknownNames(unmatched);
  const assigned: Record<string, string | null> = {};
  const created = new Set<string>();
  const how = names.length < MANY ? 'one by one' : await ask(howQuestion(names, partners.length > 0));
  if (how === 'later') return { assigned, created };
  for (const name of names) {
    const isNamed = name.spellings[0] !== '';
    if (how === CREATE && !isNamed) continue;
    const answer = how === CREATE ? CREATE : await ask(nameQuestion(name, rankPartners(name.spellings[0]!, partners)));
    for (const spelling of name.spellings) {
      if (answer === CREATE) created.add(spelling);
      else assigned[spelling] = answer === LEAVE_OUT ? null : answer.slice(PARTNER.length);
    }
  }
  return { assigned, created };
}

function unknownNames(unmatched: readonly UnmatchedEntry[]): UnknownName[] {
  const byKey = new Map<string, { spellings: string[]; rows: number; why: string }>();
  for (const { partner, rows, why } of unmatched) {
    const key = nameKey(partner);
    const known = byKey.get(key) ?? { spellings: [], rows: 0, why };
    byKey.set(key, known);
    known.rows += rows;
    if (!known.spellings.includes(partner)) known.spellings.push(partner);
  }
  // Rows that name nobody come last: what is known of the others helps.
  return [...byKey.values()].sort((a, b) => Number(a.spellings[0] === '') - Number(b.spellings[0] === ''));
}

function howQuestion(names: readonly UnknownName[], hasPartners: boolean): MappingQuestion {
  const some = names
    .map(({ spellings }) => spellings[0]!)
    .filter((name) => name !== '')
    .slice(0, 3)
    .map((name) => cutText(name, 30))
    .join(', ');
  return {
    message: `${names.length} partner names of the export are not known (${some} …)`,
    choices: [
      { value: 'one by one', name: 'Settle them one by one' },
      { value: CREATE, name: 'Add all of them as new partners' },
      { value: 'later', name: 'Not now: import the other rows and list these' },
    ],
    proposal: hasPartners ? 'one by one' : CREATE,
  };
}

function nameQuestion({ spellings, rows, why }: UnknownName, ranked: readonly RankedPartner[]): MappingQuestion {
  const name = spellings[0]!;
  const inRows = formatSentence(sentence('{rows|row|rows}', { rows: count(rows) }), { locale: 'en-GB' });
  const likely = ranked.filter(({ likeness }) => likeness >= SHOWN_FIRST).slice(0, MOST_LIKELY_SHOWN);
  const others = ranked.filter((partner) => !likely.includes(partner)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const isLikely = (likely[0]?.likeness ?? 0) >= LIKELY;
  const create = name === '' ? [] : [{ value: CREATE, name: `Add "${cutText(name, 40)}" as a new partner` }];
  const leaveOut = { value: LEAVE_OUT, name: 'Leave these rows out, of the next exports too' };
  return {
    message:
      name === ''
        ? `${inRows} ${rows === 1 ? 'names' : 'name'} no partner; whose are such rows?`
        : `"${cutText(name, 50)}" in ${inRows} (${why}):`,
    choices: [...likely.map(choiceOf), ...create, leaveOut, ...others.map(choiceOf)],
    proposal: isLikely && name !== '' ? `${PARTNER}${likely[0]!.id}` : (create[0]?.value ?? LEAVE_OUT),
  };
}

function choiceOf({ id, name }: RankedPartner): { readonly value: string; readonly name: string } {
  return { value: `${PARTNER}${id}`, name: `${cutText(name, 50)} (${id})` };
}
