/** A fill of six hex digits, or of a slot of the theme such as `accent1` or `tx2`, which follows when a page is recoloured. */
export function fillXml(colour: string): string {
  const element = /^[0-9A-F]{6}$/i.test(colour) ? 'srgbClr' : 'schemeClr';
  return `<a:solidFill><a:${element} val="${colour}"/></a:solidFill>`;
}
