import type { MgoSolution } from '../../domain/marketing/mgo/solve-mgo.ts';
import type { CamConfig } from '../../schema/cam-config.ts';
import type { MgoName, MgoTemplate } from '../../schema/mgo.ts';
import type { PlainDate } from '../../units/plain-date.ts';

/** A worksheet worked out, with all that its page says of it. */
export interface MgoResult {
  readonly solution: MgoSolution;
  /** Where each given number is from, in words. */
  readonly sources: ReadonlyMap<MgoName, string>;
  /** Nobody wrote it down: its numbers are those of the template. */
  readonly isExample: boolean;
  readonly currency: string;
  /** FY26 */
  readonly fiscalYear: string;
  readonly asOf: PlainDate;
  readonly template: MgoTemplate;
  readonly config: CamConfig;
}
