import * as size from './geometry.ts';
import { GREY, INK, INTERNAL, PLAN_LINE, ROW_RULE, STATUS_COLOURS, STRIP, TRACK, type Palette } from './palette.ts';

/** The style sheet of a page. Nothing a person wrote reaches it but an accent colour that was checked. */
export function styleSheet(palette: Palette): string {
  return [PAPER, typography(palette), tables(palette), blocks(palette), drawings(palette), SMALL_SCREEN].join('\n');
}

const PAPER = `@page{margin:10mm 12mm}
*{box-sizing:border-box;margin:0;padding:0}
html{background:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{width:100%;max-width:186mm;margin:0 auto;font:9pt/${size.LINE}px Calibri,Carlito,"Segoe UI",Arial,sans-serif;color:#${INK}}
.sheet{break-before:page}
@media screen{body{margin:10mm auto}.sheet{margin-top:15mm}}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}`;

const typography = ({ accent1 }: Palette) => `.internal{border-top:13px solid #${INTERNAL};padding-top:6px}
.internal .mark{color:#${STATUS_COLOURS.watch[0]};font-weight:700;margin-left:16px}
header{display:flex;justify-content:space-between;gap:20px;border-bottom:1px solid #${INK};padding-bottom:9px;margin-bottom:11px}
.kicker{color:#${accent1};font-weight:700;white-space:nowrap}
header>div:first-child{min-width:0}
.dates{color:#${GREY};text-align:right;white-space:nowrap}
h1{font-size:15pt;line-height:24px;margin:2px 0 4px;text-wrap:balance;overflow-wrap:anywhere}
h2,h3{font-size:10.5pt;line-height:18px;padding-bottom:4px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
h2 span,h3 span{font-weight:400;color:#${GREY}}
.subject{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.grey,.subject{color:#${GREY}}
p,li{overflow-wrap:anywhere}
footer{display:flex;justify-content:space-between;gap:24px;border-top:1px solid #${ROW_RULE};margin-top:8px;padding-top:5px;color:#${GREY}}
footer span:last-child{white-space:nowrap}
.footnotes{margin-top:6px}`;

const tables = ({ accent1, accent4 }: Palette) => `table{width:100%;border-collapse:collapse;table-layout:fixed}
.share{display:inline-block;width:${size.BAR_WIDTH}px;margin-right:${size.CELL_PADDING}px;line-height:0;vertical-align:1px}
th,td{height:${size.ROW}px;padding:0 ${size.CELL_PADDING}px;line-height:15px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;text-align:left;font-weight:400;border-bottom:1px solid #${ROW_RULE}}
tbody .tall th,tbody .tall td{height:${size.TALL_ROW}px;vertical-align:top;padding-top:1px}
.two{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;white-space:normal;overflow-wrap:anywhere}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
.above th,.above td{border-bottom:0}
.below td{height:13px;padding-bottom:4px}
.periods .hidden{padding:0}
thead th,thead td{color:#${GREY};font-weight:700;border-bottom:1px solid #${INK}}
.r{text-align:right;font-variant-numeric:tabular-nums}
.c{text-align:center}
td.tint{background:#${accent4};border-left:1px solid #fff}
td.tint.main{background:#${accent1};color:#fff;font-weight:700}
.after{padding-left:10px}
.scores th,.scores td{height:${size.SCORE_ROW}px}
.scores .strong th,.scores .strong td{background:#${STRIP}}
.ends{display:flex;justify-content:space-between;font-weight:400}
.strong,.strong th,.strong td,td.good,td.watch,td.bad,td.unknown{font-weight:700}
.soft{color:#${GREY}}
.good,.watch,.bad,.unknown{font-weight:700}
${Object.entries(STATUS_COLOURS)
  .map(([meaning, [text, fill]]) => `.${meaning}{color:#${text}}.chip.${meaning}{background:#${fill}}`)
  .join('\n')}
