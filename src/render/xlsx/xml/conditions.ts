import { escapeXml } from '../../../ooxml/escape-xml.ts';
import type { ConditionalFormat } from '../sheet.ts';
import type { StyleSheet } from './style-sheet.ts';

/** What cells show by what stands in them. Of several rules for a cell the first that holds decides. */
export function conditionsXml(conditions: readonly ConditionalFormat[], styles: StyleSheet): string {
  let priority = 0;
  return conditions
    .map((condition) => {
      const rules = ruleBodies(condition, styles).map(({ attributes, body }) => {
        priority += 1;
        return `<cfRule ${attributes} priority="${priority}">${body}</cfRule>`;
      });
      return rules.length === 0
        ? ''
        : `<conditionalFormatting sqref="${condition.range}">${rules.join('')}</conditionalFormatting>`;
    })
    .join('');
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
      const limits = [0, condition.watchFrom, condition.goodFrom].map((limit, index) =>
        index === 0 ? '<cfvo type="percent" val="0"/>' : `<cfvo type="num" val="${limit}"/>`,
      );
      // Of Excel's sets of three, the one whose signs differ in shape and not only in colour.
      return [{ attributes: 'type="iconSet"', body: `<iconSet iconSet="3Signs">${limits.join('')}</iconSet>` }];
    }
    case 'bar': {
      const limits = [condition.from, condition.to].map((limit) => `<cfvo type="num" val="${limit}"/>`).join('');
      const body = `<dataBar minLength="0" maxLength="100">${limits}<color rgb="FF${condition.colour}"/></dataBar>`;
      return [{ attributes: 'type="dataBar"', body }];
    }
  }
}
