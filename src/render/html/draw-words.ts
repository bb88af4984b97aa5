import type { Bullets, Numbered, Panel, Timeline } from '../../document/block.ts';
import { formatSentence, formatValue, type FormatOptions } from '../../units/format.ts';
import type { Sentence } from '../../units/sentence.ts';
import type { Drawn } from './drawn.ts';
import { escapeHtml } from './escape-html.ts';
import { HEADING_LINE, LINE } from './geometry.ts';
import { cutToLines, lineCount, TEXT, type Weight } from './text-width.ts';

const MOST_LINES = 4;
const MOST_PARAGRAPH_LINES = 8;

/** A paragraph; grey when it explains what stands above it. */
export function drawParagraph(
  text: Sentence,
  format: FormatOptions,
  { width, grey }: { width: number; grey: boolean },
): Drawn {
  const words = cutToLines(formatSentence(text, format), width, { lines: MOST_PARAGRAPH_LINES });
  return { html: `<p${grey ? ' class="grey"' : ''}>${escapeHtml(words)}</p>`, height: lineCount(words, width) * LINE };
}

/** Points of a list. */
export function drawBullets({ items }: Bullets, format: FormatOptions, width: number): Drawn {
  const points = items.map((item) => cutToLines(formatSentence(item, format), width - 12, { lines: MOST_LINES }));
  return {
    html: `<ul class="bullets">${points.map((point) => `<li>${escapeHtml(point)}</li>`).join('')}</ul>`,
    height: points.reduce((sum, point) => sum + lineCount(point, width - 12) * LINE, 0),
  };
}

/** Numbered points: bold lead, grey detail, who answers for it. */
export function drawNumbered({ items }: Numbered, format: FormatOptions, width: number): Drawn {
  const cut = (line: Sentence, weight: Weight) =>
    cutToLines(formatSentence(line, format), width - 22, { lines: MOST_LINES, weight });
  const points = items.map(({ lead, detail, owner }) => ({
    lead: cut(lead, 'bold'),
    others: [detail, owner].flatMap((line) => (line ? [cut(line, 'regular')] : [])),
  }));
  const html = points.map(
    ({ lead, others }, index) =>
      `<li><b aria-hidden="true">${index + 1}</b><b>${escapeHtml(lead)}</b>${others.map((line) => `<p class="grey">${escapeHtml(line)}</p>`).join('')}</li>`,
  );
  const heights = points.map(
    ({ lead, others }) =>
      lineCount(lead, width - 22, TEXT, 'bold') + others.reduce((sum, line) => sum + lineCount(line, width - 22), 0),
  );
  return {
    html: `<ol class="numbered" style="list-style:none">${html.join('\n')}</ol>`,
    height: heights.reduce((sum, lines) => sum + lines * LINE + 6, 0),
  };
}

/** A tinted box: bold lines with grey ones under them, or bullets where there is no detail. */
export function drawPanel({ tone, heading, items }: Panel, format: FormatOptions, width: number): Drawn {
  const room = width - 24;
  const cut = (line: Sentence, weight: Weight) =>
    cutToLines(formatSentence(line, format), room - 12, { lines: MOST_LINES, weight });
  const points = items.map(({ lead, detail }) => ({
    lead: cut(lead, 'bold'),
    detail: detail && cut(detail, 'regular'),
  }));
  const plain = points.every(({ detail }) => detail === undefined);
  const html = points.map(({ lead, detail }) =>
    plain
      ? `<li>${escapeHtml(lead)}</li>`
      : `<li><b>${escapeHtml(lead)}</b>${detail ? `<p class="grey">${escapeHtml(detail)}</p>` : ''}</li>`,
  );
  const height = points.reduce(
    (sum, { lead, detail }) =>
      sum + (lineCount(lead, room - 12, TEXT, 'bold') + (detail ? lineCount(detail, room) : 0)) * LINE,
    0,
  );
  return {
    html: `<div class="panel${tone === 'accent' ? ' accent' : ''}"><h3>${escapeHtml(formatSentence(heading, format))}</h3><ul${plain ? ' class="bullets"' : ''}>${html.join('\n')}</ul></div>`,
    height: height + HEADING_LINE + 18,
  };
}

/** Dated points on a line: filled where done, hollow where still ahead. */
export function drawTimeline({ points }: Timeline, format: FormatOptions, width: number): Drawn {
  const room = width / Math.max(1, points.length) - 8;
  const labels = points.map(({ label }) => cutToLines(formatSentence(label, format), room, { lines: MOST_LINES }));
  const html = points.map(({ date, done }, index) => {
    const line = index < points.length - 1 ? `<path class="time" d="M4 7H${(room + 8).toFixed(0)}"/>` : '';
    return `<li><svg aria-hidden="true" viewBox="0 0 100 14" height="14" preserveAspectRatio="xMinYMid meet">${line}<circle class="${done ? 'point' : 'ahead'}" cx="5" cy="7" r="4.2"/></svg>
<b>${escapeHtml(formatValue(date, format))}</b><p class="grey">${escapeHtml(labels[index]!)}<span class="sr">${done ? ', done' : ', ahead'}</span></p></li>`;
  });
  const lines = Math.max(0, ...labels.map((label) => lineCount(label, room)));
  return {
    html: `<ol class="timeline" style="list-style:none">${html.join('\n')}</ol>`,
    height: 14 + (1 + lines) * LINE,
  };
}
