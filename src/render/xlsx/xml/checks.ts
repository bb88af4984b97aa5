import { escapeXml } from '../../../ooxml/escape-xml.ts';
import { excelText } from '../cell-text.ts';
import type { InputCheck } from '../sheet.ts';

// Excel's own limits.
const MOST_OF_A_MESSAGE = 255;
const MOST_OF_A_TITLE = 32;

/** What Excel lets people put into cells, with words for what it does not take. */
export function checksXml(checks: readonly InputCheck[]): string {
  if (checks.length === 0) return '';
  return `<dataValidations count="${checks.length}">${checks.map(checkXml).join('')}</dataValidations>`;
}

function checkXml({ range, allows, title, message, strict }: InputCheck): string {
  const style = strict ? '' : ' errorStyle="warning"';
  const formulas = allows.kind === 'list' ? [allows.formula] : [String(allows.from), String(allows.to)];
  return (
    `<dataValidation type="${allows.kind}"${style} allowBlank="1" showInputMessage="1" showErrorMessage="1" ` +
    `errorTitle="${attribute(title, MOST_OF_A_TITLE)}" error="${attribute(message, MOST_OF_A_MESSAGE)}" sqref="${range}">` +
    `${formulas.map((formula, index) => `<formula${index + 1}>${escapeXml(formula)}</formula${index + 1}>`).join('')}</dataValidation>`
  );
}

function attribute(text: string, length: number): string {
  return escapeXml(excelText(text).slice(0, length));
}
