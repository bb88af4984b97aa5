import { addDays, daysBetween } from './calendar.mjs';

const NAMES = { sales: 'Quillmere Sales Professional', technical: 'Quillmere Technical Specialist' };
const VALID_DAYS = 730;
/** The newest certifications outlast the tier review by so many days. */
const LONGEST_DAYS = 560;
/** A first certification takes some weeks after signing. */
const FIRST_DAYS = 25;

/**
 * The certifications of a partner with their holders: expired ones, those that end before the tier review on stated days,
 * and the others, which outlast it. One person holds at most one of each kind.
 */
export function certificationsOf({ random, figures, words, allWords, asOf, reviewDate }) {
  const people = inventPeople(random, words.danish ? 'danish' : 'usual', allWords.people);
  return ['sales', 'technical'].flatMap((role) => {
    const { valid, expired = 0, expiring = [] } = figures.certifications[role];
    const first = addDays(figures.agreement_signed, FIRST_DAYS + VALID_DAYS);
    const soonest = Math.max(40, daysBetween(reviewDate, first));
    const lasting = Array.from({ length: valid - expiring.length }, () =>
      addDays(reviewDate, random.integer(soonest, Math.max(soonest, LONGEST_DAYS))),
    );
    const past = Array.from({ length: expired }, (_, index) =>
      addDays(asOf, -(29 + index * 31 + random.integer(0, 9))),
    );
    const held = [...past, ...expiring, ...lasting].sort();
    const named = [...(words.holders?.[role] ?? [])];
    return held.map((expires) => ({
      holder: named.shift() ?? people.next().value,
      role,
      name: NAMES[role],
      issued: addDays(expires, -VALID_DAYS),
      expires,
    }));
  });
}

function* inventPeople(random, origin, people) {
  const firsts = random.shuffled(origin === 'danish' ? people.danish_first : people.first);
  const lasts = random.shuffled(origin === 'danish' ? people.danish_last : people.last);
  for (let i = 0; i < firsts.length; i++) yield `${firsts[i]} ${lasts[i]}`;
}
