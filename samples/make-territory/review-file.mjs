import { yamlFile } from './yaml-file.mjs';

/** `qbr/<quarter>.yaml`: what the channel account manager confirmed for the review. */
export function reviewFile(review, { confirmedBy, confirmedOn, partner, quarter }) {
  const { decisions, asks_of_vendor: ofVendor, asks_of_partner: ofPartner, commitments, ...dates } = review;
  const confirmed = (lines) => lines.map((line) => ({ ...line, confirmed: true }));
  const value = {
    ...dates,
    decisions: confirmed(decisions),
    asks_of_vendor: confirmed(ofVendor),
    asks_of_partner: confirmed(ofPartner),
    commitments: confirmed(commitments),
    confirmed_by: confirmedBy,
    confirmed_on: confirmedOn,
  };
  return yamlFile(value, {
    schema: '../../../.cam/schemas/qbr.json',
    about: [`Review of ${quarter} with ${partner}: only confirmed lines are printed for the partner.`],
    oneLine: ['for_partner', 'for_vendor'],
    comments: { asks_of_vendor: "The partner's own words, from the preparation call." },
  });
}
