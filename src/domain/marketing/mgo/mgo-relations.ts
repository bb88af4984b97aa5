import type { MgoName } from '../../../schema/mgo.ts';

/** One number of the worksheet. */
export interface MgoQuantity {
  readonly name: MgoName;
  /** By which people speak of it: the worksheet runs from A to L. */
  readonly letter: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: 'count' | 'share' | 'amount';
}

const entry = (letter: string, name: MgoName, label: string, unit: string): MgoQuantity => ({
  letter,
  name,
  label,
  unit,
  kind: name.endsWith('_rate') ? 'share' : name === 'average_deal' || name === 'revenue' ? 'amount' : 'count',
});

/** The worksheet from A to L. */
export const MGO_QUANTITIES: readonly MgoQuantity[] = [
  entry('A', 'partners', 'Partners', 'that run campaigns'),
  entry('B', 'campaigns', 'Campaigns', 'a year, each partner'),
  entry('C', 'contacts', 'Contacts', 'in each campaign'),
  entry('D', 'reached', 'Contacts reached', 'A × B × C, a year'),
  entry('E', 'response_rate', 'Response rate', 'of contacts'),
  entry('F', 'responses', 'Responses', 'D × E, a year'),
  entry('G', 'mgo_rate', 'MGO rate', 'of responses'),
  entry('H', 'mgos', 'MGOs', 'F × G, a year'),
  entry('I', 'close_rate', 'Close rate', 'of MGOs'),
  entry('J', 'deals', 'Deals', 'H × I, a year'),
  entry('K', 'average_deal', 'Average deal', 'each deal'),
  entry('L', 'revenue', 'Revenue', 'J × K, a year'),
];

/** A number that is the product of others. */
export interface MgoRelation {
  readonly whole: MgoName;
  readonly parts: readonly MgoName[];
}

/** All that the worksheet knows: every number follows from these by multiplying and dividing. */
export const MGO_RELATIONS: readonly MgoRelation[] = [
  { whole: 'reached', parts: ['partners', 'campaigns', 'contacts'] },
  { whole: 'responses', parts: ['reached', 'response_rate'] },
  { whole: 'mgos', parts: ['responses', 'mgo_rate'] },
  { whole: 'deals', parts: ['mgos', 'close_rate'] },
  { whole: 'revenue', parts: ['deals', 'average_deal'] },
];

/** The numbers that follow from no others, from the first to the last. */
export const MGO_DRIVERS: readonly MgoName[] = MGO_QUANTITIES.map(({ name }) => name).filter((name) =>
  MGO_RELATIONS.every(({ whole }) => whole !== name),
);

/** A number of the worksheet by its name. */
export function mgoQuantity(name: MgoName): MgoQuantity {
  return MGO_QUANTITIES.find((quantity) => quantity.name === name)!;
}
