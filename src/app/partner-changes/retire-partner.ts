import type { Territory } from '../../schema/territory.ts';
import { join } from 'node:path';
import { editYaml } from '../../output/edit-yaml.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { openTerritory } from '../territory/open-territory.ts';
import { dayOf, whileLocked, type ChangeSetting } from './change-setting.ts';
import { soundPartner, textOf, type SoundPartner } from './sound-partner.ts';

export interface RetireRequest extends ChangeSetting {
  readonly id: string;
  /** The last day of the partnership; otherwise the as-of day. */
  readonly on?: PlainDate | undefined;
  /** Takes the retirement back. */
  readonly undo: boolean;
}

/** What retiring did, or with `dryRun` would do. */
export interface RetiredPartner {
  readonly id: string;
  readonly name: string;
  /** Null for a partner that is active. */
  readonly retired: PlainDate | null;
  readonly before: PlainDate | null;
  readonly changed: boolean;
  /** The file that says so, relative to the territory. */
  readonly file: string;
  /** What is still open with it. */
  readonly open: { readonly deals: number; readonly commitments: number };
  /** Active partners that belong to it. */
  readonly children: readonly string[];
  /** In which the days are said. */
  readonly locale: Territory['config']['locale'];
}

/**
 * Notes the last day of a partnership, or takes that back. A retired partner keeps its folder and can be asked for by its id; from the
 * day after it is left out of what is made for all partners.
 */
export async function retirePartner(request: RetireRequest): Promise<RetiredPartner> {
  return whileLocked(request, async () => {
    const subject = await soundPartner(request.root, request.id);
    const { territory } = await openTerritory(request.root);
    const before = subject.partner.retired;
    const retired = request.undo ? undefined : (request.on ?? dayOf(request, territory.config));
    const file = `${subject.folder}/partner.yaml`;
    const changed = before !== retired;
    if (changed && !request.dryRun) {
      const text = (await textOf(request.root, file))!;
      await writeFileAtomically(join(request.root, file), editYaml(text, [{ path: ['retired'], value: retired }]));
    }
    const children = territory.partners.filter(
      ({ partner }) => partner.parent === subject.id && partner.retired === undefined,
    );
    return {
      id: subject.id,
      name: subject.partner.name,
      retired: retired ?? null,
      before: before ?? null,
      changed,
      file,
      open: openWith(subject),
      children: children.map(({ id }) => id),
      locale: territory.config.locale,
    };
  });
}

function openWith({ reading: { tables, commitments } }: SoundPartner): RetiredPartner['open'] {
  return {
    deals: tables.deals?.value?.rows.filter(({ status }) => status === 'open').length ?? 0,
    commitments: commitments?.commitments.filter(({ result }) => result === 'open').length ?? 0,
  };
}
