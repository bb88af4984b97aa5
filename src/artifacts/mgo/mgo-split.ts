import type { MgoName } from '../../schema/mgo.ts';

/** Rows of what has to be done: what is counted, and what it brings. */
export const SPLIT_ROWS: readonly MgoName[] = ['campaigns', 'reached', 'responses', 'mgos', 'deals', 'revenue'];

/** Over whom and how much of a year a year's number is divided; a quarter has thirteen weeks. */
export const SPLIT_COLUMNS = [
  { key: 'whole', title: 'All, a year', partners: 'all', parts: 1 },
  { key: 'year', title: 'Each, a year', partners: 'each', parts: 1 },
  { key: 'quarter', title: 'A quarter', partners: 'each', parts: 4 },
  { key: 'month', title: 'A month', partners: 'each', parts: 12 },
  { key: 'week', title: 'A week', partners: 'each', parts: 52 },
] as const;
