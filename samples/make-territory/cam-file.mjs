/** `cam.yaml`, written out by hand because its comments are what a new owner reads first. */
export function camFile(numbers) {
  return `# yaml-language-server: $schema=.cam/schemas/cam.json
# The territory: the program, the channel account manager, and what counts as a booking.
# Everything in this sample is invented. Change what you like and run cam check; make your own with cam init.

vendor:
  name: ${numbers.vendor.name}
  short_name: Quillmere
cam:
  name: ${numbers.cam.name}
  email: ${numbers.cam.email}

currency: ${numbers.currency}
# Partners may keep their books in another currency. Without a rate nothing is converted.
rates:
  - { from: EUR, to: USD, rate: ${numbers.exchange_rates.EUR.toFixed(2)}, date: 2024-07-01 }
locale: en-GB

# FY26 runs from July 2025 to June 2026.
fiscal_year:
  start_month: ${numbers.fiscal_year_start_month}
  named_after: end

# What counts: all three kinds at the deal's amount, booked where the deal is filed.
bookings:
  count: [new, renewal, expansion]
  value: amount
  shared_deals: owner

# The stages as the CRM writes them. Its odds are shown beside the forecast and never mixed into it.
stages:
  - { name: Qualify, status: open, probability_percent: 10 }
  - { name: Validate, status: open, probability_percent: 25 }
  - { name: Propose, status: open, probability_percent: 50 }
  - { name: Negotiate, status: open, probability_percent: 75 }
  - { name: Closed won, status: won, probability_percent: 100 }
  - { name: Closed lost, status: lost, probability_percent: 0 }

# Where good and bad begin. These are the defaults; take the # away to set your own.
# thresholds:
#   pace_percent: { red_below: 80, green_from: 100 }
#   coverage: { floor: 2, fallback: 3, minimum_closed_deals: 10 }
#   quiet_days: 60

# Every command speaks as of this day. Delete the line to speak as of today.
as_of: ${numbers.as_of}
`;
}
