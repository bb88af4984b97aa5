import type { MetricTableName } from '../../../schema/metric-tables.ts';
import type { Known } from '../../../units/missing.ts';
import { dealRows } from './deal-rows.ts';
import { fundRows } from './fund-rows.ts';
import type { MetricTable, RowSource, SeenOn } from './metric-table.ts';
import { certificationRows, meetingRows, taskRows } from './program-rows.ts';
import { activityRows, leadRows, registrationRows } from './record-rows.ts';

const READERS: Readonly<Record<MetricTableName, (source: RowSource, seenOn: SeenOn) => Known<MetricTable>>> = {
  deals: dealRows,
  registrations: registrationRows,
  leads: leadRows,
  activities: activityRows,
  certifications: certificationRows,
  tasks: taskRows,
  meetings: meetingRows,
  funds: fundRows,
};

/** The rows of a table as they stood on a day; unknown with its reason when the table was not loaded. */
export function rowsOfTable(source: RowSource, table: MetricTableName, seenOn: SeenOn): Known<MetricTable> {
  return READERS[table](source, seenOn);
}
