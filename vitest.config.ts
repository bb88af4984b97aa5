import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'forks',
    // Half of the time a test waits for another program: LibreOffice, a terminal, the validator.
    maxWorkers: '100%',
  },
});
