import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/seeded-properties.ts'],
    // Limits are for what hangs: many tests wait for other programs, and a busy machine is several times slower than ours.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'forks',
    // Half of the time a test waits for another program: LibreOffice, a terminal, the validator.
    maxWorkers: '100%',
  },
});
