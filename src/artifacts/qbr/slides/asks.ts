import type { Block, Numbered, NumberedItem, Table } from '../../../document/block.ts';
import { conditionHolds, fillPattern } from '../../../domain/story.ts';
import type { QbrFile } from '../../../schema/qbr-file.ts';
import { formatDate } from '../../../units/format.ts';
import { plainSentence, sentence, type Sentence } from '../../../units/sentence.ts';
import { date, text } from '../../../units/value.ts';
import { confirmedLines, waitingLines } from '../confirmed.ts';
import type { SlideBuilder, SlideContext } from '../slide.ts';

type Ask = QbrFile['asks_of_partner'][number];

const MOST_ASKS = 5;
const LINES_TO_WRITE_ON = 5;

/** What each side needs from the other: confirmed lines, in the internal edition followed by what could be asked. */
export const asksSlide: SlideBuilder = (context) => {
  const { result, edition, subject, vendor } = context;
  const confirmed = confirmedLines(result.file);
  const waiting = waitingLines(result.file);
  const internal = edition === 'internal';
  const left = askBlock(
    `${subject.shortName} asks ${vendor}`,
    confirmed.asksOfVendor.map(askItem),
    internal ? waiting.asksOfVendor.map(waitingItem) : [],
  );
  const right = askBlock(
    `${vendor} asks ${subject.shortName}`,
    confirmed.asksOfPartner.map(askItem),
    internal ? [...waiting.asksOfPartner.map(waitingItem), ...proposedAsks(context)] : [],
  );
  if (left.length === 0 && right.length === 0) return undefined;
  const anyConfirmed = confirmed.asksOfVendor.length + confirmed.asksOfPartner.length > 0;
  const source = anyConfirmed ? confirmationWords(context) : 'proposals, not confirmed';
  const wishes = left.length > 0 ? left : [linesToWriteOn(subject.shortName, vendor)];
  return { layout: 'two-columns', left: wishes, right, strip: false, source };
};

/** The partner's side where nothing is noted yet: its wishes are written down in the meeting. */
function linesToWriteOn(partner: string, vendor: string): Table {
  return {
    kind: 'table',
    id: 'wishes',
    heading: sentence('{partner} asks {vendor}', { partner: text(partner), vendor: text(vendor) }),
    aside: sentence('what would help most?'),
    columns: [
      { key: 'what', label: 'What', align: 'left', weight: 3.4, cut: 'text' },
      { key: 'owner', label: 'Owner', align: 'left', weight: 1.3, cut: 'text' },
      { key: 'by', label: 'Answer by', align: 'right', weight: 1.1, cut: 'fixed' },
    ],
    rows: [],
    blankRows: LINES_TO_WRITE_ON,
  };
}

/** Who confirmed the lines, and when: printed in the footer. */
function confirmationWords({ result, format }: SlideContext): string {
  const { file, input } = result;
  const who = file?.confirmed_by ?? input.config.cam.name;
  return file?.confirmed_on
    ? `asks confirmed by ${who}, ${formatDate(file.confirmed_on, format.locale)}`
    : `asks confirmed by ${who}`;
}

function askBlock(heading: string, confirmed: readonly NumberedItem[], waiting: readonly NumberedItem[]): Block[] {
  const items = [...confirmed, ...waiting].slice(0, MOST_ASKS);
  if (items.length === 0) return [];
  const block: Numbered = { kind: 'numbered', heading: plainSentence(heading), items };
  return [block];
}

function askItem({ text: words, why, owner, answer_by }: Ask): NumberedItem {
  const by = ownerSentence(owner, answer_by);
  return { lead: plainSentence(words), ...(why && { detail: plainSentence(why) }), ...(by && { owner: by }) };
}

function waitingItem(ask: Ask): NumberedItem {
  return { ...askItem(ask), owner: sentence('proposal, not confirmed') };
}

function ownerSentence(owner: Ask['owner'], by: Ask['answer_by']): Sentence | undefined {
  if (owner && by) return sentence('{who}, answer by {day}', { who: text(owner), day: date(by) });
  if (owner) return sentence('{who}', { who: text(owner) });
  return by && sentence('answer by {day}', { day: date(by) });
}

function proposedAsks({ result, figures }: SlideContext): NumberedItem[] {
  const taken = new Set(result.file?.asks_of_partner.map(({ id }) => id));
  return result.input.storyline.asks.of_partner.proposals
    .filter(({ id, when }) => !taken.has(id) && conditionHolds(when, figures))
    .flatMap(({ text: pattern, why }) => {
      const lead = fillPattern(pattern, figures);
      const detail = why ? fillPattern(why, figures) : undefined;
      return lead ? [{ lead, ...(detail && { detail }), owner: sentence('proposal, not confirmed') }] : [];
    });
}
