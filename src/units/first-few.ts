import { formatValue } from './format.ts';

const LOCALE = { locale: 'en-GB' } as const;

/** `Ana, Ben and 1,200 more`: as many of a list as a sentence can bear, and how many it leaves out, so that none goes unsaid. */
export function firstFew(
  all: readonly (string | number)[],
  most: number,
  { between = ', ', more = 'more' }: { readonly between?: string; readonly more?: string } = {},
): string {
  const named = all.slice(0, most).join(between);
  const left = all.length - most;
  return left > 0 ? `${named} and ${formatValue({ kind: 'count', count: left }, LOCALE)} ${more}` : named;
}
