import type { Scores, ScoreRow } from '../../document/block.ts';
import { changeMeaning } from '../../document/scores-table.ts';
import { formatValue, type FormatOptions } from '../../units/format.ts';
import type { Value } from '../../units/value.ts';
import { at } from './axis.ts';
import { statusText } from './draw-table.ts';
import type { Drawn, Sheet } from './drawn.ts';
import { escapeHtml } from './escape-html.ts';
import { columnShares, SCORE_ROW, TALL_ROW } from './geometry.ts';
import { cutToLines, textWidth } from './text-width.ts';

const LEGEND = 19;
const HEADER = SCORE_ROW + 1;
/** Widths of the columns of numbers and, at least, of the status, in pixels; label and scale share the rest. */
const NUMBER = 52;
const STATUS = 82;
/** Free before the words of a status. */
const STATUS_GAP = 14;
const LABEL_SHARE = 0.44;
/** A scale narrower than this shows nothing; before that, labels run over two lines. */
const LEAST_SCALE = 64;
const LEGEND_GAP = 28;
const INDENT = 14;
const TRACK_HEIGHT = 14;
const END = 8;

/** Scores as dots on one scale each, with their numbers beside them: the table is the twin of the drawing. */
export function drawScores(scores: Scores, { format }: Sheet, width: number): Drawn {
  const { marks, rows } = scores;
  const numbers = [
    ...(rows.some(({ change }) => change) ? ['change' as const] : []),
    ...(marks.peers === undefined ? [] : ['peers' as const]),
  ];
  const statusWidth = Math.max(STATUS, ...rows.map((row) => widthOfStatus(row) + STATUS_GAP));
  const free = width - NUMBER * (numbers.length + 1) - statusWidth;
  const longest = Math.max(...rows.map(({ label }) => textWidth(label, undefined, 'bold'))) + INDENT;
  const labelWidth = Math.max(free * LABEL_SHARE, Math.min(longest, free - LEAST_SCALE));
  const widths = [labelWidth, free - labelWidth, NUMBER, ...numbers.map(() => NUMBER), statusWidth];
  const room = labelWidth - INDENT;
  const names = { change: 'Change', peers: 'Peers' };
  const heads = [labelHead(room), scaleEnds(), 'Now', ...numbers.map((key) => names[key]), 'Status'];
  const head = heads.map((label, index) => `<th scope="col"${right(index, heads.length)}>${label}</th>`).join('');
  const body = rows.map((row) => {
    const cells = [
      track(row, scores, { format, width: widths[1]! }),
      print(row.now, format),
      ...numbers.map((key) =>
        key === 'change' ? changeText(row.change, format) : `<span class="soft">${print(row.peers, format)}</span>`,
      ),
      row.status ? `<span class="${row.status.meaning}">${escapeHtml(statusText(row.status))}</span>` : '',
    ];
    const label = isTall(row, room)
      ? `<span class="two">${escapeHtml(cutToLines(row.label, room, { lines: 2, weight: weightOf(row) }))}</span>`
      : escapeHtml(row.label);
    const name = `<th scope="row"${row.emphasis === 'indent' ? ` style="padding-left:${INDENT}px"` : ''}>${label}</th>`;
    const others = cells.map((cell, index) => `<td${right(index + 1, heads.length)}>${cell}</td>`).join('');
    const marked = [...(row.emphasis === 'strong' ? ['strong'] : []), ...(isTall(row, room) ? ['tall'] : [])];
    return `<tr${marked.length > 0 ? ` class="${marked.join(' ')}"` : ''}>${name}${others}</tr>`;
  });
  const html = `<p class="legend">${legend(scores, width)}</p><table class="scores"><colgroup>${columnShares(widths)}</colgroup>
<thead><tr>${head}</tr></thead>
<tbody>${body.join('\n')}</tbody></table>`;
  const heights = rows.map((row) => (isTall(row, room) ? TALL_ROW : SCORE_ROW));
  return { html, height: LEGEND + HEADER + heights.reduce((sum, height) => sum + height, 0) };
}

function isTall(row: ScoreRow, room: number): boolean {
  return textWidth(row.label, undefined, weightOf(row)) > room;
}

function weightOf({ emphasis }: ScoreRow): 'bold' | 'regular' {
  return emphasis === 'strong' ? 'bold' : 'regular';
}

