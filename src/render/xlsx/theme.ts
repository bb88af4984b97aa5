import { themeColours } from '../../document/theme-colours.ts';

const HOUSE_FONT = 'Calibri';

/** The theme of a workbook, with the vendor's own accent (six hex digits) where it has one. */
export function workbookTheme(accent?: string) {
  return {
    name: 'Partner pages',
    fonts: { major: HOUSE_FONT, minor: HOUSE_FONT },
    colours: themeColours(accent),
  };
}

/** How text can look. Colours that recolouring may change name their slot of the theme, in Excel's own order: 1 ink, 3 grey, 4 accent. */
export const FONTS = {
  body: '<sz val="11"/><color theme="1"/>',
  soft: '<sz val="11"/><color theme="3"/>',
  strong: '<b/><sz val="11"/><color theme="1"/>',
  heading: '<b/><sz val="11"/><color theme="3"/>',
  private: '<b/><sz val="11"/><color rgb="FF8F5600"/>',
  title: '<b/><sz val="16"/><color theme="1"/>',
  section: '<b/><sz val="11"/><color theme="4"/>',
  good: '<sz val="11"/><color rgb="FF1B7A4B"/>',
  watch: '<sz val="11"/><color rgb="FF8F5600"/>',
  bad: '<sz val="11"/><color rgb="FFB3261E"/>',
  link: '<u/><sz val="11"/><color theme="4"/>',
  input: '<sz val="11"/><color rgb="FF0000C0"/>',
  inverse: '<b/><sz val="11"/><color theme="0"/>',
} as const;

/** How cells can be filled. The first two are Excel's own and stand where it expects them. */
export const FILLS = {
  none: '<patternFill patternType="none"/>',
  dotted: '<patternFill patternType="gray125"/>',
  band: '<patternFill patternType="solid"><fgColor theme="2"/><bgColor indexed="64"/></patternFill>',
  private: '<patternFill patternType="solid"><fgColor rgb="FFFBF0DC"/><bgColor indexed="64"/></patternFill>',
  input: '<patternFill patternType="solid"><fgColor rgb="FFFFF9E0"/><bgColor indexed="64"/></patternFill>',
  bad: '<patternFill patternType="solid"><fgColor rgb="FFFCE8E6"/><bgColor indexed="64"/></patternFill>',
  accent: '<patternFill patternType="solid"><fgColor theme="4"/><bgColor indexed="64"/></patternFill>',
  tint: '<patternFill patternType="solid"><fgColor theme="7"/><bgColor indexed="64"/></patternFill>',
} as const;

/** The rules around cells. */
export const BORDERS = {
  none: '<left/><right/><top/><bottom/><diagonal/>',
  below: '<left/><right/><top/><bottom style="thin"><color theme="3"/></bottom><diagonal/>',
  above: '<left/><right/><top style="thin"><color theme="3"/></top><bottom/><diagonal/>',
  hair: '<left/><right/><top/><bottom style="hair"><color rgb="FFD5DAE0"/></bottom><diagonal/>',
} as const;

/** Text and fill of a status, as six hex digits; they mean the same under every theme. */
export const STATUS_COLOURS = {
  good: { colour: '1B7A4B', fill: 'E4F3EA' },
  watch: { colour: '8F5600', fill: 'FBF0DC' },
  bad: { colour: 'B3261E', fill: 'FCE8E6' },
  unknown: { colour: '4F5B67', fill: 'EEF0F3' },
} as const;
