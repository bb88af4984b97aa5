import type { Choices } from '../../render/xlsx/data-book.ts';
import type { Territory } from '../../schema/territory.ts';
import { PARTNERS } from '../tables/partner-tables.ts';
import { STAGES } from '../tables/program-tables.ts';
import type { CellWords, Table, TableColumn } from '../tables/table.ts';

/** What drop-downs offer where the schema does not say it: ids and names that stand elsewhere in the territory. */
export interface DropDowns {
  /** Of the leading column that names the partner. */
  readonly partner: Choices | undefined;
  of(table: Table, column: TableColumn): Choices | undefined;
  /** Of single cells, where each row has words of its own. */
  ofCells(table: Table): CellWords | undefined;
}

/**
 * The drop-downs of a workbook. They look at the sheet the words come from where the workbook has it, so that a partner or a stage
 * added there is offered at once.
 */
export function dropDowns(territory: Territory, sheets: ReadonlySet<Table>): DropDowns {
  const { config, tiers, partners, questionnaire, marketingTactics, funds = [] } = territory;
  const partner = sheets.has(PARTNERS)
    ? { sheet: PARTNERS.title, column: 0, strict: false }
    : offered(partners.map(({ id }) => id));
  const stage = sheets.has(STAGES)
    ? { sheet: STAGES.title, column: STAGES.columns.findIndex(({ name }) => name === 'name'), strict: false }
    : offered(config.stages.map(({ name }) => name));
  const known: Readonly<Record<string, Choices | undefined>> = {
    'deals.stage': stage,
    'funds.partner': partner,
    'partners.parent': partner,
    'partners.tier': offered(tiers.tiers.map(({ id }) => id)),
    'assessments.questionnaire': offered([questionnaire.id, ...questionnaire.variants.map(({ id }) => id)]),
    'assessments.question': offered(questionnaire.questions.map(({ id }) => id)),
    'campaigns.tactic': offered(marketingTactics.tactics.map(({ id }) => id)),
    'campaigns.fund': offered(funds.map(({ id }) => id)),
  };
  const currencies = offered(currenciesOf(territory));
  return {
    partner,
    ofCells: (table) => table.wordsFor?.(territory),
    of: (table, column) => {
      if (column.choices) return { words: column.choices, strict: true };
      return column.name === 'currency' ? currencies : known[`${table.id}.${column.name}`];
    },
  };
}

function offered(words: readonly string[]): Choices | undefined {
  return words.length === 0 ? undefined : { words, strict: false };
}

function currenciesOf({ config, partners }: Territory): string[] {
  const rates = config.rates.flatMap(({ from, to }) => [from, to]);
  const own = partners.flatMap(({ partner: { currency } }) => (currency === undefined ? [] : [currency]));
  return [config.currency, ...[...new Set([...rates, ...own])].filter((code) => code !== config.currency).sort()];
}
