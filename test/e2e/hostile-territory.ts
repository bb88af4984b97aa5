import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** Writes a territory of one partner, `hostile`, whose every field holds what nobody should write. */
export async function writeHostileTerritory(territory: string): Promise<void> {
  const folder = join(territory, 'partners/hostile');
  await mkdir(join(folder, 'qbr'), { recursive: true });
  await writeFile(join(territory, 'cam.yaml'), escaped(CAM_YAML));
  await writeFile(join(folder, 'partner.yaml'), escaped(PARTNER));
  const ledger = { commitments: [promise('C-1', 'partner'), promise('C-2', 'vendor')] };
  await writeFile(join(folder, 'commitments.yaml'), escaped(ledger));
  await writeFile(join(folder, 'qbr/FY26-Q3.yaml'), escaped(REVIEW));
  await writeFile(join(folder, 'deals.csv'), dealsFile());
  await writeFile(join(territory, 'funds.yaml'), escaped(FUNDS));
  await mkdir(join(folder, 'marketing'));
  for (const [quarter, plan] of Object.entries(MARKETING))
    await writeFile(join(folder, `marketing/${quarter}.yaml`), escaped(plan));
}

/** What people paste: markup, quotes, formulas, terminal commands, emoji, right-to-left, halves of characters, far too much. */
const MARKUP = `A & B <b>"bold"</b> 'x' ]]> <script>alert(1)</script> &amp; | * _ \` # =1+1`;
const CONTROLS =
  'bell \u0007 null\u0001 escape \u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b31m \u0085 \u2028 \ufffe back\u0008';
const SCRIPTS = 'emoji 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 עברית \u202emirrored\u202c العربية 日本語 ﬁ ı İ';
const HALVES = 'half \ud83d and \udc4d done';
const HOSTILE = [MARKUP, CONTROLS, SCRIPTS, HALVES].join(' ');
const LONG = `${HOSTILE} ${'endless words and oneverylongwordwithoutanyspaceinit '.repeat(10)}`.slice(0, 480);

const PARTNER = {
  name: LONG.slice(0, 190),
  short_name: MARKUP.slice(0, 28),
  former_names: [{ name: HALVES, until: '2025-01-01' }],
  aliases: [SCRIPTS],
  type: 'var',
  tier: 'gold',
  currency: 'USD',
  agreement_signed: '2024-05-01',
  verticals: [HOSTILE.slice(0, 100)],
  contacts: [
    {
      name: HOSTILE.slice(0, 150),
      role: LONG.slice(0, 200),
      email: 'a@b.example',
      phone: '<1>',
      champion: true,
      qbr: true,
    },
    { name: SCRIPTS, role: HALVES, qbr: true },
  ],
  targets: [{ fiscal_year: 'FY26', agreed: '2025-06-20', annual: 500_000, note: LONG }],
  certifications: [
    { holder: CONTROLS, role: 'sales', name: HOSTILE.slice(0, 190), level: MARKUP, expires: '2026-04-01' },
  ],
  tasks: [{ id: 'T-1', title: LONG.slice(0, 190), due: '2026-03-15' }],
  meetings: [{ kind: 'qbr', quarter: 'FY26-Q3', planned_week: '2026-04-13' }],
  notes: LONG,
};

const promise = (id: string, side: string): object => ({
  id,
  side,
  what: LONG.slice(0, 190),
  owner: SCRIPTS,
  due: '2026-01-31',
  measure: MARKUP,
  made: 'FY26-Q2',
  agreed_by: HALVES,
  result: side === 'partner' ? 'missed' : 'kept',
  what_happened: HOSTILE.slice(0, 190),
  notes: CONTROLS,
});

const REVIEW = {
  date: '2026-04-14',
  next_date: '2026-07-14',
  for_partner: [HOSTILE.slice(0, 150), SCRIPTS],
  for_vendor: [MARKUP, HALVES],
  headlines: { performance: LONG.slice(0, 190), summary: HALVES },
  notes: { performance: [LONG], pipeline: [CONTROLS] },
  decisions: [1, 2, 3].map(() => ({
    text: LONG.slice(0, 190),
    decided_by: SCRIPTS,
    by: '2026-04-30',
    confirmed: true,
  })),
  asks_of_vendor: [
    {
      text: HOSTILE.slice(0, 190),
      why: LONG.slice(0, 190),
      owner: MARKUP,
      answer_by: '2026-04-30',
      agreed_by: HALVES,
      confirmed: true,
    },
  ],
  asks_of_partner: [{ text: SCRIPTS, why: MARKUP, owner: CONTROLS, answer_by: '2026-04-30', confirmed: true }],
  commitments: [
    { side: 'partner', what: LONG.slice(0, 190), owner: SCRIPTS, due: '2026-05-31', measure: MARKUP, confirmed: true },
    {
      side: 'vendor',
      what: HALVES,
      owner: LONG.slice(0, 190),
      due: '2026-05-31',
      measure: SCRIPTS,
      agreed_by: MARKUP,
      confirmed: true,
    },
  ],
  confirmed_by: HOSTILE.slice(0, 100),
  confirmed_on: '2026-02-27',
};

