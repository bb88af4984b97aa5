import ExcelJS from 'exceljs';

/** Formulas of a workbook by sheet and cell, with their results. */
export async function formulasOf(bytes: Uint8Array): Promise<Map<string, { formula: string; result: unknown }>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const found = new Map<string, { formula: string; result: unknown }>();
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) found.set(`${sheet.name}!${cell.address}`, { formula: cell.formula, result: cell.result });
      }),
    );
  }
  return found;
}
