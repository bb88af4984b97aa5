import { Failure } from '../../../units/failure.ts';
import type { TableRow } from '../../tables/table.ts';
import type { RecordRow } from './record-kind.ts';

interface OtherSource {
  readonly file: string;
  readonly source: string;
  /** In sentences: `registrations`. */
  readonly noun: string;
  readonly records: readonly RecordRow[];
  readonly standing: readonly TableRow[];
}

/**
 * A second name for a source whose records are already here would double them.
 * @throws Failure when half of the ids or more are those of records from another source
 */
export function refuseOtherSource({ file, source, noun, records, standing }: OtherSource): void {
  const sourcesById = new Map<unknown, string>();
  for (const { values } of standing) {
    if (values['id'] === undefined || values['source'] === undefined) return;
    if (values['source'] === source) return;
    sourcesById.set(values['id'], String(values['source']));
  }
  const others = records.map(({ values }) => sourcesById.get(values['id'])).filter((other) => other !== undefined);
  const [other] = others;
  if (other === undefined || others.length * 2 < records.length) return;
  throw new Failure(
    'data',
    `${file}: ${others.length} of ${records.length} ids are those of ${noun} from "${other}" in this territory; as ${noun} from "${source}" they would be there twice.`,
    `Nothing was imported. Put "source: ${other}" into a mapping (--map FILE) if they are the same, "source: ${source}" if not.`,
  );
}
