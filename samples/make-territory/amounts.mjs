/**
 * Splits a total into parts of believable sizes that add up to it exactly: many middling ones, a few large.
 * `unit` is the step in which the parts are quoted; the total must be a multiple of it.
 */
export function splitAmount(random, total, count, unit) {
  if (count === 0) return [];
  const least = Math.max(1, Math.floor((0.3 * total) / count / unit));
  const weights = Array.from({ length: count }, () => Math.exp(0.55 * bell(random)));
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((weight) => Math.max(least, Math.round(((weight / sum) * total) / unit)));
  let left = Math.round(total / unit) - parts.reduce((a, b) => a + b, 0);
  while (left !== 0) {
    const largest = parts.indexOf(Math.max(...parts));
    const step = left > 0 ? left : Math.max(left, least - parts[largest]);
    parts[largest] += step;
    left -= step;
  }
  return parts.map((part) => part * unit);
}

/**
 * Chooses items whose amounts add up to `total`, preferring earlier ones in the list. Where no choice does, the closest
 * one below it is returned with `exact` false.
 */
export function chooseToSum(items, total, unit) {
  const sizes = items.map((item) => Math.round(item.amount / unit));
  const reachable = reachableSums(sizes, Math.round(total / unit));
  let left = Math.round(total / unit);
  while (!reachable[0][left]) left--;
  const exact = left * unit === total;
  const chosen = items.filter((_, index) => {
    const size = sizes[index];
    if (size > left || !reachable[index + 1][left - size]) return false;
    left -= size;
    return true;
  });
  return { chosen, exact };
}

/** reachable[i][s]: some of the items from the i-th on add up to s. */
function reachableSums(sizes, total) {
  const reachable = Array.from({ length: sizes.length + 1 }, () => new Uint8Array(total + 1));
  reachable[sizes.length][0] = 1;
  for (let i = sizes.length - 1; i >= 0; i--) {
    for (let sum = 0; sum <= total; sum++) {
      reachable[i][sum] = reachable[i + 1][sum] || (sum >= sizes[i] && reachable[i + 1][sum - sizes[i]]) ? 1 : 0;
    }
  }
  return reachable;
}

/** Roughly a normal distribution around 0, from -2.4 to 2.4. */
function bell(random) {
  return (random.next() + random.next() + random.next() + random.next() - 2) * 1.2 * 1.7;
}
