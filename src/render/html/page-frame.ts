import type { Document, Section } from '../../document/document.ts';
import { datesText } from '../../document/dates-text.ts';
import { footnotesIn } from '../../document/footnotes.ts';
import { sourcesOf, type Strip } from '../../document/page-order.ts';
import { bindNumbers } from '../../units/bind-numbers.ts';
import { formatFootnoteNumbers, formatSentence } from '../../units/format.ts';
import type { Drawn, Sheet } from './drawn.ts';
import { escapeHtml } from './escape-html.ts';
import { LINE, PAGE_WIDTH, SECTION_GAP } from './geometry.ts';
import type { Sentence } from '../../units/sentence.ts';
import { cutToLines, lineCount, textWidth, TITLE } from './text-width.ts';

const TITLE_LINE = 24;
const MOST_TITLE_LINES = 3;
/** Width of the column of dates at most. */
const MOST_DATES = 210;
const MOST_STRIP_LINES = 4;
const STRIP_PADDING = 16;
const MOST_FOOTER_LINES = 2;
const MOST_FOOTNOTES = 4;
const MOST_FOOTNOTE_LINES = 2;

/** What the page is, its first sentence and whom it is about; at the right both dates. */
export function drawHeader(document: Document, opening: Section | undefined): Drawn {
  const { dates, format, subject, vendor, edition } = document;
  const right = [...datesText(dates, format.locale), cutToLines(`${vendor} with ${subject.shortName}`, MOST_DATES)];
  const room = PAGE_WIDTH - 24 - Math.max(...right.map((line) => textWidth(line)));
  const headline = cutToLines(opening ? bindNumbers(formatSentence(opening.headline, format)) : subject.name, room, {
    lines: MOST_TITLE_LINES,
    size: TITLE,
    weight: 'bold',
  });
  const isInternal = edition === 'internal';
  const mark = isInternal ? '<span class="mark">Internal edition, not for the partner</span>' : '';
  const lines = lineCount(headline, room, TITLE, 'bold') * TITLE_LINE + 2 * LINE + 6;
  return {
    html: `<header><div><p class="kicker">${escapeHtml(document.title)}${mark}</p>
<h1>${escapeHtml(headline)}</h1>
<p class="subject">${escapeHtml(cutToLines(`${subject.name} · ${subject.description}`, room))}</p></div>
<div class="dates">${right.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</div></header>`,
    height: Math.max(lines, 3 * LINE) + 21 + (isInternal ? 19 : 0),
  };
}

/** The band that says why it matters and who does what by when. */
export function drawStrip({ why, next }: Strip, { format }: Sheet): Drawn {
  const width = next ? (PAGE_WIDTH - 32 - 24) / 2 : PAGE_WIDTH - 32;
  const cut = (sentence: Sentence) =>
    cutToLines(formatSentence(sentence, format), width, { lines: MOST_STRIP_LINES - 0.3 });
  const parts = [['Why it matters', cut(why)] as const, ...(next ? [['Next', cut(next)] as const] : [])];
  const lines = parts.map(([label, text]) => lineCount(`${label}  ${text}`, width));
  return {
    html: `<div class="strip${next ? ' two' : ''}">${parts.map(([label, text]) => `<p><b>${label}</b> ${escapeHtml(text)}</p>`).join('')}</div>`,
    height: Math.max(...lines) * LINE + STRIP_PADDING,
  };
}

/** What the figures of the page refer to by number, the first ones in full. */
export function drawFootnotes(document: Document): Drawn {
  const all = footnotesIn(document, document.sections);
  if (all.length === 0) return { html: '', height: 0 };
  const shown = all.length > MOST_FOOTNOTES ? all.slice(0, MOST_FOOTNOTES - 1) : all;
  const words = shown.map(
    ({ number, text }) => `${formatFootnoteNumbers([number])} ${formatSentence(text, document.format)}`,
  );
  const more = all.length - shown.length;
  const lines = [...words, ...(more > 0 ? [`+ ${more} more footnotes`] : [])].map((line) =>
    cutToLines(line, PAGE_WIDTH, { lines: MOST_FOOTNOTE_LINES }),
  );
  return {
    html: `<div class="footnotes">${lines.map((line) => `<p class="grey">${escapeHtml(line)}</p>`).join('')}</div>`,
    height: lines.reduce((sum, line) => sum + lineCount(line, PAGE_WIDTH), 0) * LINE + SECTION_GAP,
  };
}

/** Sources and, as far as two lines hold them, definitions; at the right whose page this is. */
export function drawFooter(document: Document): Drawn {
  const { subject, period, format, sections, edition } = document;
  const right = `${subject.shortName} · ${period.name}`;
  const room = PAGE_WIDTH - 24 - textWidth(right);
  const sources = sourcesOf(document);
  const definitions = edition === 'partner' ? sections.flatMap(({ notes }) => notes) : [];
  const left = definitions
    .map((note) => formatSentence(note, format))
    .reduce(
      (text, note) => (lineCount(`${text} · ${note}`, room) <= MOST_FOOTER_LINES ? `${text} · ${note}` : text),
      cutToLines(sources.charAt(0).toUpperCase() + sources.slice(1), room, { lines: MOST_FOOTER_LINES }),
    );
  return {
    html: `<footer><span>${escapeHtml(left)}</span><span>${escapeHtml(right)}</span></footer>`,
    height: lineCount(left, room) * LINE + SECTION_GAP,
  };
}
