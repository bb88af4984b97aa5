// The same pipeline as a workbook and as CSV, of as many rows as wanted: ids, names, amounts, dates, as CRMs export them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';

const STAGES = ['Prospecting', 'Proposal', 'Closed Won', 'Closed Lost'];
const HEADERS = [
  ...['Opportunity ID', 'Opportunity Name', 'Account Name', 'Partner Account', 'Stage', 'Amount'],
  ...['Close Date', 'Created Date', 'Probability (%)', 'Opportunity Owner'],
];

/** Writes `SIZE.xlsx` and `SIZE.csv` into a folder. */
export async function writeTables(folder, size) {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: join(folder, `${size}.xlsx`),
    useSharedStrings: true,
    useStyles: true,
  });
  const sheet = workbook.addWorksheet('Pipeline');
  sheet.columns = HEADERS.map((header) => ({ header, key: header, style: styleOf(header) }));
  const lines = [HEADERS.join(',')];
  for (let index = 0; index < size; index += 1) {
    const row = rowAt(index);
    sheet.addRow(row).commit();
    lines.push(row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : inCsv(cell))).join(','));
  }
  sheet.commit();
  await workbook.commit();
  writeFileSync(join(folder, `${size}.csv`), `${lines.join('\r\n')}\r\n`);
}

function rowAt(index) {
  const day = (year) => new Date(Date.UTC(year, index % 24, 1 + (index % 28)));
  return [
    `006${String(index).padStart(12, '0')}`,
    `Deal ${index}, phase 2`,
    `Account ${index % 3000}`,
    `Partner ${index % 120}`,
    STAGES[index % 4],
    ((index * 7919) % 1_000_000) / 100,
    day(2025),
    day(2024),
    (index % 11) * 10,
    `Owner ${index % 40}`,
  ];
}

function styleOf(header) {
  if (header === 'Amount') return { numFmt: '#,##0.00' };
  return header.endsWith('Date') ? { numFmt: 'yyyy-mm-dd' } : {};
}

function inCsv(cell) {
  return String(cell).includes(',') ? `"${cell}"` : String(cell);
}
