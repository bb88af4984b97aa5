import { formatValue, roundHalfUp, type Locale } from '../units/format.ts';
import { share, text, type Value } from '../units/value.ts';

/** Below this a share is read in parts of a percent. */
const SMALL = 0.1;

/** A share in whole percent; a small one with as many as two decimals, where it has any: 2 %, 0.75 %. */
export function shortShare(ratio: number, locale: Locale): Value {
  const percent = roundHalfUp(ratio * 100, 2);
  if (Math.abs(ratio) >= SMALL || Number.isInteger(percent)) return share(ratio);
  const whole = formatValue(share(1), { locale });
  return text(whole.replace('100', String(percent).replace('-', '\u2212')));
}
