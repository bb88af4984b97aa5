/**
 * Repeatable chance: the same keys give the same sequence, so that one partner can change without drawing the others anew.
 * @param {...(string | number)} keys
 */
export function randomFor(...keys) {
  const next = mulberry32(hashOf(keys.join('/')));
  const integer = (low, high) => low + Math.floor(next() * (high - low + 1));
  const pick = (list) => list[integer(0, list.length - 1)];
  return {
    /** A number from 0 up to, but not including, 1. */
    next,
    /** A whole number, both ends included. */
    integer,
    pick,
    chance: (probability) => next() < probability,
    /** One key of a record of weights. */
    weighted(weights) {
      const entries = Object.entries(weights);
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1))[0];
    },
    shuffled(list) {
      const shuffled = [...list];
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = integer(0, i);
        [shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]];
      }
      return shuffled;
    },
  };
}

function hashOf(text) {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193);
  return hash >>> 0;
}

function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
