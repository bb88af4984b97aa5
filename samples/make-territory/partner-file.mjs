import { addDays, workdayUpTo } from './calendar.mjs';
import { certificationsOf } from './certifications.mjs';
import { meetingsOf } from './meetings.mjs';
import { yamlFile } from './yaml-file.mjs';

const ONE_LINE = [
  'former_names',
  'aliases',
  'domains',
  'crm_ids',
  'verticals',
  'contacts',
  'targets',
  'certifications',
  'tasks',
  'meetings',
];

/** `partner.yaml`: who the partner is and what was agreed. */
export function partnerFile(context) {
  const { figures, words, numbers } = context;
  const partner = {
    name: figures.name,
    short_name: words.short_name,
    ...(words.former_names && { former_names: words.former_names }),
    ...(words.aliases.length > 0 && { aliases: words.aliases }),
    domains: [words.domain],
    crm_ids: [words.crm_id],
    type: figures.type,
    tier: figures.tier,
    // The others' stage is what the data says; a test compares it with the numbers.
    ...(words.life_stage_comment && { life_stage: figures.life_stage }),
    coverage_tier: figures.coverage_tier,
    ...(figures.currency !== numbers.currency && { currency: figures.currency }),
    agreement_signed: figures.agreement_signed,
    verticals: figures.verticals,
    contacts: contactsOf(figures, words),
    targets: targetsOf(context),
    certifications: certificationsOf(context),
    tasks: tasksOf(context),
    meetings: meetingsOf(context),
  };
  if (partner.targets.length === 0) delete partner.targets;
  return yamlFile(partner, {
    schema: '../../.cam/schemas/partner.json',
    about: [`${figures.name}: who they are and what was agreed. Invented, like all of this territory.`],
    oneLine: ONE_LINE,
    comments: commentsOf(partner, words),
  });
}

function commentsOf(partner, words) {
  return {
    ...(words.life_stage_comment && { life_stage: words.life_stage_comment }),
    ...(partner.targets && { targets: 'The newest entry agreed on or before a day holds on that day.' }),
    certifications:
      partner.certifications.length === 0 ? 'Nobody is certified yet.' : 'Expires = the last day on which it is valid.',
    meetings: 'Reviews held, and the Monday of the week planned for the next one.',
  };
}

function contactsOf(figures, words) {
  return figures.contacts.map(([name, role, champion]) => ({
    name,
    role,
    email: `${mailName(name)}@${words.domain}`,
    ...(champion && { champion: true }),
    ...(words.on_cover.includes(name) && { qbr: true }),
  }));
}

function mailName(name) {
  const plain = name.toLowerCase().replaceAll('ø', 'oe').replaceAll('å', 'aa').replaceAll('æ', 'ae');
  return plain.replaceAll(' ', '.').replace(/[^a-z.-]/g, '');
}

/** Agreed in the weeks before the fiscal year, or when the partner signed; spread over the quarters by the plan's weights. */
function targetsOf({ figures, words, numbers, random }) {
  const raised = words.raised_target;
  return Object.entries(figures.annual_target).flatMap(([year, annual]) => {
    if (annual === null) return [];
    const start = `20${Number(year.slice(2)) - 1}-06-30`;
    const agreed = workdayUpTo(addDays(start, -random.integer(2, 24)));
    const entry = (day, amount) => ({ fiscal_year: year, agreed: day, quarters: byQuarter(amount, numbers) });
    return raised?.fiscal_year === year
      ? [entry(agreed, raised.before), { ...entry(raised.agreed, annual), note: raised.note }]
      : [entry(agreed, annual)];
  });
}

function byQuarter(annual, numbers) {
  return numbers.quarter_weights_percent.map((percent) => (annual * percent) / 100);
}

/** Onboarding tasks in their order, the first ones done, a little before or after their day. */
function tasksOf({ figures, numbers, allWords, asOf, random }) {
  const done = figures.onboarding_tasks_done ?? numbers.onboarding_tasks_of_each_partner.done;
  return allWords.onboarding.map(([id, title, required, days], index) => {
    const due = addDays(figures.agreement_signed, days);
    const finished = workdayUpTo(addDays(due, random.integer(-3, Math.min(9, days - 3))));
    return {
      id,
      title,
      ...(!required && { required }),
      due,
      ...(index < done && { done: finished > asOf ? workdayUpTo(asOf) : finished }),
    };
  });
}
