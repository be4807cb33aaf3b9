import { defineConfig } from 'vitest/config'

// Three kinds of test, told apart by name: `x.test.ts` needs nothing, `x.db.test.ts` a real
// PostgreSQL (one server for the whole run), `x.web.test.ts` the running platform and a browser.
const source = ['packages', 'packs', 'apps', 'tools'].map((room) => `${room}/**/*`)
const outside = ['**/node_modules/**', '**/build/**', '**/.svelte-kit/**']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: source.map((glob) => `${glob}.test.ts`),
          exclude: [...outside, '**/*.db.test.ts', '**/*.web.test.ts'],
        },
      },
      {
        test: {
          name: 'database',
          include: ['apps/**/*.db.test.ts'],
          exclude: outside,
          globalSetup: ['apps/server/test/database-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'web',
          include: ['apps/web/test/**/*.web.test.ts'],
          exclude: outside,
          globalSetup: ['apps/web/test/running-platform.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
