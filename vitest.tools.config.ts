import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['tests/tools/*.test.ts'], globalSetup: 'tests/built-once.mjs', testTimeout: 120_000 }
})
