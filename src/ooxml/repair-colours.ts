const SCHEME_SLOTS: ReadonlySet<string> = new Set([
  ...['bg1', 'tx1', 'bg2', 'tx2', 'dk1', 'lt1', 'dk2', 'lt2', 'hlink', 'folHlink'],
  ...['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'],
]);

const HEX = /^[0-9a-fA-F]{6}$/;

/**
 * Six hex digits where `a:srgbClr` demands them. A theme slot written there becomes the scheme colour it names, so that
 * gridlines and single bars follow the theme too; three digits are doubled; what is no colour becomes the text colour.
 */
export function repairColours(xml: string): string {
  return xml.replace(
    /<a:srgbClr val="([^"]*)"(?:\/>|>([\s\S]*?)<\/a:srgbClr>)/g,
    (element, value: string, adjustments?: string) => (HEX.test(value) ? element : colourElement(value, adjustments)),
  );
}

function colourElement(value: string, adjustments?: string): string {
  const plain = value.replace(/^#/, '');
  const short = /^[0-9a-fA-F]{3}$/.test(plain) ? plain.replace(/./g, '$&$&') : plain;
  const isHex = HEX.test(short);
  const tag = isHex ? 'a:srgbClr' : 'a:schemeClr';
  const slot = SCHEME_SLOTS.has(plain) ? plain : 'tx1';
  const start = `<${tag} val="${isHex ? short.toUpperCase() : slot}"`;
  return adjustments === undefined ? `${start}/>` : `${start}>${adjustments}</${tag}>`;
}
