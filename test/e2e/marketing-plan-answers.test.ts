import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { cam, filesIn, sampleTerritory } from './cam.ts';

const PARTNER = 'kestrowe-digital';
const OTHER = 'hollin-bay-systems';
const FILE = `partners/${PARTNER}/marketing/FY26-Q4.yaml`;

let territory: string;
const run = (...argv: string[]) => cam(['plan', 'marketing', ...argv, '--format', 'terminal'], { in: territory });
const text = (path = FILE) => readFileSync(join(territory, path), 'utf8');
const write = (words: string, path = 'plan.yaml') => writeFileSync(join(territory, path), words);
const answer = (words: string, ...flags: string[]) => {
  write(words);
  return run(PARTNER, '--answers', 'plan.yaml', ...flags);
};

const PLAN = `goals:
  - { id: demand-generation, measure: qualified-leads, target: 3 }
campaigns:
  - id: spring-webinar
    tactic: webinar
    start: 2026-05-04
    end: 2026-05-05
    owner: Jon Kestrowe
    follow_up: { owner: Mia Kestrowe, days: 2 }
`;

beforeEach(async () => {
  territory = await sampleTerritory();
});

describe('a marketing plan given in a file', () => {
  it('is saved as a draft of the quarter that can still be funded, without the proposal, and checked whole', async () => {
    const { code, out } = await answer(PLAN);
    expect(code).toBe(0);
    expect(out).toContain('Saved: the FY26-Q4 marketing plan of Kestrowe Digital, a draft.');
    expect(out).toContain(FILE);
    expect(text()).toContain('spring-webinar');
    expect(text()).not.toContain('fy26-q4-');
    expect((await cam(['check'], { in: territory })).code).toBe(0);
  });

  it('changes only what differs: remarks of the owner inside a campaign stay', async () => {
    await answer(PLAN);
    const remarked = text().replace(/( follow_up: .*)\n/, '$1 # Mia is back in June\n');
    expect(remarked).toContain('# Mia');
    write(remarked, FILE);
    await answer('campaigns: [{ id: spring-webinar, start: 2026-05-05 }]\n');
    expect(text()).toBe(remarked.replace('start: 2026-05-04', 'start: 2026-05-05'));
  });

  it.each([
    [
      'campaigns: [{ id: fair, tactic: trade-shov, start: 2026-05-04 }]',
      'plan.yaml:1:25',
      '"trade-shov" is not a tactic of the library',
    ],
    ['quarter: FY27-Q1', 'plan.yaml:1:1', 'the plan is of another quarter than FY26-Q4'],
  ])('with a mistake is not saved and says where it is: %s', async (words, place, message) => {
    const { code, out, err } = await answer(`${words}\n`);
    expect(code).toBe(1);
    expect(out + err).toContain(place);
    expect(out + err).toContain(message);
    expect(out + err).toContain('Nothing was saved.');
    expect(Object.keys(filesIn(join(territory, `partners/${PARTNER}`)))).not.toContain('marketing/FY26-Q4.yaml');
  });

  it('once agreed keeps what is changed in it, with day, name and reason', async () => {
    await answer(`${PLAN}status: agreed\nagreed: { on: 2026-02-28, partner: Rhea Kestrowe, vendor: Ines Albrecht }\n`);
    expect(text()).not.toContain('changes:');
    const changed = 'campaigns: [{ id: spring-webinar, start: 2026-05-05, notes: moved }]\nchanges: []\n';
    await answer(changed, '--why', 'The hall was taken');
    expect(text()).toContain('start: 2026-05-05');
    const record =
      'at: campaigns.spring-webinar.start, was: 2026-05-04, is: 2026-05-05, by: Ines Albrecht, why: The hall was taken';
    expect(text()).toContain(`changes:\n  - { on: 2026-02-28, ${record} }\n`);
    await answer('changes: []\n');
    expect(text()).toContain(record);
    expect((await run(PARTNER, '--edition', 'internal')).out).toMatch(
      /Changed since it was agreed[^]*Starts +4 May +5 May/,
    );
  });

  it('once agreed cannot become a draft again', async () => {
    await answer(`${PLAN}status: agreed\nagreed: { on: 2026-02-28, partner: Rhea Kestrowe, vendor: Ines Albrecht }\n`);
    const { code, err } = await answer('status: draft\nagreed: { remove: true }\n');
    expect(code).toBe(1);
    expect(err).toContain('The FY26-Q4 marketing plan was agreed on 2026-02-28 and cannot become a draft again.');
  });
});

describe('a marketing plan that starts from another', () => {
  it('takes its campaigns to days on which they can be funded, and nobody who is named there', async () => {
    await answer(PLAN);
    const { code, out } = await run(OTHER, '--from', PARTNER);
    expect(code).toBe(0);
    expect(out).toContain('Saved: the FY26-Q4 marketing plan of Hollin Bay');
    const copied = text(`partners/${OTHER}/marketing/FY26-Q4.yaml`);
    expect(copied).toContain(`started_from: ${PARTNER} FY26-Q4`);
    expect(copied).toContain('id: fy26-q4-webinar, tactic: webinar, start: 2026-05-04');
    expect(copied).toContain('end: 2026-05-05');
    expect(copied).not.toContain('Kestrowe,');
    const again = await run(OTHER, '--from', PARTNER);
    expect(again.code).toBe(2);
    expect(again.err).toContain('has a marketing plan for FY26-Q4 already.');
  });

  it('says what is wrong where there is none', async () => {
    const { code, err } = await run(PARTNER, '--from', 'FY26-Q1');
    expect([code, err]).toEqual([2, expect.stringContaining('Kestrowe Digital has no marketing plan for FY26-Q1.')]);
    const other = await run(PARTNER, '--from', OTHER);
    expect(other.err).toContain(`${OTHER} has no marketing plan to start from.`);
  });
});

describe('the calendar file of a marketing plan', () => {
  it('has every step as a whole day with a lasting name, in lines that calendar programs take', async () => {
    const { code, out } = await answer(PLAN);
    expect([code, out]).toEqual([0, expect.any(String)]);
    const made = await run(PARTNER, '--ics', 'k.ics');
    expect(made.out).toContain('Wrote k.ics');
    const calendar = text('k.ics');
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const lines = calendar.split('\r\n').slice(0, -1);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([]);
    const logical = calendar.replaceAll('\r\n ', '').split('\r\n');
    const run2 = logical.indexOf(
      'SUMMARY:Kestrowe Digital: Webinar: Hold it\\; send the recording and call within 5 days',
    );
    expect(logical.slice(run2 - 4, run2 + 4)).toEqual([
      'UID:kestrowe-digital-fy26-q4-spring-webinar-run-1@cam-toolkit',
      'DTSTAMP:20260228T000000Z',
      'DTSTART;VALUE=DATE:20260504',
      'DTEND;VALUE=DATE:20260506',
      logical[run2],
      'DESCRIPTION:Who: Jon Kestrowe',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]);
    const names = logical.filter((line) => line.startsWith('UID:'));
    expect(new Set(names).size).toBe(names.length);
    expect((await run(PARTNER, '--ics', 'k.txt')).err).toContain('k.txt is no calendar file.');
  });
});
