import { blockYaml, inlineYaml } from '../../output/print-yaml.ts';
import type { Assessment } from '../../schema/assessment.ts';

/** Text of a new assessment's file: one answer a line, the scores after the answers. */
export function assessmentText({ answers, internal, ...rest }: Assessment): string {
  const { scores, ...head } = rest;
  const lines = [
    '# yaml-language-server: $schema=../../../.cam/schemas/assessment.json',
    ...Object.entries(head).map(([key, value]) => `${key}: ${inlineYaml(value)}`),
    ...answerLines(answers, ''),
    ...scoreLines(scores, ''),
    ...(internal ? internalLines(internal) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function internalLines({ answers, scores, notes }: NonNullable<Assessment['internal']>): string[] {
  return [
    "# The account manager's own part: never in an output for the partner.",
    'internal:',
    ...answerLines(answers, '  '),
    ...(notes === undefined ? [] : [`  notes: ${inlineYaml(notes)}`]),
    ...scoreLines(scores, '  '),
  ];
}

function answerLines(answers: Assessment['answers'], indent: string): string[] {
  const entries = Object.entries(answers);
  if (entries.length === 0) return [`${indent}answers: {}`];
  return [`${indent}answers:`, ...entries.map(([id, answer]) => `${indent}  ${id}: ${inlineYaml(answer)}`)];
}

function scoreLines(scores: Assessment['scores'], indent: string): string[] {
  if (!scores) return [];
  const comment = `${indent}# Written by cam, as the weights stood that day.`;
  return [
    comment,
    ...blockYaml({ scores })
      .split('\n')
      .map((line) => `${indent}${line}`),
  ];
}
