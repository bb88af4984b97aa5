// Reads a workbook with the library alone and visits every cell once: FILE ROWS
import ExcelJS from 'exceljs';

const workbook = new ExcelJS.Workbook();
await workbook.xlsx.readFile(process.argv[2]);
let rows = 0;
let filled = 0;
workbook.worksheets[0].eachRow((row) => {
  rows += 1;
  row.eachCell((cell) => {
    if (cell.value !== null) filled += 1;
  });
});
if (rows - 1 !== Number(process.argv[3]) || filled === 0) throw new Error(`${rows - 1} rows were read.`);
