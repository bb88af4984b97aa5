import { gapActions } from '../../domain/actions/action-plan.ts';
import { assessedBy } from '../../domain/capability/assessed.ts';
import { changeSince } from '../../domain/capability/change.ts';
import { benchmarkFor } from '../../domain/capability/benchmark.ts';
import { gapsOf } from '../../domain/capability/gaps.ts';
import { newestScreening } from '../../domain/capability/newest-screening.ts';
import { cohortOf } from '../../domain/capability/peers.ts';
import { questionnaireOf, type Audience, type Questionnaire } from '../../domain/capability/questionnaire.ts';
import { lifeStageOf } from '../../domain/life-stage/life-stage.ts';
import type { Figure } from '../../domain/figure.ts';
import type { Assessment } from '../../schema/assessment.ts';
import type { ArtifactInput } from '../artifact.ts';
import type { CapabilityResult, CapabilityStanding } from './result.ts';
import { capabilityFigures } from './figures.ts';
import { capabilityStoryValues } from './story-values.ts';

/** Figures computed from data, by name, of which the page repeats some beside the answers; worked out when they are asked for. */
export interface CapabilitySiblings {
  measured(): Readonly<Record<string, Figure>>;
}

/** The capability of one partner as of the review's day. */
export function computeCapability(input: ArtifactInput, { measured }: CapabilitySiblings): CapabilityResult {
  const { files, review, questionnaire: file, peerScores = [] } = input;
  const questionnaire = questionnaireOf(file)!;
  const record = (files.assessments ?? []).filter(
    ({ questionnaire: id, date }) => id === questionnaire.id && date <= review.asOf,
  );
  const now = standingOf(record, questionnaire, input);
  const screening = newestScreening(files, { questionnaire: file, asOf: review.asOf });
  const { type, tier } = files.partner;
  const peer = { id: files.id, type, tier };
  const cohort = benchmarkFor(peer, input.benchmarks) ?? cohortOf(peer, peerScores, review.asOf);
  const performance = () => {
    const figures = measured();
    return file.performance.flatMap((id) => figures[id.replaceAll('-', '_')] ?? []);
  };
  const result = {
    input,
    questionnaire,
    ...(now && { now }),
    ...(screening && { screening }),
    onRecord: record.length,
    cohort,
    performance,
  };
  const figures = capabilityFigures(result);
  return { ...result, figures, values: capabilityStoryValues(result, figures) };
}

function standingOf(
  record: readonly Assessment[],
  questionnaire: Questionnaire,
  input: ArtifactInput,
): CapabilityStanding | undefined {
  const [earlier, latest] = [record.at(-2), record.at(-1)];
  if (!latest) return undefined;
  const { type } = input.files.partner;
  const lifeStage = latest.life_stage ?? lifeStageOf(input).stage.id;
  const assess = (assessment: Assessment, audience: Audience) =>
    assessedBy(questionnaire, assessment, { partner: { type, lifeStage }, audience });
  const assessed = assess(latest, 'partner');
  const before = earlier && assess(earlier, 'partner');
  const gaps = gapsOf(questionnaire, assessed);
  const ledger = input.files.commitments?.commitments ?? [];
  return {
    assessed,
    ...(before && { before: { assessed: before, change: changeSince(before, assessed) } }),
    gaps,
    actions: gapActions(gaps, { ledger, assessment: latest.date, on: input.review.asOf }),
    ...(latest.internal && { internal: assess(latest, 'internal') }),
  };
}
