/** Symbols that stand for one currency only; `$` and `¥` are shared by several and are not among them. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  US$: 'USD',
  A$: 'AUD',
  AU$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  NZ$: 'NZD',
  S$: 'SGD',
  HK$: 'HKD',
  R$: 'BRL',
  MX$: 'MXN',
};

const NAMES: Readonly<Record<string, string>> = {
  'us dollar': 'USD',
  'u.s. dollar': 'USD',
  'united states dollar': 'USD',
  euro: 'EUR',
  'pound sterling': 'GBP',
  'british pound': 'GBP',
  'swiss franc': 'CHF',
  'canadian dollar': 'CAD',
  'australian dollar': 'AUD',
  'japanese yen': 'JPY',
  'indian rupee': 'INR',
};

const SHARED: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'TWD', 'CLP', 'COP', 'ARS'],
  '¥': ['JPY', 'CNY'],
};

const CODES = new Set(Intl.supportedValuesOf('currency'));

/**
 * The currency a symbol, code or name means; undefined when it is none. A symbol several currencies share means the territory's when
 * that is one of them.
 */
export function currencyOf(written: string, territoryCurrency: string): string | undefined {
  const text = written.trim();
  const code = text.toUpperCase();
  if (CODES.has(code)) return code;
  if (SHARED[text]) return SHARED[text].includes(territoryCurrency) ? territoryCurrency : undefined;
  return SYMBOLS[code] ?? NAMES[text.toLowerCase().replace(/^[a-z]{3} - /, '')] ?? currencyInBrackets(text);
}

/** Whether three capital letters name a currency. */
export function isCurrencyCode(code: string): boolean {
  return CODES.has(code);
}

/** `Euro (EUR)`, `USD - U.S. Dollar`. */
function currencyInBrackets(text: string): string | undefined {
  const code = /\(([A-Z]{3})\)$/.exec(text)?.[1] ?? /^([A-Z]{3}) - /.exec(text)?.[1];
  return code !== undefined && CODES.has(code) ? code : undefined;
}
