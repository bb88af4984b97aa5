import type { LifeStageEntry, PartnerLifeStages, StageAction } from '../../schema/partner-life-stages.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { text } from '../../units/value.ts';
import type { Figure } from '../figure.ts';
import { conditionHolds, fillPattern, type StoryFigures } from '../story.ts';
import { lapsedOf, type Lapsed } from './lapsed.ts';
import { stageBasisOf, type StageInput } from './stage-basis.ts';
import { stageFigures } from './stage-figures.ts';
import { lapsedFigure, stageFigure } from './why-stage.ts';

/** The stage of a partner, why, and what to do next. */
export interface LifeStage {
  /** The stage that holds: the one set in partner.yaml, else the proposed one. */
  readonly stage: LifeStageEntry;
  /** What the data alone says. */
  readonly proposed: LifeStageEntry;
  /** True when the CAM set the stage in partner.yaml. */
  readonly isSet: boolean;
  /** Half a sentence: "bookings in 2 of the last four quarters". */
  readonly reason: Sentence;
  readonly lapsed: Lapsed;
  /** What to do next: the stage's list, or the one for lapsed partners. */
  readonly nextActions: readonly StageAction[];
  /** Topics of the questionnaire that matter most now. */
  readonly topics: readonly string[];
  /** Metrics that say nothing yet. */
  readonly hiddenMetrics: readonly string[];
  /** `life_stage`, `lapsed` and the figures that decided, for `cam why`. */
  readonly figures: Readonly<Record<string, Figure>>;
}

/** A stage proposed from data. */
interface Proposal {
  readonly stage: LifeStageEntry;
  readonly reason: Sentence;
}

/**
 * The life-stage of a partner on the as-of day. `life_stage` and `lapsed` in partner.yaml win; what the data alone says is told beside
 * them. Conditions come from `partner-life-stages.yaml`; an unknown figure makes its condition false.
 */
export function lifeStageOf(input: StageInput): LifeStage {
  const { lifeStages, files } = input;
  const figures = stageFigures(stageBasisOf(input));
  const values: StoryFigures = {
    values: Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value])),
  };
  const proposal = proposedStage(input, values);
  const set = files.partner.life_stage;
  const stage = set === undefined ? proposal.stage : stageById(lifeStages, set);
  const reason = set === undefined ? proposal.reason : reasonOfSet(stage, proposal);
  const lapsed = lapsedOf(input, values);
  const play = lapsed.isLapsed ? lifeStages.lapsed : stage;
  return {
    stage,
    proposed: proposal.stage,
    isSet: set !== undefined,
    reason,
    lapsed,
    nextActions: play.next_actions,
    topics: play.topics,
    hiddenMetrics: stage.hide_metrics,
    figures: {
      life_stage: stageFigure(input, { stage, proposed: proposal.stage, reason }),
      lapsed: lapsedFigure(input, lapsed),
      ...figures,
    },
  };
}

/** The first stage whose conditions all hold; when none does, the one set before or the one for partners of whom little is known. */
function proposedStage({ lifeStages, files }: StageInput, figures: StoryFigures): Proposal {
  const recognised = lifeStages.stages.find(({ recognise }) =>
    recognise.all.every((condition) => conditionHolds(condition, figures)),
  );
  if (recognised) return { stage: recognised, reason: fillPattern(recognised.because, figures) ?? sentence(BY_RULE) };
  const set = files.partner.life_stage;
  if (set !== undefined)
    return { stage: stageById(lifeStages, set), reason: sentence('too little is known to say otherwise') };
  const signed = figures.values['agreement_signed'];
  const isSigned = signed?.kind === 'flag' && signed.flag;
  return {
    stage: stageById(lifeStages, isSigned ? lifeStages.when_unknown.signed : lifeStages.when_unknown.not_signed),
    reason: sentence(
      isSigned ? 'the agreement is signed, the rest is not known' : 'no agreement date and no deals are loaded',
    ),
  };
}

/** A condition that holds with an unknown figure leaves nothing to say but that it holds. */
const BY_RULE = 'its conditions hold';

function reasonOfSet(stage: LifeStageEntry, { stage: proposed, reason }: Proposal): Sentence {
  if (stage.id === proposed.id) return sentence(`set by the CAM; ${reason.pattern}`, reason.values);
  return sentence(`set by the CAM; the data alone would say {proposed}: ${reason.pattern}`, {
    ...reason.values,
    proposed: text(proposed.title),
  });
}

function stageById({ stages }: PartnerLifeStages, id: LifeStageEntry['id']): LifeStageEntry {
  return stages.find((stage) => stage.id === id)!;
}
