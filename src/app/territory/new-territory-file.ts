import type { PlainDate } from '../../units/plain-date.ts';

/** The currency that the templates' starting numbers of plans and tactics are written in. */
export const STARTING_CURRENCY = 'USD';

/** What a new territory is told about its program. */
export interface TerritoryAnswers {
  readonly vendor: string;
  /** Name of the channel account manager. */
  readonly name: string;
  readonly currency: string;
  /** Month in which the fiscal year starts, 1 to 12. */
  readonly fiscalStartMonth: number;
  /** What one unit of the starting numbers' currency is in that of the territory; left out where nobody said it. */
  readonly rate?: { readonly rate: number; readonly date: PlainDate } | undefined;
}

/** Stands where nobody was asked; the owner replaces it. */
export const DEFAULT_ANSWERS: TerritoryAnswers = {
  vendor: 'Your company',
  name: 'Your name',
  currency: STARTING_CURRENCY,
  fiscalStartMonth: 1,
};

/** Text of a new `cam.yaml`: the answers, the usual stages, and as comments what else can be said. */
export function newTerritoryFile(answers: TerritoryAnswers): string {
  const { vendor, name, currency, fiscalStartMonth } = answers;
  return `# yaml-language-server: $schema=.cam/schemas/cam.json
# Your program: who you are, what counts as a booking, and the stages of a deal. "cam check" reads this file with you.

vendor:
  name: ${JSON.stringify(vendor)}
cam:
  name: ${JSON.stringify(name)}
  # email: first.last@example.com
  # quota: { FY26: 12000000 }

currency: ${currency} # of the territory; a partner may have another
${ratesBlock(answers)}locale: en-GB # or en-US

fiscal_year:
  start_month: ${fiscalStartMonth}
  named_after: end # FY26 is the year that ends in 2026; start: the one that starts in it

# The stages of a deal in their order, named as in your CRM. The odds are the CRM's own: shown, never mixed into a forecast.
stages:
  - { name: Qualify, status: open, probability_percent: 10 }
  - { name: Validate, status: open, probability_percent: 25 }
  - { name: Propose, status: open, probability_percent: 50 }
  - { name: Negotiate, status: open, probability_percent: 75 }
  - { name: Closed won, status: won }
  - { name: Closed lost, status: lost }

# What counts as a booking; these are the values in force.
# bookings:
#   count: [new, renewal, expansion]
#   value: amount # or annual_value
#   shared_deals: owner # or fulfilling-partner, sourcing-partner
# thresholds:
#   pace_percent: { red_below: 80, green_from: 100 }
#   quiet_days: 60
# brand: { accent: "0F5E7D" }
`;
}

/** The rate that was said, else a comment that shows how one is. */
function ratesBlock({ currency, rate }: TerritoryAnswers): string {
  const heading = `rates: # starting numbers of plans and tactics are in ${STARTING_CURRENCY}`;
  const fromStart = `from: ${STARTING_CURRENCY}, to: ${currency}`;
  if (rate && currency !== STARTING_CURRENCY)
    return `${heading}\n  - { ${fromStart}, rate: ${rate.rate}, date: ${rate.date} }\n`;
  const between = currency === STARTING_CURRENCY ? `from: EUR, to: ${STARTING_CURRENCY}` : fromStart;
  return `# ${heading}\n#   - { ${between}, rate: 1.10, date: 2026-01-01 }\n`;
}
