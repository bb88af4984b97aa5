/** What the rows of each kind are, for somebody who has to say it of a file. */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  deals: 'opportunities of your CRM, a line a deal',
  partners: 'the companies that sell for you, a line a partner',
  accounts: "your partners' customers, and what they own",
  certifications: 'who passed which exam, and until when',
  targets: 'what each partner is to sell, by year, quarter or month',
  registrations: 'deals your partners told you of early',
  leads: 'inquiries that were passed to partners, and what came of them',
  activities: 'calls, meetings, trainings and notes',
  facts: 'figures no deal carries, such as services revenue',
  mdf: 'marketing funds: allotted, used, until when',
  contacts: 'people at your partners',
  pos: "a distributor's point-of-sale lines",
};
