import { finishTheme, type PresentationTheme } from './finish-theme.ts';

/**
 * A theme part for a workbook: the twelve colours and two fonts given, with plain fills, lines and no effects.
 * @throws Error for a colour that is not six hex digits.
 */
export function workbookTheme(theme: PresentationTheme): string {
  return finishTheme(PLAIN_THEME, theme);
}

const SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const FONT = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>';
const line = (width: number) => `<a:ln w="${width}">${SOLID}<a:prstDash val="solid"/></a:ln>`;

// The schema wants three fills, lines, effects and backgrounds, from subtle to intense.
const PLAIN_THEME =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Plain"><a:themeElements>' +
  '<a:clrScheme name="Plain"></a:clrScheme>' +
  `<a:fontScheme name="Plain"><a:majorFont>${FONT}</a:majorFont><a:minorFont>${FONT}</a:minorFont></a:fontScheme>` +
  `<a:fmtScheme name="Plain"><a:fillStyleLst>${SOLID.repeat(3)}</a:fillStyleLst>` +
  `<a:lnStyleLst>${[6350, 12700, 19050].map(line).join('')}</a:lnStyleLst>` +
  `<a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst>` +
  `<a:bgFillStyleLst>${SOLID.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
