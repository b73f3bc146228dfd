import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The whole suite shares two cores with real sockets, browsers and servers on small machines.
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
