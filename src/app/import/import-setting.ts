import type { DateOrder, DecimalSign, ImportMapping } from '../../schema/import-mapping.ts';
import type { Territory } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import type { Effects } from '../effects.ts';
import type { StatedReading } from './columns/stated-reading.ts';
import type { Ask } from './mapping/question.ts';
import type { RememberedMapping } from './mapping/remembered-mappings.ts';

/** What to import, and what the person said about it. */
export interface ImportRequest {
  /** Folder of the territory. */
  readonly root: string;
  /** As they were typed. */
  readonly files: readonly string[];
  /** What the rows are; otherwise each file's headers tell. */
  readonly importKind?: string;
  readonly mapFile?: string;
  /** Sheet of the workbooks. */
  readonly sheet?: string;
  readonly partnerColumn?: string;
  readonly partner?: string;
  readonly createPartners: boolean;
  readonly dateOrder?: DateOrder;
  readonly decimal?: DecimalSign;
  readonly asOf?: PlainDate;
  readonly dryRun: boolean;
}

/** One import with everything it needs to know. */
export interface ImportSetting {
  readonly request: ImportRequest;
  readonly effects: Effects;
  /** What the mapping named by --map says; an empty one without it. */
  readonly mapping: ImportMapping;
  /** The text of that mapping. */
  readonly mappingText: string | undefined;
  readonly remembered: readonly RememberedMapping[];
  readonly territory: Territory;
  /** Undefined where nobody can be asked. */
  readonly ask: Ask | undefined;
  /** Names of partners that are to be added, with all others where --create-partners was typed. */
  readonly wanted: ReadonlySet<string>;
}

/** What a person said about every file of an import: by flags, and in the mapping of `--map`. */
export function statedBy({ request, mapping }: Pick<ImportSetting, 'request' | 'mapping'>): StatedReading {
  const { partnerColumn, dateOrder, decimal, mapFile } = request;
  return {
    mapping,
    ...(mapFile !== undefined && { mappingFile: mapFile }),
    ...(partnerColumn !== undefined && { partnerColumn }),
    ...(dateOrder !== undefined && { dateOrder }),
    ...(decimal !== undefined && { decimal }),
  };
}
