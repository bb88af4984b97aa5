import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { settleInOrder } from '../../../src/app/pages/settle-in-order.ts';

describe('work on many partners', () => {
  it('is told in the order of the partners, whoever is done first', async () => {
    const outcomes = await settleInOrder([30, 1, 15], 3, async (milliseconds, index) => {
      await wait(milliseconds);
      return index;
    });
    expect(outcomes).toEqual([0, 1, 2].map((value) => ({ status: 'fulfilled', value })));
  });

  it('has no more of them under way at once than it was told', async () => {
    let underWay = 0;
    let most = 0;
    await settleInOrder(Array.from({ length: 20 }, Number), 3, async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await wait(1);
      underWay -= 1;
    });
    expect(most).toBe(3);
  });

  it('goes on after a failure', async () => {
    const outcomes = await settleInOrder(['a', 'b', 'c'], 1, async (name) => {
      if (name === 'b') throw new Error('no room on the disk');
      return name;
    });
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
