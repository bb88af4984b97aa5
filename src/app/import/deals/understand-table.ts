import { DEAL_WORDS, similarHeader, type MatchedColumn } from '../../../input/import-columns/match-headers.ts';
import type { TextTable } from '../../../input/tabular/table-of-text.ts';
import type { ImportField } from '../../../schema/import-mapping.ts';
import { readColumns, type ColumnStyles, type Vocabulary } from '../columns/read-columns.ts';
import type { StatedReading } from '../columns/stated-reading.ts';
import type { MissingField } from '../mapping/open-questions.ts';
import { DATE_FIELDS, MONEY_FIELDS, NUMBER_FIELDS } from './field-kinds.ts';

/** How the columns of an export of deals are read. */
export interface ColumnReading extends ColumnStyles<ImportField> {
  /** Fields without which no deal can be read, with a header that looks like it. */
  readonly missing: readonly MissingField[];
}

const DEAL_VOCABULARY: Vocabulary<ImportField> = {
  ...DEAL_WORDS,
  dates: DATE_FIELDS,
  numbers: NUMBER_FIELDS,
  money: MONEY_FIELDS,
};

/**
 * Finds out what each column of a deal export is.
 * @throws Failure when a stated header is not there, or a header stands twice over different values
 */
export function understandTable(table: TextTable, stated: StatedReading, needsPartner: boolean): ColumnReading {
  const styles = readColumns(table, DEAL_VOCABULARY, stated);
  return { ...styles, missing: missingFields(styles.columns, styles.unused, needsPartner) };
}

function missingFields(
  columns: ReadonlyMap<ImportField, MatchedColumn>,
  unused: readonly string[],
  needsPartner: boolean,
): MissingField[] {
  const missing: MissingField[] = [];
  const need = (field: ImportField, ...instead: readonly ImportField[]): void => {
    if ([field, ...instead].some((one) => columns.has(one))) return;
    const hint = similarHeader(field, DEAL_WORDS, unused);
    missing.push(hint === undefined ? { field } : { field, hint });
  };
  need('stage', 'status', 'is_won');
  if (needsPartner) need('partner', 'partner_crm_id', 'partner_domain');
  return missing;
}
