import { campaignRowSchema } from '../../../schema/marketing-plan-rows.ts';
import type { Table, TableRow } from '../table.ts';
import { rowOfEntry } from '../yaml-tables.ts';
import { CAMPAIGN_COLUMNS } from './campaign-columns.ts';
import { campaignChecker } from './check-campaign-row.ts';
import { editCampaigns } from './edit-campaigns.ts';
import { MARKETING_FILES, marketingFileOf, marketingPlansOf } from './marketing-files.ts';
import { recordingChanges } from './record-changes.ts';

/** The campaigns of the marketing plans, one row each; their cost lines and the leads that came are a table of their own. */
export const CAMPAIGNS: Table = {
  id: 'campaigns',
  title: 'Campaigns',
  storage: {
    kind: 'files',
    of: 'partner',
    file: MARKETING_FILES,
    files: { fileOf: marketingFileOf, edit: recordingChanges(editCampaigns) },
  },
  schema: campaignRowSchema,
  columns: CAMPAIGN_COLUMNS,
  key: ['quarter', 'id'],
  plain: () => withoutOneRun,
  check: campaignChecker,
  whyItStays: ({ request, actual_on: on }) => {
    if (request !== undefined && request !== 'draft')
      return `stays in its plan: its request for funds is ${String(request)}`;
    return on === undefined ? undefined : 'stays in its plan: what came of it is written down';
  },
  rowsOf: (territory) =>
    marketingPlansOf(territory).flatMap(({ partner, plan, quarter }) =>
      plan.campaigns.map((campaign): TableRow => {
        const row = rowOfEntry(
          { ...campaign, quarter, currency: plan.currency },
          { columns: CAMPAIGN_COLUMNS },
          partner,
        );
        return { ...row, values: withoutOneRun(row.values) };
      }),
    ),
};

/** That a campaign has been run once goes without saying. */
function withoutOneRun(values: TableRow['values']): TableRow['values'] {
  if (values['actual_runs'] !== 1) return values;
  const { actual_runs: _, ...rest } = values;
  return rest;
}
