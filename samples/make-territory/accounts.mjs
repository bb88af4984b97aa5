/**
 * The customers of each partner, invented and unlike each other across the whole territory: as many as its account list
 * names, in its own industries. Returns `{ name, vertical }` by partner.
 */
export function accountsByPartner(numbers, words, randomOf) {
  const taken = new Set(Object.values(words.partners).flatMap(namesGivenByHand));
  return new Map(
    numbers.partners.map((figures) => {
      const own = words.partners[figures.id];
      const random = randomOf(figures.id, 'accounts');
      const accounts = own.named_accounts
        ? own.named_accounts.map((name) => ({ name, vertical: random.pick(figures.verticals) }))
        : inventAccounts(random, { count: own.accounts, verticals: figures.verticals, words, taken });
      return [figures.id, accounts];
    }),
  );
}

function namesGivenByHand({ open_deals: open = [], largest_deals: largest = [], won_deals: won = {} }) {
  return [...open, ...largest, ...Object.values(won)].map(({ account }) => account);
}

function inventAccounts(random, { count, verticals, words, taken }) {
  const accounts = [];
  while (accounts.length < count) {
    const vertical = verticals[accounts.length % verticals.length];
    const name = random.pick(words.verticals[vertical].accounts).replace('{p}', random.pick(words.places));
    if (taken.has(name)) continue;
    taken.add(name);
    accounts.push({ name, vertical });
  }
  return accounts;
}
