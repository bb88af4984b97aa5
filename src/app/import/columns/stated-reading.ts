import type { DateOrder, DecimalSign, ImportMapping } from '../../../schema/import-mapping.ts';

/** What a person said on the command line and in the mapping file. */
export interface StatedReading {
  readonly mapping: ImportMapping;
  /** Path of the mapping file as it was typed. */
  readonly mappingFile?: string;
  readonly partnerColumn?: string;
  readonly dateOrder?: DateOrder;
  readonly decimal?: DecimalSign;
}
