import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // By itself it leaves one processor to others, which is one of two on most machines that test.
    maxWorkers: '100%',
  },
});
