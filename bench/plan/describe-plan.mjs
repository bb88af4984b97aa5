// Describes the workbook of a business plan as JSON, once for both writers: TERRITORY PARTNER FILE
//
// Cells with their formulas, results and looks, widths, heights, frozen panes and names. Charts, checks of inputs and colours that follow
// values are left out, for both. Runs with the writer replaced by one that keeps what it is given.
import { writeFileSync } from 'node:fs';
import { openWorkspace } from '../../src/app/territory/open-workspace.ts';
import { artifactInput, partnerById } from '../../src/app/pages/partner-pages.ts';
import { businessPlan } from '../../src/artifacts/business-plan/index.ts';
import { renderXlsx } from '../../src/render/xlsx/page/render-xlsx.ts';
import { BORDERS, FILLS, FONTS } from '../../src/render/xlsx/theme.ts';

const [territory, partner, file] = process.argv.slice(2);
// The colours of Excel's own theme stand in for those of ours: 1 ink, 2 band, 3 grey, 4 accent.
const THEME = ['FFFFFF', '1F2A37', 'EEF0F3', '4F5B67', '0B5C7A'];

const workspace = await openWorkspace({ currentFolder: territory, today: '2026-02-28' });
const input = artifactInput(workspace, partnerById(workspace, partner));
renderXlsx(businessPlan.toDocument(businessPlan.compute(input, undefined), 'partner'));
const { properties, sheets, names = [] } = globalThis.keptWorkbook;

const looks = [];
const numbers = new Map();
const plain = {
  names,
  properties,
  sheets: sheets.map(({ name, columns, rows, frozen }) => ({
    name,
    columns: columns.map(({ width }) => ({ width })),
    frozen,
    rows: Array.from(rows, ({ height, cells }) => ({ height, cells: cells.map((cell) => cell && described(cell)) })),
  })),
};
writeFileSync(file, JSON.stringify({ ...plain, looks, formats: looks.map(formatOf) }));

function described({ value, formula, style = {} }) {
  const key = JSON.stringify(style);
  if (!numbers.has(key)) numbers.set(key, looks.push(style) - 1);
  return { value, formula, look: numbers.get(key) };
}

/** A look as the other writer takes it. */
function formatOf({ font = 'body', fill = 'none', border = 'none', format, align, indent, vertical, wrap, locked }) {
  const background = /<fgColor ([^/]*)\//.exec(FILLS[fill]);
  const line = /<(bottom|top) style="(\w+)"><color ([^/]*)\//.exec(BORDERS[border]);
  return {
    font_name: 'Calibri',
    font_size: Number(/sz val="(\d+)"/.exec(FONTS[font])[1]),
    font_color: colourOf(/<color ([^/]*)\//.exec(FONTS[font])[1]),
    bold: FONTS[font].includes('<b/>'),
    ...(background && { pattern: 1, fg_color: colourOf(background[1]) }),
    ...(line && { [line[1]]: line[2] === 'hair' ? 7 : 1, [`${line[1]}_color`]: colourOf(line[3]) }),
    ...(format && { num_format: format }),
    ...(align && { align }),
    ...(indent && { indent }),
    valign: vertical === 'center' ? 'vcenter' : (vertical ?? 'bottom'),
    text_wrap: wrap === true,
    locked: locked !== false,
  };
}

function colourOf(attribute) {
  const own = /rgb="FF(\w{6})"/.exec(attribute);
  return `#${own ? own[1] : THEME[Number(/theme="(\d)"/.exec(attribute)[1])]}`;
}
