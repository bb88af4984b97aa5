import { join } from 'node:path';
import { loadTerritory } from '../../input/load-territory.ts';
import { writeFileAtomically } from '../../output/write-file.ts';
import type { BlueprintTask } from '../../schema/partner-life-stages.ts';
import type { PartnerFiles } from '../../schema/territory.ts';
import { Failure } from '../../units/failure.ts';
import type { Locale } from '../../units/format.ts';
import { addDays, type PlainDate } from '../../units/plain-date.ts';
import { knownPartner } from './known-partner.ts';
import { unusable } from '../territory/open-territory.ts';
import { dayOf, whileLocked, type ChangeSetting } from '../partner-changes/change-setting.ts';
import { PARTNERS, TASKS } from '../tables/partner-tables.ts';
import { planTableChanges } from '../tables/plan-changes.ts';
import type { TableChanges } from '../tables/table.ts';

export interface OnboardRequest extends ChangeSetting {
  /** As it was typed. */
  readonly id: string;
  /** The day the agreement was signed; otherwise the one in partner.yaml. */
  readonly signed?: PlainDate | undefined;
}

/** What onboarding wrote, or with `dryRun` would write. */
export interface OnboardedPartner {
  readonly id: string;
  readonly name: string;
  readonly signed: PlainDate;
  /** Tasks that came in; those that partner.yaml had already stay as they are. */
  readonly added: readonly { readonly id: string; readonly title: string; readonly due: PlainDate }[];
  readonly present: number;
  /** Of the territory. */
  readonly locale: Locale;
  /** Relative to the territory; empty when nothing changed. */
  readonly files: readonly string[];
}

/**
 * Writes the tasks of the onboarding blueprint into partner.yaml, with their days counted from the signing. A task that stands there
 * keeps its day and its state.
 * @throws Failure (usage) for an unknown partner, without a day of signing, and for another day than partner.yaml has; (data) when the
 *   partner's files cannot be used
 */
export async function onboardPartner(request: OnboardRequest): Promise<OnboardedPartner> {
  return whileLocked(request, async () => {
    const { territory, problems, partnerIds } = await loadTerritory(request.root);
    if (!territory) throw unusable(problems);
    const id = knownPartner(request.id, partnerIds);
    const files = territory.partners.find((partner) => partner.id === id);
    if (!files) throw new Failure('data', `The files of ${id} cannot be used.`, `cam check partners/${id} shows them.`);
    const signed = signingDay(request, files.partner.agreement_signed, dayOf(request, territory.config));
    const tasks = territory.lifeStages.onboarding_blueprint.phases.flatMap((phase) => phase.tasks);
    const known = new Set((files.partner.tasks ?? []).map((task) => task.id));
    const fresh = tasks.filter((task) => !known.has(task.id));
    const planned = await planTableChanges(territory, changesFor(fresh, signed, files));
    if (!request.dryRun)
      for (const { path, content } of planned) await writeFileAtomically(join(request.root, path), content);
    return {
      id,
      name: files.partner.name,
      signed,
      added: fresh.map(({ id: task, do: title, day }) => ({ id: task, title, due: addDays(signed, day) })),
      present: tasks.length - fresh.length,
      locale: territory.config.locale,
      files: planned.map(({ path }) => path),
    };
  });
}

/** The day of signing where partner.yaml has none, and the tasks it does not hold yet. */
function changesFor(
  fresh: readonly BlueprintTask[],
  signed: PlainDate,
  { id: partner, partner: { agreement_signed: known } }: PartnerFiles,
): TableChanges[] {
  const profile = { kind: 'set', partner, index: 0, values: { agreement_signed: signed } } as const;
  const rows = fresh.map(({ id, do: title, day, required }) => ({
    kind: 'add' as const,
    partner,
    values: { id, title, ...(!required && { required }), due: addDays(signed, day) },
  }));
  return [
    { table: PARTNERS, changes: known === undefined ? [profile] : [] },
    { table: TASKS, changes: rows },
  ];
}

function signingDay({ signed: typed, id }: OnboardRequest, known: PlainDate | undefined, today: PlainDate): PlainDate {
  const signed = typed ?? known;
  if (signed === undefined)
    throw new Failure(
      'usage',
      'Onboarding starts on the day the agreement is signed.',
      `Say which: cam partner onboard ${id} --signed ${today}`,
    );
  if (typed !== undefined && known !== undefined && typed !== known)
    throw new Failure(
      'usage',
      `partner.yaml says that the agreement was signed on ${known}.`,
      'Change it there first, or leave out --signed.',
    );
  return signed;
}
