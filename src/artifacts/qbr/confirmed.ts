import type { QbrFile } from '../../schema/qbr-file.ts';

/** What the channel account manager confirmed for one review: only this may be printed or counted for the partner. */
export interface Confirmed {
  readonly decisions: QbrFile['decisions'];
  readonly asksOfVendor: QbrFile['asks_of_vendor'];
  readonly asksOfPartner: QbrFile['asks_of_partner'];
  readonly commitments: QbrFile['commitments'];
}

const NOTHING: Confirmed = { decisions: [], asksOfVendor: [], asksOfPartner: [], commitments: [] };

/** The confirmed lines of a review. What binds the vendor also needs the name of who agreed to it. */
export function confirmedLines(file: QbrFile | undefined): Confirmed {
  if (!file) return NOTHING;
  return {
    decisions: file.decisions.filter(({ confirmed }) => confirmed),
    asksOfVendor: file.asks_of_vendor.filter(({ confirmed, agreed_by }) => confirmed && agreed_by !== undefined),
    asksOfPartner: file.asks_of_partner.filter(({ confirmed }) => confirmed),
    commitments: file.commitments.filter(isConfirmedCommitment),
  };
}

/** The lines that still wait, in their own words, for the internal edition and the list of open inputs. */
export function waitingLines(file: QbrFile | undefined): Confirmed {
  if (!file) return NOTHING;
  const confirmed = confirmedLines(file);
  return {
    decisions: file.decisions.filter((line) => !confirmed.decisions.includes(line)),
    asksOfVendor: file.asks_of_vendor.filter((line) => !confirmed.asksOfVendor.includes(line)),
    asksOfPartner: file.asks_of_partner.filter((line) => !confirmed.asksOfPartner.includes(line)),
    commitments: file.commitments.filter((line) => !confirmed.commitments.includes(line)),
  };
}

function isConfirmedCommitment({ confirmed, side, agreed_by }: QbrFile['commitments'][number]): boolean {
  return confirmed && (side === 'partner' || agreed_by !== undefined);
}
