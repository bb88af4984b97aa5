// Writes a described workbook as cam does: DESCRIPTION FILE
import { readFileSync, writeFileSync } from 'node:fs';
import { writeWorkbook } from '../../src/render/xlsx/write-workbook.ts';

const { properties, names, sheets, looks } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const looked = sheets.map(({ rows, ...sheet }) => ({
  ...sheet,
  rows: rows.map(({ height, cells }) => ({
    height,
    cells: cells.map((cell) =>
      cell ? { value: cell.value, formula: cell.formula, style: looks[cell.look] } : undefined,
    ),
  })),
  print: { landscape: true },
}));
writeFileSync(process.argv[3], writeWorkbook({ properties, names, sheets: looked }));
