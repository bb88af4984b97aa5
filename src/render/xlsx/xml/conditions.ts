import { escapeXml } from '../../../ooxml/escape-xml.ts';
import type { ConditionalFormat } from '../sheet.ts';
import type { StyleSheet } from './style-sheet.ts';

/** The conditional formats of a sheet, which stand in two places of its part. */
export interface ConditionsXml {
  readonly formats: string;
  /** What Excel of 2010 added: bars of one plain colour. Older programs draw them fading. */
  readonly extension: string;
}

/** What cells show by what stands in them. Of several rules for a cell the first that holds decides. */
export function conditionsXml(conditions: readonly ConditionalFormat[], styles: StyleSheet): ConditionsXml {
  let [formats, bars, priority] = ['', '', 0];
  for (const condition of conditions) {
    let rules = '';
    for (const { attributes, body } of ruleBodies(condition, styles)) {
      priority += 1;
      const isBar = condition.kind === 'bar';
      rules += `<cfRule ${attributes} priority="${priority}">${body}${isBar ? extensionLink(priority) : ''}</cfRule>`;
      if (isBar) bars += plainBar(condition, priority);
    }
    if (rules !== '') formats += `<conditionalFormatting sqref="${condition.range}">${rules}</conditionalFormatting>`;
  }
  return { formats, extension: bars === '' ? '' : extensionXml(bars) };
}

interface RuleBody {
  readonly attributes: string;
  readonly body: string;
}

function ruleBodies(condition: ConditionalFormat, styles: StyleSheet): RuleBody[] {
  switch (condition.kind) {
    case 'looks':
      return condition.rules.map(({ formula, look }) => ({
        attributes: `type="expression" dxfId="${styles.conditionalLook(look)}"`,
        body: `<formula>${escapeXml(formula)}</formula>`,
      }));
    case 'signs': {
      const limits = [condition.watchFrom, condition.goodFrom].map((limit) => `<cfvo type="num" val="${limit}"/>`);
      // Of Excel's sets of three, the one whose signs differ in shape and not only in colour.
      const body = `<iconSet iconSet="3Signs"><cfvo type="percent" val="0"/>${limits.join('')}</iconSet>`;
      return [{ attributes: 'type="iconSet"', body }];
    }
    case 'bar': {
      const limits = [condition.from, condition.to].map((limit) => `<cfvo type="num" val="${limit}"/>`).join('');
      const body = `<dataBar minLength="0" maxLength="100">${limits}<color theme="${PALE_ACCENT}"/></dataBar>`;
      return [{ attributes: 'type="dataBar"', body }];
    }
  }
}

// In Excel's own order of a theme's colours.
const PALE_ACCENT = 6;
const NEWER = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const RANGES = 'http://schemas.microsoft.com/office/excel/2006/main';
// The ids by which [MS-XLSX] 2.2.5 names the extension of a rule and that of a sheet.
const OF_RULE = '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}';
const OF_SHEET = '{78C0D931-6437-407d-A8EE-F0AAD7539E65}';

function extensionLink(priority: number): string {
  return `<extLst><ext uri="${OF_RULE}" xmlns:x14="${NEWER}"><x14:id>${ruleId(priority)}</x14:id></ext></extLst>`;
}

function plainBar({ range, from, to }: ConditionalFormat & { readonly kind: 'bar' }, priority: number): string {
  const limits = [from, to].map((limit) => `<x14:cfvo type="num"><xm:f>${limit}</xm:f></x14:cfvo>`).join('');
  return (
    `<x14:conditionalFormatting xmlns:xm="${RANGES}"><x14:cfRule type="dataBar" id="${ruleId(priority)}">` +
    `<x14:dataBar minLength="0" maxLength="100" gradient="0">${limits}</x14:dataBar></x14:cfRule>` +
    `<xm:sqref>${range}</xm:sqref></x14:conditionalFormatting>`
  );
}

function extensionXml(bars: string): string {
  return (
    `<extLst><ext uri="${OF_SHEET}" xmlns:x14="${NEWER}">` +
    `<x14:conditionalFormattings>${bars}</x14:conditionalFormattings></ext></extLst>`
  );
}

/** A name for a rule that no other of its sheet has. */
function ruleId(priority: number): string {
  return `{00000000-000E-0000-0000-${String(priority).padStart(12, '0')}}`;
}
