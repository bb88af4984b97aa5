const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const ALL_ILLEGAL = new RegExp(ILLEGAL, 'g');
// What needs a closer look, whole pairs of surrogates such as emoji included: looking for them one by one takes five times as long.
const NOT_PLAIN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff&<>"']/;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text as it may stand between tags or in an attribute: escaped, without what XML forbids. */
export function escapeXml(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  return legalXml(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** The text that an escaped text stands for. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (entity, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return CHARACTERS[name] ?? entity;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

/** XML without the control characters and half characters that make a part unreadable; half characters become U+FFFD. */
function legalXml(xml: string): string {
  const whole = xml.toWellFormed();
  return ILLEGAL.test(whole) ? whole.replace(ALL_ILLEGAL, '') : whole;
}
