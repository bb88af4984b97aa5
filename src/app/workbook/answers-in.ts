import type { TerritoryAnswers } from '../territory/new-territory-file.ts';
import { PROGRAM } from '../tables/program-tables.ts';
import type { WorkbookContent } from './plan-workbook.ts';

/** What the sheet Program of a workbook says of what a new territory is asked. */
export function answersIn({ tables }: WorkbookContent): Partial<TerritoryAnswers> {
  const sheet = tables.find(({ table }) => table === PROGRAM);
  const settings = new Map((sheet?.rows ?? []).map(({ values }) => [values['setting'], values['value']]));
  const text = (setting: string) => {
    const value = settings.get(setting);
    return value === undefined ? undefined : String(value);
  };
  const [vendor, name, currency] = [text('vendor.name'), text('cam.name'), text('currency')];
  const month = settings.get('fiscal_year.start_month');
  return {
    ...(vendor !== undefined && { vendor }),
    ...(name !== undefined && { name }),
    ...(currency !== undefined && { currency }),
    ...(typeof month === 'number' && { fiscalStartMonth: month }),
  };
}
