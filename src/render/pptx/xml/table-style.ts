import { fillXml } from '../../../ooxml/fill-xml.ts';
import { COLOUR } from '../theme.ts';

/** The deck's own table style. Any fixed identifier will do, as long as it has the form of one. */
export const TABLE_STYLE = '{8E1C7F0A-52D3-4B6E-9A41-7C0D3B5E2F68}';

const RULE = { thin: 6_350, thick: 12_700 } as const;
const NONE = '<a:ln><a:noFill/></a:ln>';

/**
 * `ppt/tableStyles.xml`: bold grey names over a rule of a point, thin rules between the rows, nothing upright and no bands. It is
 * also the style of tables that somebody adds to the deck.
 */
export function tableStyles(): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="${TABLE_STYLE}">` +
    `<a:tblStyle styleId="${TABLE_STYLE}" styleName="Partner review">` +
    `<a:wholeTbl>${textStyle(COLOUR.ink, '')}<a:tcStyle><a:tcBdr>${WHOLE_BORDERS}</a:tcBdr>${NO_FILL}</a:tcStyle></a:wholeTbl>` +
    `<a:firstRow>${textStyle(COLOUR.grey, ' b="on"')}<a:tcStyle><a:tcBdr>${border('bottom', rule(RULE.thick, COLOUR.grey))}</a:tcBdr>` +
    `${NO_FILL}</a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>`
  );
}

const NO_FILL = '<a:fill><a:noFill/></a:fill>';
const ROW_RULE = rule(RULE.thin, COLOUR.rowRule);
const WHOLE_BORDERS = [
  border('left', NONE),
  border('right', NONE),
  border('top', NONE),
  border('bottom', ROW_RULE),
  border('insideH', ROW_RULE),
  border('insideV', NONE),
].join('');

function border(side: string, line: string): string {
  return `<a:${side}>${line}</a:${side}>`;
}

function rule(width: number, colour: string): string {
  return `<a:ln w="${width}" cmpd="sng">${fillXml(colour)}</a:ln>`;
}

function textStyle(colour: string, bold: string): string {
  return `<a:tcTxStyle${bold}><a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef><a:schemeClr val="${colour}"/></a:tcTxStyle>`;
}
