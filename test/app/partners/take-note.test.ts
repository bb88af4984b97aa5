import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeNote, type TypedNote } from '../../../src/app/partners/take-note.ts';
import { loadTerritory } from '../../../src/input/load-territory.ts';
import { plainDate } from '../../../src/units/plain-date.ts';
import { TERRITORY } from '../../samples/read-sample.ts';

const TODAY = plainDate(2026, 11, 22)!;
const LARKMOOR = 'larkmoor-managed-services';
let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cam-note-'));
  await cp(TERRITORY, root, { recursive: true });
  // A partner with whom nothing was noted yet.
  await rm(join(root, 'partners', LARKMOOR, 'activities.csv'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const note = (typed: Partial<TypedNote>, dryRun = false) =>
  takeNote(root, { partnerId: LARKMOOR, text: 'Called', today: TODAY, ...typed }, { dryRun });
const activities = () => readFile(join(root, 'partners', LARKMOOR, 'activities.csv'), 'utf8');

describe('a note', () => {
  it('becomes a line of the partner’s activities on the as-of day of the territory', async () => {
    await note({ text: '=Quote by Friday, "in writing"', kind: 'Call', with: 'Mara Quellin' });
    expect(await activities()).toBe(
      'source,id,date,kind,subject,with\nnote,note-1,2026-02-28,call,"=Quote by Friday, ""in writing""",Mara Quellin\n',
    );
    const { problems, territory } = await loadTerritory(root);
    expect(problems).toEqual([]);
    expect(territory!.partners.find(({ id }) => id === LARKMOOR)!.activities!.rows).toHaveLength(1);
  });

  it('leaves every other line as it is and counts on from the newest', async () => {
    const before = 'id,source,date,subject\nA-7,crm,2026-01-05,"Kick-off, on site"\nnote-4,note,2026-02-01,Lunch\n';
    await writeFile(join(root, 'partners', LARKMOOR, 'activities.csv'), before);
    const { entry } = await note({ date: plainDate(2026, 2, 20)! });
    expect(entry.id).toBe('note-5');
    expect(await activities()).toBe(
      'id,source,date,subject,kind\nA-7,crm,2026-01-05,"Kick-off, on site",\nnote-4,note,2026-02-01,Lunch,\nnote-5,note,2026-02-20,Called,note\n',
    );
  });

  it('is only shown with a dry run', async () => {
    expect((await note({}, true)).entry.id).toBe('note-1');
    await expect(activities()).rejects.toThrow('ENOENT');
  });

  it.each([
    [{ text: ' ' }, 'The note is empty.'],
    [{ text: 'x'.repeat(2001) }, 'A note holds 2000 characters; this one has 2001.'],
    [{ kind: 'fax' }, '"fax" is no kind of contact.'],
    [{ partnerId: 'larkmoor' }, 'There is no partner "larkmoor".'],
  ])('%j is refused with: %s', async (typed, words) => {
    await expect(note(typed)).rejects.toThrow(words);
    await expect(activities()).rejects.toThrow('ENOENT');
  });
});
