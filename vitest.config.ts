import { defineConfig } from 'vitest/config'

// What needs programs of Debian is in tests/tools, and has a configuration of its own: no test runs because a program happens to
// be installed.
export default defineConfig({
  test: { include: ['tests/*.test.ts'], testTimeout: 120_000 }
})
