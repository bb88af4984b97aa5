import type { FiscalCalendar } from '../../domain/fiscal-calendar.ts';
import type { CamConfig } from '../../schema/cam-config.ts';

/** How the territory's fiscal year runs. */
export function calendarOf({ fiscal_year }: Pick<CamConfig, 'fiscal_year'>): FiscalCalendar {
  return { startMonth: fiscal_year.start_month, namedAfter: fiscal_year.named_after };
}
