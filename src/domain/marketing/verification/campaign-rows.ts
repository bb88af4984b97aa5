import type { Lead } from '../../../schema/lead.ts';
import type { Table } from '../../../schema/territory.ts';
import { addDays, type PlainDate } from '../../../units/plain-date.ts';
import type { DealAt } from '../../deals-at.ts';
import type { PlannedCampaign } from '../campaigns/planned-campaign.ts';

/** What a campaign can be counted from, as it stood on a day. */
export interface CampaignRecords {
  readonly on: PlainDate;
  /** Undefined when there is no `leads.csv`. */
  readonly leads?: Pick<Table<Lead>, 'columns' | 'rows'> | undefined;
  /** Deals as they stood on the day, their amounts in the currency of the plan; undefined when none were loaded. */
  readonly deals?: readonly DealAt[] | undefined;
}

/** The rows of a campaign. */
export interface CampaignRows {
  readonly leads: readonly Lead[];
  /** Deals that are won: they name the campaign, or one of its leads became them. */
  readonly won: readonly DealAt[];
}

type Named = Pick<PlannedCampaign, 'campaign' | 'start' | 'end'>;

/**
 * The leads of a campaign that had come in on a day, and the deals they were won as. Names are compared in any case.
 * @param titleDays a title is used again for the next run: only what came in so many days after the end belongs to this one
 */
export function rowsOfCampaign(named: Named, { on, leads, deals }: CampaignRecords, titleDays: number): CampaignRows {
  const belongs = belongsTo(named, titleDays);
  const mine = (leads?.rows ?? []).filter(
    ({ campaign, created_date: day }) => (day === undefined || day <= on) && belongs(campaign, day),
  );
  const became = new Set(mine.flatMap(({ deal_id: id }) => id ?? []));
  const won = (deals ?? []).filter(
    ({ deal, state }) => state === 'won' && (became.has(deal.id) || belongs(deal.campaign, deal.created_date)),
  );
  return { leads: mine, won };
}

/** Whether a row that names a campaign and came in on a day is of this one: by its id, or by its own title around its run. */
function belongsTo({ campaign, start, end }: Named, titleDays: number): (written?: string, day?: PlainDate) => boolean {
  const id = campaign.id.toLowerCase();
  const title = campaign.title?.trim().toLowerCase();
  const last = addDays(end, titleDays);
  return (written, day) => {
    const name = written?.trim().toLowerCase();
    if (name === undefined || name === '') return false;
    if (name === id) return true;
    return name === title && (day === undefined || (day >= start && day <= last));
  };
}
