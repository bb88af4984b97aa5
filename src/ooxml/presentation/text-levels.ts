const MOST_LEVELS = 9;
const INDENT = 457_200;

/** The nine levels of text that nothing else is said about: ink in the theme's typeface, each indented a half inch more. */
export function textLevelsXml(points: number): string {
  return Array.from(
    { length: MOST_LEVELS },
    (_, i) =>
      `<a:lvl${i + 1}pPr marL="${i * INDENT}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">` +
      `<a:defRPr sz="${points * 100}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>` +
      `<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${i + 1}pPr>`,
  ).join('');
}
