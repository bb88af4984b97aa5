import { STATUS_SYMBOLS } from '../../document/status-symbol.ts';
import {
  answersForAssessment,
  interviewQuestions,
  saidInAssessment,
} from '../../domain/capability/interview-questions.ts';
import type { Audience } from '../../domain/capability/questionnaire.ts';
import { scoreAnswers, statusOfScore } from '../../domain/capability/score.ts';
import type { Answers } from '../../domain/interview/answer.ts';
import { isKnown } from '../../units/missing.ts';
import type { InterviewPlan } from '../interview/conversation.ts';
import type { Workspace } from '../territory/open-workspace.ts';
import { draftName, type AskedAssessment, type AssessmentWish } from './asked-assessment.ts';

/** How the interview of an assessment is held. On a shared screen neither the score nor an earlier answer stands anywhere. */
export function planOf(workspace: Workspace, wish: AssessmentWish, asked: AskedAssessment): InterviewPlan {
  const { files, part, share, today, screening } = wish;
  const { questionnaire, form, questions, latest } = asked;
  const { root, config } = workspace.territory;
  const interview = interviewQuestions(questionnaire, questions);
  const earlier = (part === 'partner' ? latest?.answers : latest?.internal?.answers) ?? {};
  const whole = screening ? questionnaire.title.toLowerCase() : `${form} form`;
  const length = part === 'internal' ? 'your own part, not for the partner' : whole;
  return {
    place: { root, name: draftName(questionnaire.id, files, part) },
    title: `${files.partner.name} · ${length}`,
    questions: interview,
    script: {
      previous: share ? new Map() : saidInAssessment(earlier, questions, interview),
      secondsEach: secondsEach(asked, part),
      notApplicable: part === 'internal' ? 'This does not apply' : 'This does not apply to us',
      locale: config.locale,
    },
    asked: `${questionnaire.id} ${questionnaire.version}`,
    form,
    today,
    ...(!share && { beside: (said: Answers) => scoreSoFar(said, { wish, asked }) }),
  };
}

/** The minutes the questionnaire names for its form, divided; the internal part takes as long a question. */
function secondsEach({ questionnaire, form, questions }: AskedAssessment, part: Audience): number {
  const { minutes } = questionnaire;
  const full = questionnaire.questions.filter(({ audience }) => audience === 'partner').length;
  return ((part === 'internal' ? minutes.full : minutes[form]) * 60) / (part === 'internal' ? full : questions.length);
}

interface Answering {
  readonly wish: AssessmentWish;
  readonly asked: AskedAssessment;
}

function scoreSoFar(said: Answers, { wish, asked }: Answering): string | undefined {
  const { questionnaire, questions, lifeStage } = asked;
  const partnerType = wish.files.partner.type;
  const answers = answersForAssessment(said, questions);
  const { score } = scoreAnswers(questionnaire, answers, { partnerType, lifeStage, audience: wish.part });
  if (!isKnown(score)) return undefined;
  const { meaning, word } = statusOfScore(score, questionnaire.status);
  return `score so far ${score} ${STATUS_SYMBOLS[meaning]} ${word}`;
}
