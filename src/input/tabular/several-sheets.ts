import { Failure } from '../../units/failure.ts';

/** A workbook with a table on each of several sheets: a person has to say which one is meant. */
export class SeveralSheets extends Failure {
  constructor(
    message: string,
    remedy: string,
    /** Names of the sheets, in the order of the workbook. */
    readonly sheets: readonly string[],
  ) {
    super('usage', message, remedy);
  }
}
