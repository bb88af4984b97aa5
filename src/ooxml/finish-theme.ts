import { escapeXml } from './escape-xml.ts';

const SLOTS = [
  ...(['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const),
  ...(['hlink', 'folHlink'] as const),
] as const;

/** One of the twelve colours of an Office theme. */
type ThemeSlot = (typeof SLOTS)[number];

/** The name, fonts and colours (six hex digits) that a presentation's theme takes on. */
export interface PresentationTheme {
  readonly name: string;
  readonly fonts: { readonly major: string; readonly minor: string };
  readonly colours: Readonly<Record<ThemeSlot, string>>;
}

/**
 * A theme part with its name, twelve colours and two Latin fonts replaced; fonts of other scripts and effects stay.
 * @throws Error for a colour that is not six hex digits.
 */
export function finishTheme(xml: string, theme: PresentationTheme): string {
  const name = escapeXml(theme.name);
  return (
    xml
      .replace(/(<a:theme [^>]*?)name="[^"]*"/, (_, start: string) => `${start}name="${name}"`)
      .replace(
        /<a:clrScheme [\s\S]*?<\/a:clrScheme>/,
        () => `<a:clrScheme name="${name}">${colourScheme(theme)}</a:clrScheme>`,
      )
      .replace(/<a:fontScheme name="[^"]*"/, () => `<a:fontScheme name="${name}"`)
      .replace(/(<a:majorFont>)<a:latin [^>]*>/, (_, start: string) => start + latinFont(theme.fonts.major))
      .replace(/(<a:minorFont>)<a:latin [^>]*>/, (_, start: string) => start + latinFont(theme.fonts.minor))
      // The family id says that this is Microsoft's own "Office Theme", which it no longer is.
      .replace(/<a:extLst>[\s\S]*?<\/a:extLst>(?=<\/a:theme>)/, '')
  );
}

function colourScheme(theme: PresentationTheme): string {
  return SLOTS.map((slot) => {
    const colour = theme.colours[slot];
    if (!/^[0-9a-fA-F]{6}$/.test(colour))
      throw new Error(`The theme colour ${slot} is "${colour}": six hex digits are needed`);
    return `<a:${slot}><a:srgbClr val="${colour.toUpperCase()}"/></a:${slot}>`;
  }).join('');
}

function latinFont(name: string): string {
  return `<a:latin typeface="${escapeXml(name)}"/>`;
}
