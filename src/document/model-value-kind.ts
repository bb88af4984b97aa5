/** What a number of a forecast is, which decides how it is shown. */
export type ModelValueKind = 'amount' | 'share' | 'number' | 'months' | 'factor';
