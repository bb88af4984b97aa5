/** An amount of money as people type it: `+12000`, `-1,250.50`, `−500`; undefined for anything else and for zero. */
export function signedAmount(typed: string): number | undefined {
  const match = /^([+\-−]?)\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/.exec(typed.trim());
  if (!match) return undefined;
  const [, sign, whole, fraction = ''] = match;
  const amount = Number(`${whole!.replaceAll(',', '')}${fraction}`);
  if (amount === 0 || amount > 1e15) return undefined;
  return sign === '-' || sign === '−' ? -amount : amount;
}