/** A campaign of which every free text is hostile; counted, asked for and to come by what a case adds. */
const campaign = (id: string, changes: object): object => ({
  ...{ id, tactic: 'webinar', title: LONG.slice(0, 190), product_focus: SCRIPTS, audience: { size: 900, who: MARKUP } },
  ...{ owner: HALVES, follow_up: { owner: CONTROLS, days: 2 }, lead_list: HOSTILE.slice(0, 190), notes: LONG },
  cost_lines: { [MARKUP]: 2000, [SCRIPTS]: 1500, '=1+1': 500 },
  ...changes,
});

const marketingPlan = (quarter: string, campaigns: readonly object[]): object => ({
  ...{ quarter, status: 'agreed', agreed: { on: '2025-11-20', partner: SCRIPTS, vendor: HALVES }, currency: 'USD' },
  ...{ started_from: MARKUP, goals: [{ id: 'demand-generation', measure: 'qualified-leads', target: 4 }], campaigns },
  ...{ reviews: { owner: HOSTILE.slice(0, 190), dates: ['2026-02-20', '2026-06-05'] }, notes: LONG },
});

const MARKETING = {
  'FY26-Q3': marketingPlan('FY26-Q3', [
    campaign('winter', {
      start: '2026-01-14',
      claim: { date: '2026-02-10', actual_cost: 3900, amount: 500, invoice_ids: [MARKUP, CONTROLS], lessons: HALVES },
      request: {
        ...{ fund: 'pool', status: 'claimed', requester: SCRIPTS, description: LONG.slice(0, 190), decided_by: MARKUP },
        ...{ submitted: '2025-12-01', amount_requested: 500, decided: '2025-12-10', amount_approved: 500 },
      },
      actual: {
        ...{ on: '2026-02-20', source: HOSTILE.slice(0, 190), spend: 3900, revenue: 24_000 },
        counts: { inquiry: 40, mql: 10, sal: 6, sql: 3, won: 1 },
      },
    }),
  ]),
  'FY26-Q4': marketingPlan('FY26-Q4', [
    campaign('spring', {
      start: '2026-05-12',
      funding_share_percent: 50,
      request: {
        ...{ fund: 'pool', requester: CONTROLS, description: LONG.slice(0, 190), product_focus: MARKUP },
        ...{ brand_approval: '2026-02-20', terms_accepted: '2026-02-20' },
      },
    }),
  ]),
};

const FUNDS = {
  funds: [
    { id: 'pool', title: HOSTILE.slice(0, 190), period: 'FY26', approved: 90_000, expires: '2026-06-30', notes: LONG },
  ],
};

const CAM_YAML = {
  vendor: { name: HOSTILE.slice(0, 150) },
  cam: { name: SCRIPTS, email: 'a@b.example' },
  currency: 'USD',
  fiscal_year: { start_month: 7 },
  stages: [
    { name: MARKUP.slice(0, 40), status: 'open', probability_percent: 30 },
    { name: 'Won <&>', status: 'won' },
    { name: 'Lost', status: 'lost' },
  ],
  as_of: '2026-02-28',
};
/** YAML with every character that is not plain ASCII as an escape: what an editor could never type gets in as well. */
function escaped(data: object): string {
  return stringify(JSON.parse(JSON.stringify(data)), { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).replace(
    /[^\x20-\x7e\n]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function dealsFile(): string {
  const header =
    'source,id,name,account,amount,currency,stage,status,close_date,created_date,owner,product,next_step,last_activity,registration_id';
  const stage = MARKUP.slice(0, 40);
  const row = (id: string, status: string, close: string, amount: number): string =>
    [
      'crm',
      id,
      LONG,
      HOSTILE,
      amount,
      'USD',
      status === 'open' ? stage : 'Won <&>',
      status,
      close,
      '2025-08-01',
      SCRIPTS,
      MARKUP,
      CONTROLS,
      '2026-01-10',
      '<R-1>',
    ]
      .map((cell) => `"${String(cell).replaceAll('"', '""')}"`)
      .join(',');
  const open = Array.from({ length: 22 }, (_, index) =>
    row(`O-${index}`, 'open', index < 3 ? '2026-02-01' : '2026-05-20', 9_000 + index * 1000),
  );
  const won = Array.from({ length: 6 }, (_, index) =>
    row(`W-${index}`, 'won', `2025-${String(7 + index).padStart(2, '0')}-15`, 30_000),
  );
  return `${[header, ...open, ...won].join('\n')}\n`;
}
