import type { LifeStageEntry } from '../../schema/partner-life-stages.ts';
import { sentence, type Sentence } from '../../units/sentence.ts';
import { flag, text } from '../../units/value.ts';
import type { Figure } from '../figure.ts';
import type { Lapsed } from './lapsed.ts';
import type { StageInput } from './stage-basis.ts';

/** The stage as a figure that `cam why` answers for. */
export function stageFigure(
  { files, lifeStages }: StageInput,
  {
    stage,
    proposed,
    reason,
  }: { readonly stage: LifeStageEntry; readonly proposed: LifeStageEntry; readonly reason: Sentence },
): Figure {
  return {
    label: 'Life-stage',
    value: text(stage.title),
    evidence: {
      formula: 'the first stage, read in their order, whose conditions all hold; a stage set in partner.yaml wins',
      workings: reason,
      rule: `${proposed.title}: ${conditionWords(proposed)} (${lifeStages.source})`,
      sources: [sourceOf(files.id), sentence('templates/partner-life-stages.yaml')],
    },
  };
}

/** Whether the partner is lapsed, as a figure that `cam why` answers for. */
export function lapsedFigure({ files, lifeStages }: StageInput, { isLapsed, isSet, reason }: Lapsed): Figure {
  return {
    label: 'Lapsed',
    value: flag(isLapsed),
    evidence: {
      formula: 'sold once and nothing since; what is set in partner.yaml wins',
      workings: isSet ? sentence('set by the CAM') : (reason ?? sentence('the conditions do not hold')),
      rule: `lapsed: ${conditionWords(lifeStages.lapsed)} (house default)`,
      sources: [sourceOf(files.id), sentence('templates/partner-life-stages.yaml')],
    },
  };
}

function conditionWords({ recognise }: Pick<LifeStageEntry, 'recognise'>): string {
  return recognise.all.map(({ text: words }) => words).join(' and ');
}

function sourceOf(id: string): Sentence {
  return sentence('{file}', { file: text(`partners/${id}/partner.yaml`) });
}
