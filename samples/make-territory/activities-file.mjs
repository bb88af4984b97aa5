import { addDays, workdayUpTo } from './calendar.mjs';
import { csv } from './deals-file.mjs';

const COLUMNS = ['source', 'id', 'date', 'kind', 'subject', 'with', 'owner'];
/** Days between two contacts, by how closely a partner is looked after. */
const DAYS_BETWEEN = { strategic: [5, 12], managed: [9, 19], light: [18, 40] };
const SUBJECTS = {
  call: ['Open deals of the month', 'Next steps of the pipeline', 'Certifications', 'A renewal that is due'],
  meeting: ['Pipeline review', 'Joint account planning', 'Plan of the quarter'],
  email: ['Registrations', 'Price question', 'Dates of the next training'],
};

/** `activities.csv`: the contact log of the fiscal year, its last entry on the day stated. Undefined where none was loaded. */
export function activitiesFile({ figures, numbers, signed, random }) {
  const last = figures.last_contact;
  if (!last) return undefined;
  const from = signed && signed > numbers.months[12] ? signed : `${numbers.months[12]}-01`;
  const days = [last];
  for (;;) {
    const [least, most] = DAYS_BETWEEN[figures.coverage_tier] ?? DAYS_BETWEEN.managed;
    const day = workdayUpTo(addDays(days[0], -random.integer(least, most)));
    if (day < from) break;
    days.unshift(day);
  }
  const rows = days.map((date, index) => {
    const kind = random.pick(['call', 'call', 'meeting', 'email']);
    return {
      source: 'crm',
      id: `ACT-${figures.id.slice(0, 3).toUpperCase()}-${index + 1}`,
      ...{ date, kind, subject: random.pick(SUBJECTS[kind]) },
      with: random.pick(figures.contacts)[0],
      owner: numbers.cam.name,
    };
  });
  return csv(COLUMNS, rows);
}
