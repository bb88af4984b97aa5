// Reads a table as every import does and checks that all of its rows came: FILE ROWS
import { readTable } from '../../src/input/tabular/read-table.ts';

const { rows } = await readTable(process.argv[2]);
if (rows.length !== Number(process.argv[3])) throw new Error(`${rows.length} rows were read.`);
