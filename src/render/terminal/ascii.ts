import { STATUS_SYMBOLS } from '../../document/status-symbol.ts';

const REPLACEMENTS: Readonly<Record<string, string>> = {
  [STATUS_SYMBOLS.good]: '^',
  [STATUS_SYMBOLS.watch]: 'o',
  [STATUS_SYMBOLS.bad]: 'v',
  [STATUS_SYMBOLS.unknown]: '?',
  '━': '=',
  '─': '-',
  '•': '-',
  '·': '-',
  '\u00a0': ' ',
  '−': '-',
  '–': '-',
  '—': '-',
  '…': '...',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '€': 'EUR ',
  '£': 'GBP ',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  æ: 'ae',
  Æ: 'AE',
};

/** The text for a terminal without UTF-8: known signs by their stand-ins, accents dropped, anything else a question mark. */
export function toAscii(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return Array.from(text, (character) => REPLACEMENTS[character] ?? withoutAccent(character)).join('');
}

function withoutAccent(character: string): string {
  const plain = character.normalize('NFKD').replace(/\p{Mark}|\p{Cf}/gu, '');
  return plain.replace(/[^ -~]/gu, '?');
}
