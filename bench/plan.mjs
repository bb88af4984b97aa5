// The workbook of a business plan over 36 months, written by cam and by XlsxWriter: the same cells with the same formulas, results and looks.
// Whole processes: each starts, reads the description of the workbook, writes the file and ends.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { bundleProgram } from './bundle-program.mjs';

const PROGRAMS = fileURLToPath(new URL('./plan/', import.meta.url));
const BUILD = fileURLToPath(new URL('../dist', import.meta.url));
const TERRITORY = fileURLToPath(new URL('../samples/territory', import.meta.url));
const PARTNER = 'ostrander-pike-technology';
const XLSXWRITER = 'XlsxWriter';
// Debian's package belongs to its own Python, which need not be the first in the path.
const PYTHONS = ['/usr/bin/python3', 'python3'];

export async function plan() {
  const python = PYTHONS.find((each) => spawnSync(each, ['-c', 'import xlsxwriter']).status === 0);
  if (!python) return { title: 'The workbook of a plan', skipped: 'python3 with xlsxwriter is not installed' };
  const folder = mkdtempSync(join(tmpdir(), 'cam-bench-'));
  const [description, ours, theirs] = ['plan.json', 'cam.xlsx', 'xlsxwriter.xlsx'].map((name) => join(folder, name));
  await describePlan(description);
  const write = await bundleProgram(join(PROGRAMS, 'write-with-cam.mjs'), folder);
  const withCam = [write, description, ours];
  const withPython = [join(PROGRAMS, 'write-with-xlsxwriter.py'), description, theirs];
  run(process.execPath, withCam);
  run(python, withPython);
  const cells = await sameCells(ours, theirs);
  return {
    title: `The workbook of a plan, ${cells.toLocaleString('en-GB')} formulas`,
    runs: 15,
    programs: [
      { name: 'cam', command: () => withCam },
      { name: XLSXWRITER, runner: python, command: () => withPython },
    ],
    goals: [{ program: 'cam', against: XLSXWRITER, atMost: 0.85 }],
    cleanUp: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Bundled beside cam's own build, because the templates are looked for from there. */
async function describePlan(description) {
  const folder = mkdtempSync(join(BUILD, 'bench-'));
  try {
    const describe = await bundleProgram(join(PROGRAMS, 'describe-plan.mjs'), folder, [keptWorkbook]);
    run(process.execPath, [describe, TERRITORY, PARTNER, description]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In the place of the writer: keeps the workbook it is given. */
const keptWorkbook = {
  name: 'kept-workbook',
  setup(build) {
    build.onLoad({ filter: /render\/xlsx\/write-workbook\.ts$/ }, () => ({
      contents: 'export const writeWorkbook = (book) => { globalThis.keptWorkbook = book; return Buffer.alloc(0); };',
      loader: 'ts',
    }));
  },
};

function run(program, argv) {
  const { status, stderr } = spawnSync(program, argv, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${argv.join(' ')} ended with ${status}: ${stderr}`);
}

/** The number of formulas in both files; an error where they do not hold the same. */
async function sameCells(ours, theirs) {
  const [ourCells, theirCells] = await Promise.all([cellsOf(ours), cellsOf(theirs)]);
  for (const place of new Set([...ourCells.keys(), ...theirCells.keys()])) {
    const [cell, other] = [ourCells, theirCells].map((cells) => cells.get(place));
    if (cell !== other) throw new Error(`${place} is ${cell} with cam and ${other} with ${XLSXWRITER}.`);
  }
  return [...ourCells.values()].filter((cell) => cell.startsWith('=')).length;
}

async function cellsOf(file) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const cells = new Map();
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const written = cell.formula ? `=${cell.formula} ${shown(cell.result ?? 0)}` : shown(cell.value);
        if (cell.value !== null && cell.value !== '') cells.set(`${sheet.name}!${cell.address}`, written);
      }),
    );
  return cells;
}

/** XlsxWriter keeps sixteen digits of a number, cam all. */
function shown(value) {
  return typeof value === 'number' ? value.toPrecision(14) : JSON.stringify(value);
}
