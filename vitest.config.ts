import { defineConfig } from 'vitest/config';

/**
 * The tests of these rooms share what they import: their code keeps nothing between two calls, and importing it anew for each file took
 * longer than trying it.
 */
const WITHOUT_STATE = '{units,expression,domain,document,artifacts,ooxml,input}';

export default defineConfig({
  test: {
    setupFiles: ['test/seeded-properties.ts'],
    // Limits are for what hangs: many tests wait for other programs, and a busy machine is several times slower than ours.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'forks',
    // Half of the time a test waits for another program: LibreOffice, a terminal, the validator.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'pure', include: [`test/${WITHOUT_STATE}/**/*.test.ts`], isolate: false } },
      {
        extends: true,
        test: { name: 'alone', include: ['test/**/*.test.ts'], exclude: [`test/${WITHOUT_STATE}/**`] },
      },
    ],
  },
});
