import { activitiesFile } from './activities-file.mjs';
import { accountsByPartner } from './accounts.mjs';
import { addMonths, fiscalCalendar, lastDay } from './calendar.mjs';
import { assessmentFiles } from './assessment-files.mjs';
import { camFile } from './cam-file.mjs';
import { commitmentsFile } from './commitments-file.mjs';
import { dateCreation } from './created-dates.mjs';
import { dealsFile, numberDeals } from './deals-file.mjs';
import { dealsOfPartner } from './deals-of-partner.mjs';
import { dressDeals } from './dress-deal.mjs';
import { leadsFile } from './leads-file.mjs';
import { marketingPlanFile } from './marketing-plan-file.mjs';
import { factsFile } from './facts-file.mjs';
import { fundsFile } from './funds-file.mjs';
import { mgoFile } from './mgo-file.mjs';
import { partnerFile } from './partner-file.mjs';
import { planFile } from './plan-file.mjs';
import { randomFor } from './random.mjs';
import { registrationsFile } from './registrations-file.mjs';
import { newestRegistration, registerDeals } from './registrations.mjs';
import { reviewFile } from './review-file.mjs';
import { snapshotFiles } from './snapshot-files.mjs';

const MOST_DRAWS = 40;

/** Every file of the territory by its path: the same numbers and words give the same text to the last byte. */
export function territoryFiles(numbers, allWords, { questionnaire, assumptions, plans, marketing }) {
  const randomOf = (...keys) => randomFor(numbers.seed, ...keys);
  const accounts = accountsByPartner(numbers, allWords, randomOf);
  const contexts = numbers.partners.map((figures) =>
    contextOf(figures, { numbers, allWords, accounts, questionnaire, assumptions, plans, marketing, randomOf }),
  );
  const histories = contexts.map(dealsWithHistory);
  numberDeals(
    histories.flatMap(({ deals }) => deals),
    randomOf('ids'),
  );
  const files = contexts.flatMap((context, index) => filesOfPartner({ ...context, ...histories[index] }));
  return new Map([
    ['cam.yaml', camFile(numbers)],
    ['funds.yaml', fundsFile(numbers, marketing.funds)],
    ['channel/mgo.yaml', mgoFile(numbers)],
    ...files,
  ]);
}

function contextOf(figures, { numbers, allWords, accounts, questionnaire, assumptions, plans, marketing, randomOf }) {
  const calendar = fiscalCalendar(numbers.fiscal_year_start_month);
  return {
    figures,
    numbers,
    allWords,
    questionnaire,
    assumptions,
    plan: plans[figures.id],
    marketing: marketing.plans[figures.id],
    words: allWords.partners[figures.id],
    accounts: accounts.get(figures.id),
    random: randomOf(figures.id, 'details'),
    randomOf: (...keys) => randomOf(figures.id, ...keys),
    sellers: allWords.vendor_sellers,
    otherRole: figures.type === 'distributor' ? 'fulfil' : 'influenced',
    asOf: numbers.as_of,
    reviewDate: numbers.tier_review_date,
    signed: figures.agreement_signed,
    calendar,
    ends: snapshotDays(numbers),
    unit: quotingStep(figures),
    lastRegistration: figures.last_registration,
  };
}

/** Draws the deals until their history explains every snapshot; where no draw does, the one that explains most is kept. */
function dealsWithHistory(context) {
  const draws = [];
  do draws.push(drawDeals({ ...context, random: context.randomOf('deals', draws.length) }));
  while (draws.at(-1).unexplained.length > 0 && draws.length < MOST_DRAWS);
  const { deals, newest, unexplained } = draws.reduce((a, b) => (b.unexplained.length < a.unexplained.length ? b : a));
  registerDeals(deals, { ...context, newest });
  return { deals: dressDeals(deals, context), unexplained, newestAt: deals.indexOf(newest) };
}

function drawDeals(context) {
  const deals = dealsOfPartner(context);
  const newest = newestRegistration(context.random, deals, context.lastRegistration);
  const unexplained = dateCreation(deals, { ...context, newest });
  return { deals, newest, unexplained };
}

function filesOfPartner(context) {
  const { deals, figures, numbers, allWords, plan, marketing = [] } = context;
  const review = allWords.reviews[figures.id];
  const facts = factsFile(figures, numbers);
  const notLoaded = figures.open_pipeline.stale_over_60_days === null ? ['last_activity'] : [];
  const files = [
    ['partner.yaml', partnerFile(context)],
    ['deals.csv', dealsFile(deals, { currency: figures.currency, notLoaded })],
    ...(facts ? [['facts.csv', facts]] : []),
    ...recordFiles(context),
    ['commitments.yaml', commitmentsFile(context)],
    ...(plan ? [[`business-plans/${plan.fiscal_year}.yaml`, planFile(plan, context)]] : []),
    ...marketing.map((quarterly) => [`marketing/${quarterly.quarter}.yaml`, marketingPlanFile(quarterly, context)]),
    ...(review ? [[`qbr/${numbers.current_quarter}.yaml`, reviewFile(review, reviewDetails(context))]] : []),
    ...assessmentFiles(context),
    ...snapshotFiles(deals, context),
  ];
  return files.map(([path, text]) => [`partners/${figures.id}/${path}`, text]);
}

/** What a portal, a contact log and campaigns hold beside the deals; a file that was not loaded is not there. */
function recordFiles(context) {
  const { deals, randomOf } = context;
  const files = [
    ['registrations.csv', registrationsFile(deals, { ...context, random: randomOf('registrations') })],
    ['activities.csv', activitiesFile({ ...context, random: randomOf('contacts') })],
    ['leads.csv', leadsFile({ ...context, random: randomOf('leads') })],
  ];
  return files.filter(([, text]) => text !== undefined);
}

function reviewDetails({ figures, numbers }) {
  return {
    confirmedBy: numbers.cam.name,
    confirmedOn: '2026-02-27',
    partner: figures.name,
    quarter: numbers.current_quarter,
  };
}

/** The ends of the quarters since the first month, and the day of the data. */
function snapshotDays({ months, as_of: asOf }) {
  const days = [];
  for (let month = addMonths(months[0], 2); lastDay(month) < asOf; month = addMonths(month, 3))
    days.push(lastDay(month));
  return [...days, asOf];
}

/** Small deals are quoted to ten, large ones to the hundred. */
function quotingStep({ monthly_bookings: bookings, monthly_won_deals: deals }) {
  const sum = (list) => list.reduce((a, b) => a + b, 0);
  return sum(deals) > 0 && sum(bookings) / sum(deals) < 12_000 ? 10 : 100;
}