.chip{display:inline-block;line-height:15px;padding:1px 8px;border-radius:4px;white-space:nowrap;max-width:100%;overflow:hidden;text-overflow:ellipsis;vertical-align:middle}
.legend{color:#${GREY};padding-top:3px;height:19px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.legend span{margin-right:10px}
.legend svg{display:inline-block;vertical-align:-1px;margin-right:2px}
.note{color:#${GREY};padding-top:3px}`;

const blocks = ({ accent1, accent4 }: Palette) => `.columns{display:grid;gap:${size.COLUMN_GAP}px}
section{margin-bottom:${size.SECTION_GAP}px;break-inside:avoid;position:relative}
section.long{break-inside:auto}
h2,h3{break-after:avoid}
tr,li,svg,.figures,.panel{break-inside:avoid}
.columns>div{min-width:0}
.block+.block{margin-top:${size.BLOCK_GAP}px}
.block+.columns{margin-top:${size.SECTION_GAP}px}
.figures{display:grid;gap:8px 14px}
.figures>div{min-width:0}
.figures p{overflow:hidden}
.figures .value{font-size:15pt;line-height:24px;font-weight:700;white-space:nowrap}
.figures .grey{min-height:${size.LINE}px}
.figures .chip{margin-top:1px}
ul{list-style:none}
.bullets li{padding-left:12px;position:relative}
.bullets li::before{content:"•";position:absolute;left:0;color:#${accent1}}
.numbered li{padding-left:22px;position:relative;margin-bottom:6px}
.numbered b:first-child{position:absolute;left:0;color:#${accent1};font-size:12pt}
.panel{background:#${STRIP};padding:9px 12px}
.panel.accent{background:#${accent4}}
.timeline{display:grid;grid-auto-flow:column;grid-auto-columns:1fr}
.timeline li{padding-right:8px}
.timeline svg{display:block;width:calc(100% + 8px)}
.strip.two{display:grid;grid-template-columns:1fr 1fr;gap:24px}
.strip{background:#${STRIP};border-left:4px solid #${accent1};padding:8px 14px;break-before:avoid;break-inside:avoid}
.strip+section{margin-top:${size.SECTION_GAP}px}
.strip b{color:#${accent1};margin-right:4px}`;

const drawings = ({ accent1, accent2, accent3 }: Palette) => `svg{display:block;overflow:visible}
svg text{font-size:11px;fill:#${GREY}}
svg .name{fill:#${accent1};font-weight:700}
svg .figure{fill:#${INK}}
.line{fill:none;stroke-linejoin:round;stroke-linecap:round}
.actual{stroke:#${accent1};stroke-width:2.6}
.forecast{stroke:#${accent1};stroke-width:2;stroke-dasharray:3 3.6}
.reference{stroke:#${PLAN_LINE};stroke-width:1.4}
.point{fill:#${accent1}}
.bar{fill:#${accent2}}
.bar.reference{fill:#${accent3};stroke:none}
.bar.actual{fill:#${accent1};stroke:none}
.track{fill:#${TRACK}}
.axis{stroke:#${GREY};stroke-width:1}
.target{stroke:#${INK};stroke-width:1.8}
.previous{fill:#${accent3};stroke:#${INK};stroke-width:.8}
.now{fill:#${accent1}}
.now.fell{fill:#${STATUS_COLOURS.bad[0]}}
.before{fill:#fff;stroke:#${INK};stroke-width:1.1}
.peers{stroke:#${INK};stroke-width:2.4}
.moved{stroke:#${accent2};stroke-width:3}
.moved.fell{stroke:#${STATUS_COLOURS.bad[0]}}
.scale{stroke:#${ROW_RULE};stroke-width:1}
.tick{stroke:#${PLAN_LINE};stroke-width:1}
.ahead{fill:#fff;stroke:#${accent1};stroke-width:1.5}
.time{stroke:#${accent1};stroke-width:1.5}`;

/**
 * On a phone a table is as wide as what it says and moves sideways: a number or a status is never cut. Scores leave out their scale,
 * on which dots would lie upon dots; the numbers beside it say the same.
 */
const SMALL_SCREEN = `@media screen and (max-width:720px){body{margin:4mm;width:auto}.columns,.strip.two{display:block}.columns>div+div{margin-top:12px}.figures{grid-template-columns:1fr 1fr!important}
.block:has(table){overflow-x:auto}
table:not(.periods){table-layout:auto}table:not(.periods) col{width:auto!important}
.legend:has(+.scores),.scores col:nth-child(2),.scores tr>:nth-child(2){display:none}th,td{overflow:visible}}`;
