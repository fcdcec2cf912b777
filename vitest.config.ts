import { defineConfig } from 'vitest/config'

/** Tests that meter the built-in functions, which slows all that runs in their process later, or that get signals. */
const apart = ['tests/growth.test.ts', 'tests/hostile.test.ts', 'tests/broken-files.test.ts']

// What needs programs of Debian is in tests/tools, and has a configuration of its own: no test runs because a program happens to
// be installed.
export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Modules run as Node runs them, their types taken off: with the accessors that vite puts before each name of another module,
    // the suite took a seventh more CPU time.
    execArgv: ['--import', 'tsx'],
    experimental: { viteModuleRunner: false, nodeLoader: false },
    projects: [
      // Modules are loaded and compiled once for all of these: nothing in them may depend on what ran before.
      { extends: true, test: { name: 'shared', include: ['tests/*.test.ts'], exclude: apart, isolate: false } },
      { extends: true, test: { name: 'apart', include: apart } }
    ]
  }
})
