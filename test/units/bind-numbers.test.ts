import { expect, test } from 'vitest';
import { bindNumbers } from '../../src/units/bind-numbers.ts';

test.each([
  ['The base case pays back in month 13', 'The base case pays back in month\u00a013'],
  ['Bookings reach 87 % of plan on 30 June', 'Bookings reach 87\u00a0% of plan on 30\u00a0June'],
  ['Nothing of 3 months and a month is bound', 'Nothing of 3 months and a month is bound'],
])('a headline never breaks between a number and its unit: %s', (headline, bound) => {
  expect(bindNumbers(headline)).toBe(bound);
});
