// Whole processes against each other: node bench/run.mjs [--runs N] [case ...]
//
// The programs of a case run in turn, round after round, so that a machine that slows down slows all of them. Figures are medians of the
// rounds; a ratio is the median of the rounds' own ratios. It measures and judges nothing: the exit code is 0 whatever the figures.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { decks } from './decks-40.mjs';
import { help } from './help.mjs';
import { memory } from './memory.mjs';
import { plan } from './plan.mjs';
import { spreadsheets } from './read-tables.mjs';
import { territory } from './territory.mjs';

const CASES = { help, 'decks-40': decks, territory, spreadsheets, memory, plan };
const WARM_UPS = 1;

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string' } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !(name in CASES));
if (unknown) {
  console.error(`There is no case "${unknown}": ${Object.keys(CASES).join(', ')}.`);
  process.exit(2);
}

console.log(`Node ${process.version} on ${process.platform}, ${cpus().length} processors`);
for (const name of positionals.length > 0 ? positionals : Object.keys(CASES)) {
  const { title, skipped, runs, programs, goals, peaks, cleanUp } = await CASES[name]();
  if (skipped) {
    console.log(`\n${title}\n\nnot measured: ${skipped}`);
    continue;
  }
  try {
    if (peaks) {
      console.log(`\n${title}\n\n${peaks().map(peakLine).join('\n')}`);
      continue;
    }
    const times = measure(programs, Number(values.runs ?? runs));
    console.log(`\n${title}\n\n${table(times)}\n\n${goals.map((goal) => goalLine(goal, times)).join('\n')}`);
  } finally {
    cleanUp();
  }
}

/** Milliseconds of every counted round, by program. */
function measure(programs, runs) {
  const times = new Map(programs.map(({ name }) => [name, []]));
  for (let round = -WARM_UPS; round < runs; round += 1) {
    for (const { name, runner = process.execPath, command } of programs) {
      const elapsed = timeOf(runner, command(round));
      if (round >= 0) times.get(name).push(elapsed);
    }
  }
  return times;
}

function timeOf(runner, argv) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(runner, argv, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${runner} ${argv.join(' ')} ended with ${status}: ${stderr}`);
  return elapsed;
}

function table(times) {
  const rows = [['program', 'median ms', 'fastest', 'slowest', 'rounds']];
  for (const [name, list] of times) {
    rows.push([
      name,
      ...[median(list), Math.min(...list), Math.max(...list)].map((ms) => ms.toFixed(0)),
      `${list.length}`,
    ]);
  }
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '))
    .join('\n');
}

function goalLine({ program, against, atMost }, times) {
  const ratio = median(times.get(program).map((time, round) => time / times.get(against)[round]));
  const verdict = ratio <= atMost ? 'met' : 'missed';
  return `${program} takes ${ratio.toFixed(2)} x ${against} (goal: at most ${atMost} x, ${verdict})`;
}

function peakLine({ name, megabytes, atMost }) {
  return `${name} takes ${megabytes} MB (goal: at most ${atMost} MB, ${megabytes <= atMost ? 'met' : 'missed'})`;
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
