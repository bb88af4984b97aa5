import type { Edition, Footnote } from '../document/document.ts';
import type { FigureNote } from '../domain/adjustments/adjusted-figures.ts';
import type { Figure } from '../domain/figure.ts';
import type { Adjustment } from '../schema/adjustments.ts';
import { sentence, type Sentence } from '../units/sentence.ts';
import { amount, date, text, withFootnotes, type Value } from '../units/value.ts';

/** Numbers of the footnotes of each figure, by its name. */
export type FootnoteNumbers = ReadonlyMap<string, readonly number[]>;

/**
 * The footnotes of an edition. The partner reads every agreed correction and what it raised itself; an objection the vendor has not
 * settled with itself yet stays internal.
 */
export function footnotesOf(notes: readonly FigureNote[], edition: Edition, currency: string): readonly Footnote[] {
  return notes
    .filter(({ figures }) => figures.size > 0)
    .filter((note) => edition === 'internal' || isForPartner(note))
    .map((note, index) => ({
      number: index + 1,
      text: edition === 'internal' ? internalWords(note, currency) : noteWords(note, currency),
      figures: [...note.figures],
    }));
}

/** Whether the partner reads of it: of every agreed correction, of an objection that was accepted, and of what it raised itself. */
export function isForPartner({ state, adjustment }: Pick<FigureNote, 'adjustment' | 'state'>): boolean {
  return state !== 'under review' || adjustment.side === 'partner';
}

/** Which figures refer to which footnotes. */
export function footnoteNumbers(footnotes: readonly Footnote[]): FootnoteNumbers {
  const numbers = new Map<string, number[]>();
  for (const { number, figures } of footnotes) {
    for (const name of figures) {
      const known = numbers.get(name);
      if (known) known.push(number);
      else numbers.set(name, [number]);
    }
  }
  return numbers;
}

/** Figures whose values refer to their footnotes. */
export function footnotedFigures<Name extends string>(
  figures: Readonly<Record<Name, Figure>>,
  numbers: FootnoteNumbers,
): Readonly<Record<Name, Figure>> {
  if (numbers.size === 0) return figures;
  const entries = Object.entries<Figure>(figures).map(([name, figure]) => [
    name,
    { ...figure, value: withFootnotes(figure.value, numbers.get(name)) },
  ]);
  return Object.fromEntries(entries) as Readonly<Record<Name, Figure>>;
}

/** Values of sentences that refer to their footnotes. */
export function footnotedValues(
  values: Readonly<Record<string, Value>>,
  numbers: FootnoteNumbers,
): Readonly<Record<string, Value>> {
  if (numbers.size === 0) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, withFootnotes(value, numbers.get(name))]),
  );
}

/** "Adjusted by +$12K for Jan 2026 on 14 Mar 2026: …" or "Under review since 3 Mar 2026, +$12K for Jan 2026: …"; of an accepted objection that the data is still to be corrected. */
export function noteWords({ adjustment, state }: Pick<FigureNote, 'adjustment' | 'state'>, currency: string): Sentence {
  const { recorded, settled = recorded, reason } = adjustment;
  const asked = askedWords(adjustment, currency);
  const values = { ...asked?.values, day: date(state === 'under review' ? recorded : settled), reason: text(reason) };
  if (state === 'accepted') return sentence('Accepted on {day}, to be corrected in the data: {reason}', values);
  if (state === 'corrected') return sentence(`Adjusted by ${asked?.pattern ?? ''} on {day}: {reason}`, values);
  return sentence(`Under review since {day}${asked ? `, ${asked.pattern}` : ''}: {reason}`, values);
}

/** "Disputed on 3 Feb 2026: … Rejected on 10 Feb 2026 by Ines Albrecht: …", internally with who raised it and what was found. */
export function settledWords(
  adjustment: Adjustment,
  { currency, isInternal }: { readonly currency: string; readonly isInternal: boolean },
): Sentence {
  const { kind, recorded, reason, status, settled, settled_by: by, decision } = adjustment;
  const asked = askedWords(adjustment, currency);
  const what = kind === 'dispute' ? 'Disputed' : 'Correction asked for';
  const ended = `${status.charAt(0).toUpperCase()}${status.slice(1)} on {settled}`;
  const who = isInternal && by !== undefined ? ' by {settled_by}' : '';
  const found = isInternal && decision !== undefined ? ': {decision}' : '';
  const raised = raisedBy(adjustment);
  const pattern = `${what} on {recorded}${asked ? `, ${asked.pattern}` : ''}: {reason}${isInternal ? raised.pattern : ''}. ${ended}${who}${found}`;
  return sentence(pattern, {
    ...asked?.values,
    ...(isInternal && raised.values),
    ...{ recorded: date(recorded), reason: text(reason), settled: date(settled ?? recorded) },
    ...(who !== '' && { settled_by: text(by!) }),
    ...(found !== '' && { decision: text(decision!) }),
  });
}

/** "+$12K for Jan 2026"; of an objection that names no amount its month, if any. */
function askedWords({ amount: asked, month }: Adjustment, currency: string): Sentence | undefined {
  if (month === undefined) return undefined;
  const values = { month: { kind: 'month', month } } as const;
  if (asked === undefined) return sentence('{month}', values);
  const sign = asked < 0 ? '−' : '+';
  return sentence(`${sign}{amount} for {month}`, { ...values, amount: amount(Math.abs(asked), currency) });
}

/** With who raised it and what proves it, for the account manager. */
export function internalWords(note: Pick<FigureNote, 'adjustment' | 'state'>, currency: string): Sentence {
  const { pattern, values } = noteWords(note, currency);
  const raised = raisedBy(note.adjustment);
  return sentence(`${pattern}${raised.pattern}`, { ...values, ...raised.values });
}

function raisedBy({ by, side, reference }: Adjustment): Sentence {
  const proof = reference === undefined ? '' : ', {reference}';
  return sentence(` (${side}: {by}${proof})`, {
    by: text(by),
    ...(reference !== undefined && { reference: text(reference) }),
  });
}
