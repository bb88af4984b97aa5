# Writes a described workbook with XlsxWriter: DESCRIPTION FILE
import json
import sys

import xlsxwriter

with open(sys.argv[1], encoding="utf-8") as description:
    book = json.load(description)

workbook = xlsxwriter.Workbook(sys.argv[2])
formats = [workbook.add_format(look) for look in book["formats"]]
for name in book["names"]:
    workbook.define_name(name["name"], "=" + name["refersTo"])

for sheet in book["sheets"]:
    worksheet = workbook.add_worksheet(sheet["name"])
    worksheet.set_landscape()
    for index, column in enumerate(sheet["columns"]):
        worksheet.set_column(index, index, column["width"])
    frozen = sheet.get("frozen")
    if frozen:
        worksheet.freeze_panes(frozen["rows"], frozen["columns"])
    for at, row in enumerate(sheet["rows"]):
        if row.get("height"):
            worksheet.set_row(at, row["height"])
        for column, cell in enumerate(row["cells"]):
            if cell is None:
                continue
            look = formats[cell["look"]]
            value = cell.get("value")
            if "formula" in cell:
                worksheet.write_formula(at, column, "=" + cell["formula"], look, value)
            elif value is None:
                worksheet.write_blank(at, column, None, look)
            elif isinstance(value, str):
                worksheet.write_string(at, column, value, look)
            elif isinstance(value, bool):
                worksheet.write_boolean(at, column, value, look)
            else:
                worksheet.write_number(at, column, value, look)

workbook.close()
