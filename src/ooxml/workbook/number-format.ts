/** What a number format says about the numbers under it. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  /** A day, with the time of day where the format shows one. */
  | { readonly kind: 'date'; readonly showsTime: boolean }
  /** A time of day. */
  | { readonly kind: 'time' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'currency'; readonly currency: string }
  /** An id such as a postcode, filled up with noughts to this many digits. */
  | { readonly kind: 'padded'; readonly digits: number };

const PLAIN: NumberFormat = { kind: 'plain' };
const DATE: NumberFormat = { kind: 'date', showsTime: false };

/**
 * The formats that files name by number only: ECMA-376 part 1, 18.8.30, with those of East Asian editions. 5 to 8, 41 to 44 are amounts
 * in the currency of whoever opens the file, so they name none.
 */
function builtIn(id: number): NumberFormat {
  if (id === 9 || id === 10) return { kind: 'percent' };
  if (id === 22) return { kind: 'date', showsTime: true };
  if ((id >= 18 && id <= 21) || id === 32 || id === 33) return { kind: 'time' };
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return DATE;
  // 45 to 47 are minutes and seconds and elapsed hours: a length of time, no day.
  return PLAIN;
}

/**
 * Understands a number format.
 * @param id its number in the file; @param code its text, where the file gives one
 */
export function readNumberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return builtIn(id);
  const section = firstSection(code);
  const bare = withoutLiterals(section);
  if (/^general$/i.test(bare.trim())) return currencyFormat(section) ?? PLAIN;
  if (/\[(h+|m+|s+)\]/i.test(section.replace(/"[^"]*"/g, ''))) return PLAIN;
  const date = dateFormat(bare);
  if (date) return date;
  if (bare.includes('%')) return { kind: 'percent' };
  if (/^0{2,}$/.test(section)) return { kind: 'padded', digits: section.length };
  return currencyFormat(section) ?? PLAIN;
}

/** The part that positive numbers are shown by; the parts are separated by semicolons outside quotes and brackets. */
function firstSection(code: string): string {
  const parts = /^(?:"[^"]*"?|\[[^\]]*\]?|\\.|[^;])*/s.exec(code);
  return parts?.[0] ?? code;
}

/** Without quoted text, escaped characters, padding and everything in brackets. */
function withoutLiterals(section: string): string {
  return section.replace(/"[^"]*"?|\\.|[_*].|\[[^\]]*\]/gs, '');
}

function dateFormat(bare: string): NumberFormat | undefined {
  const letters = bare
    .replace(/general/gi, '')
    .replace(/E[+-]/gi, '')
    .replace(/am\/pm|a\/p/gi, 'h');
  const hasDay = /[ydegb]/i.test(letters);
  const hasTime = /[hs]/i.test(letters);
  if (hasDay) return { kind: 'date', showsTime: hasTime };
  if (hasTime) return { kind: 'time' };
  return /m/i.test(letters) ? DATE : undefined;
}

const SYMBOLS = /^(?:[A-Z]{1,2}\$|[$€£¥₹₽₺₩₪₫₴₦฿])$/;
const CODES = new Set(Intl.supportedValuesOf('currency'));

/** Currencies whose sign means nothing without the place it is used in. The numbers are Windows locales, hexadecimal. */
const OF_LOCALE: Readonly<Record<string, string>> = {
  '$ 409': 'USD',
  '$ 1009': 'CAD',
  '$ C0C': 'CAD',
  '$ C09': 'AUD',
  '$ 1409': 'NZD',
  '$ 4809': 'SGD',
  '$ 80A': 'MXN',
  'KR 41D': 'SEK',
  'KR 414': 'NOK',
  'KR 406': 'DKK',
  'KR. 406': 'DKK',
  'FR. 807': 'CHF',
  'FR. 100C': 'CHF',
  '¥ 411': 'JPY',
  '¥ 804': 'CNY',
  '￥ 804': 'CNY',
  'ZŁ 415': 'PLN',
  'KČ 405': 'CZK',
  'FT 40E': 'HUF',
  '₽ 419': 'RUB',
  '₺ 41F': 'TRY',
  '₩ 412': 'KRW',
  '₪ 40D': 'ILS',
  'R$ 416': 'BRL',
  'RS. 4009': 'INR',
};

/** The currency a format shows: in brackets with a locale, `[$€-407]`; quoted or bare, `"EUR"`, `€`, `\$`. Any other text is a unit. */
function currencyFormat(section: string): NumberFormat | undefined {
  const bracket = /\[\$([^\]-]+)(?:-([0-9a-f]+))?[^\]]*\]/i.exec(section);
  if (bracket) {
    const symbol = bracket[1]!.trim();
    const locale = (bracket[2] ?? '').toUpperCase().replace(/^0+/, '');
    return { kind: 'currency', currency: OF_LOCALE[`${symbol.toUpperCase()} ${locale}`] ?? symbol };
  }
  const words = section.match(/"[^"]*"|\\.|[_*].|[$€£¥₹₽₺₩₪₫₴₦฿]/gs) ?? [];
  // An underscore keeps free the width of a character that is not shown: `_€` stands in formats without a currency.
  const shown = words.filter((word) => !/^[_*]/.test(word));
  const currency = shown
    .map((word) => word.replace(/^"(.*)"$|^\\/s, '$1'))
    .join('')
    .trim();
  return SYMBOLS.test(currency) || CODES.has(currency) ? { kind: 'currency', currency } : undefined;
}