function labelHead(room: number): string {
  const label = 'Category and topic';
  return textWidth(label, undefined, 'bold') <= room + INDENT ? label : 'Category';
}

/** A status is never cut. */
function widthOfStatus({ status }: ScoreRow): number {
  return status ? textWidth(statusText(status), undefined, 'bold') : 0;
}

function right(index: number, count: number): string {
  return index >= 2 && index < count - 1 ? ' class="r"' : index === count - 1 ? ' class="after"' : '';
}

function scaleEnds(): string {
  return '<span class="ends"><span>1</span><span>100</span></span>';
}

/** What each mark is and, where there is room, where weak and strong begin. */
function legend({ marks, thresholds: [medium, strong] }: Scores, width: number): string {
  const sign = (drawing: string) =>
    `<svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12">${drawing}</svg>`;
  const bands = `weak below ${medium}, medium ${medium} to ${strong - 1}, strong from ${strong}`;
  const known = [marks.now, marks.previous, marks.peers]
    .filter((mark) => mark !== undefined)
    .reduce((sum, mark) => sum + textWidth(mark) + LEGEND_GAP, 0);
  const entries = [
    `${sign('<circle class="now" cx="6" cy="6" r="4.2"/>')}${escapeHtml(marks.now)}`,
    ...(marks.previous === undefined
      ? []
      : [`${sign('<circle class="before" cx="6" cy="6" r="3.6"/>')}${escapeHtml(marks.previous)}`]),
    ...(marks.peers === undefined ? [] : [`${sign('<path class="peers" d="M6 0V12"/>')}${escapeHtml(marks.peers)}`]),
    ...(known + textWidth(bands) <= width ? [bands] : []),
  ];
  return entries.map((entry) => `<span>${entry}</span>`).join('');
}

function track(
  row: ScoreRow,
  { thresholds }: Scores,
  place: { readonly format: FormatOptions; readonly width: number },
): string {
  const now = scoreOf(row.now);
  if (now === undefined) return '';
  const width = place.width - 2 * END;
  const x = (score: number) => END + (width * (score - 1)) / 99;
  const [previous, peers] = [scoreOf(row.previous), scoreOf(row.peers)];
  const middle = TRACK_HEIGHT / 2;
  const fell = previous !== undefined && now < previous;
  const size = row.emphasis === 'strong' ? 5 : 4;
  const drawn = [
    `<path class="scale" d="M${END} ${middle}H${at(END + width)}"/>`,
    ...thresholds.map((score) => `<path class="tick" d="M${at(x(score))} ${middle - 2.5}v5"/>`),
    ...(previous === undefined || previous === now
      ? []
      : [`<path class="moved${fell ? ' fell' : ''}" d="M${at(x(previous))} ${middle}H${at(x(now))}"/>`]),
    ...(peers === undefined ? [] : [`<path class="peers" d="M${at(x(peers))} ${middle - 5.5}v11"/>`]),
    ...(previous === undefined
      ? []
      : [`<circle class="before" cx="${at(x(previous))}" cy="${middle}" r="${size - 0.8}"/>`]),
    `<circle class="now${fell ? ' fell' : ''}" cx="${at(x(now))}" cy="${middle}" r="${size}"/>`,
  ];
  const label = describe(row, place.format);
  return `<svg role="img" aria-label="${escapeHtml(label)}" viewBox="0 0 ${at(place.width)} ${TRACK_HEIGHT}" width="100%" height="${TRACK_HEIGHT}">${drawn.join('')}</svg>`;
}

function describe({ label, now, previous, peers }: ScoreRow, format: FormatOptions): string {
  const parts = [
    `${label}: ${print(now, format)} of 100`,
    ...(scoreOf(previous) === undefined ? [] : [`before ${print(previous, format)}`]),
    ...(scoreOf(peers) === undefined ? [] : [`peers ${print(peers, format)}`]),
  ];
  return parts.join(', ');
}

function changeText(change: Value | undefined, format: FormatOptions): string {
  const meaning = changeMeaning(change);
  return `<span class="${meaning ?? 'soft'}">${print(change, format)}</span>`;
}

function print(value: Value | undefined, format: FormatOptions): string {
  return value === undefined ? '' : escapeHtml(formatValue(value, format));
}

function scoreOf(value: Value | undefined): number | undefined {
  return value?.kind === 'score' ? value.score : undefined;
}
