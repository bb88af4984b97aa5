import { interviewQuestions } from '../../domain/capability/interview-questions.ts';
import {
  questionnaireOf,
  questionsFor,
  type Question,
  type Questionnaire,
} from '../../domain/capability/questionnaire.ts';
import { writtenForm, type WrittenForm } from '../../domain/interview/answer-words.ts';
import type { Question as Asked } from '../../domain/interview/question.ts';
import { shortName } from '../../domain/short-name.ts';
import type { FormBook } from '../../render/xlsx/form/form-book.ts';
import type { LifeStage } from '../../schema/partner.ts';
import type { Form } from '../../schema/questionnaire.ts';
import type { PartnerFiles, Territory } from '../../schema/territory.ts';
import type { PlainDate } from '../../units/plain-date.ts';
import { stageReader } from '../partners/partner-stages.ts';

/** The questions a partner answers at home: only its own, never those of the account manager. */
export interface TakeHomeForm {
  readonly questionnaire: Questionnaire;
  readonly form: Form;
  readonly lifeStage: LifeStage;
  readonly questions: readonly Question[];
  /** The same as they stand in the workbook, section by section. */
  readonly written: readonly WrittenQuestion[];
}

export interface WrittenQuestion {
  readonly asked: Asked;
  readonly form: WrittenForm;
}

/** What a workbook says of itself, so that it is known again when it comes back. */
export const IDENTITY = { what: 'capability-questionnaire' } as const;
export const ANSWERED_BY = 'Answered by';
export const ANSWERED_ON = 'Answered on';

/** The questions of a form for one partner on a day. */
export function takeHomeForm(
  territory: Territory,
  files: PartnerFiles,
  { form, asOf }: { readonly form: Form; readonly asOf: PlainDate },
): TakeHomeForm {
  const questionnaire = questionnaireOf(territory.questionnaire)!;
  const lifeStage = stageReader(territory, asOf)(files).lifeStage.stage.id;
  const { type: partnerType } = files.partner;
  const questions = questionsFor(questionnaire, { form, partnerType, lifeStage, audience: 'partner' });
  const written = interviewQuestions(questionnaire, questions).map((asked) => ({ asked, form: writtenForm(asked) }));
  return { questionnaire, form, lifeStage, questions, written };
}

/** The workbook of a form: nothing in it but questions, answers to choose from, and the two names on the cover. */
export function takeHomeBook(
  { questionnaire, form, written }: TakeHomeForm,
  {
    territory: { config },
    files,
    asOf,
  }: { readonly territory: Territory; readonly files: PartnerFiles; readonly asOf: PlainDate },
): FormBook {
  const vendor = shortName(config.vendor);
  const { cam } = config;
  const sections = [...new Set(written.map(({ asked }) => asked.section))];
  const numbered = written.map((question, index) => ({ ...question, number: index + 1 }));
  return {
    properties: { title: questionnaire.title, company: config.vendor.name, language: config.locale, modified: asOf },
    title: questionnaire.title,
    subtitle: `${files.partner.name}, from ${config.vendor.name}`,
    instructions: [
      'Open each sheet and answer in the yellow cells: click one and choose from its list.',
      'Choose what is true today. No answer is wrong; leave a cell empty where you cannot say.',
      `It takes about ${questionnaire.minutes[form]} minutes. You can stop, save the file and go on later.`,
      `In the questions "you" is ${shortName(files.partner)} and "we" is ${vendor}; in the answers it is the other way round.`,
      `Save the file and send it back to ${cam.name}${cam.email === undefined ? '' : `, ${cam.email}`}.`,
    ],
    about: [
      { label: ANSWERED_BY, hint: 'Names, separated by commas', kind: 'text' },
      { label: ANSWERED_ON, hint: 'A date, for example 2026-03-14', kind: 'date' },
    ],
    sections: sections.map((title) => ({
      title,
      questions: numbered
        .filter(({ asked }) => asked.section === title)
        .map(({ asked, form: { kind, choices }, number }) => ({
          number,
          text: asked.text,
          ...(asked.why !== undefined && { why: asked.why }),
          kind,
          choices: choices.map(({ words }) => words),
        })),
    })),
    identity: [
      ['what', IDENTITY.what],
      ['partner', files.id],
      ['questionnaire', questionnaire.id],
      ['version', questionnaire.version],
      ['content', questionnaire.content],
      ['form', form],
    ],
  };
}
