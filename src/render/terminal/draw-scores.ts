import type { Scores, ScoreRow } from '../../document/block.ts';
import { changeMeaning } from '../../document/scores-table.ts';
import { formatValue, type FormatOptions } from '../../units/format.ts';
import type { Value } from '../../units/value.ts';
import { drawGrid, freeWidth, type GridCell, type GridColumn } from './grid.ts';
import { blanks, run, statusRun, type Line, type Pen, type Run } from './pen.ts';
import { labelled } from './wrap.ts';

const SHORTEST_TRACK = 10;
const LONGEST_TRACK = 34;

interface Signs {
  readonly now: string;
  readonly previous: string;
  readonly peers: string;
  readonly scale: string;
}

const UNICODE: Signs = { now: '●', previous: '○', peers: '┃', scale: '─' };
const ASCII: Signs = { now: '#', previous: 'o', peers: '|', scale: '-' };

/** Scores in rows: a scale with its marks where there is room, the numbers always. */
export function drawScores(scores: Scores, format: FormatOptions, pen: Pen): Line[] {
  const signs = pen.unicode ? UNICODE : ASCII;
  const hasChange = scores.rows.some(({ change }) => change !== undefined);
  const hasPeers = scores.marks.peers !== undefined;
  const columns: GridColumn[] = [
    { label: 'Category and topic', align: 'left', cut: 'text' },
    { label: '1 to 100', align: 'left', cut: 'fixed', soft: true },
    { label: 'Now', align: 'right', cut: 'fixed' },
    ...(hasChange ? [{ label: 'Change', align: 'right', cut: 'fixed' } as const] : []),
    ...(hasPeers ? [{ label: 'Peers', align: 'right', cut: 'fixed', soft: true } as const] : []),
    { label: 'Status', align: 'left', cut: 'fixed' },
  ];
  const rowsOf = (length: number) =>
    scores.rows.map((row): GridCell[] => [
      row.emphasis === 'strong' ? [run(row.label, 'bold')] : [{ ...run(row.label), text: `  ${run(row.label).text}` }],
      length === 0 ? [] : track(row, signs, length),
      [cell(row.now, format, row.emphasis === 'strong' ? 'bold' : 'plain')],
      ...(hasChange ? [[cell(row.change, format, changeMeaning(row.change) ?? 'dim')]] : []),
      ...(hasPeers ? [[cell(row.peers, format, 'dim')]] : []),
      row.status ? [statusRun(row.status)] : [],
    ]);
  const room = Math.min(
    LONGEST_TRACK,
    Math.max(SHORTEST_TRACK, freeWidth(columns, rowsOf(0), pen) + '1 to 100'.length),
  );
  return [...legend(scores, signs, pen), ...drawGrid(columns, rowsOf(room), pen)];
}

function legend({ marks, thresholds: [medium, strong] }: Scores, signs: Signs, pen: Pen): Line[] {
  const words = [
    `${signs.now} ${marks.now}`,
    ...(marks.previous === undefined ? [] : [`${signs.previous} ${marks.previous}`]),
    ...(marks.peers === undefined ? [] : [`${signs.peers} ${marks.peers}`]),
    `weak below ${medium}, strong from ${strong}`,
  ];
  return labelled([], words.join(' · '), pen, 'dim');
}

/** The marks on the scale; where two fall on one place the newest is seen. */
function track(row: ScoreRow, signs: Signs, length: number): GridCell {
  const now = placeOf(row.now, length);
  if (now === undefined) return [];
  const [previous, peers] = [placeOf(row.previous, length), placeOf(row.peers, length)];
  const sign = (place: number): Run => {
    if (place === now) return { text: signs.now, style: row.status?.meaning ?? 'bar' };
    if (place === previous) return { text: signs.previous, style: 'plain' };
    return place === peers ? { text: signs.peers, style: 'plain' } : { text: signs.scale, style: 'dim' };
  };
  return joined(Array.from({ length }, (_, place) => sign(place)));
}

/** Neighbours in one style are one run. */
function joined(runs: readonly Run[]): GridCell {
  return runs.reduce<Run[]>((line, next) => {
    const last = line.at(-1);
    if (last?.style !== next.style) return [...line, next];
    return [...line.slice(0, -1), { ...last, text: last.text + next.text }];
  }, []);
}

function placeOf(value: Value | undefined, length: number): number | undefined {
  return value?.kind === 'score' ? Math.round(((value.score - 1) / 99) * (length - 1)) : undefined;
}

function cell(value: Value | undefined, format: FormatOptions, style: Run['style']): Run {
  if (value === undefined) return blanks(0);
  return run(formatValue(value, format), value.kind === 'missing' || value.kind === 'none' ? 'dim' : style);
}
