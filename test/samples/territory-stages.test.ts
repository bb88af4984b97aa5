import { describe, expect, it } from 'vitest';
import { artifactInput } from '../../src/app/pages/partner-pages.ts';
import { lifeStageOf } from '../../src/domain/life-stage/life-stage.ts';
import { onboardingOf } from '../../src/domain/life-stage/onboarding.ts';
import { openSample } from '../artifacts/sample-pages.ts';
import { numbers } from './read-sample.ts';

const workspace = await openSample();
const stageOf = (id: string) =>
  lifeStageOf(
    artifactInput(
      workspace,
      workspace.territory.partners.find((files) => files.id === id)!,
    ),
  );

describe('the stage of every sample partner', () => {
  it.each(numbers.partners.map(({ id, life_stage, lapsed = false }) => [id, life_stage, lapsed] as const))(
    '%s is at %s',
    (id, expected, lapsed) => {
      const { stage, isSet } = stageOf(id);
      expect([stage.id, stageOf(id).lapsed.isLapsed]).toEqual([expected, lapsed]);
      expect(isSet).toBe(id === 'dunmore-valley-computers');
    },
  );

  it('is another one by the data alone where the CAM has set it', () => {
    expect(stageOf('dunmore-valley-computers').proposed.id).toBe('support-success');
  });

  it('shows the first 90 days of the new partner alone', () => {
    const withBlueprint = workspace.territory.partners.filter((files) => {
      const input = artifactInput(workspace, files);
      return onboardingOf(input, lifeStageOf(input)) !== undefined;
    });
    expect(withBlueprint.map(({ id }) => id)).toEqual(['kestrowe-digital']);
  });
});
