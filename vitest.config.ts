import { defineConfig } from 'vitest/config'

/** Tests that count operations: from the first function on that runs in their process, which is slower for it. */
const counted = ['tests/growth.test.ts', 'tests/hostile.test.ts']

/**
 * What V8 does on threads of its own, compiling above all, was a third of the CPU time: it has one such thread, and compiles
 * functions for speed when they have run seven times as long as usual. From Node 22 on it has a cheaper compiler in between,
 * and no such option.
 */
const frugal = ['--v8-pool-size=1', ...(Number.parseInt(process.versions.node, 10) < 22 ? ['--interrupt-budget=500000'] : [])]

// What needs programs of Debian is in tests/tools, and has a configuration of its own: no test runs because a program happens to
// be installed.
export default defineConfig({
  test: {
    globalSetup: 'tests/built-once.mjs',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Nothing is connected to: certificates that a machine adds are read at each start of a command, as long as it takes to start.
    env: { NODE_EXTRA_CA_CERTS: '' },
    pool: 'forks',
    // Modules run as Node runs them, their types taken off: with the accessors that vite puts before each name of another module,
    // the suite took a seventh more CPU time.
    execArgv: ['--import', new URL('tests/typescript/register.mjs', import.meta.url).href, ...frugal],
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Modules are loaded and compiled once for all of these: nothing in them may depend on what ran before.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'shared', include: ['tests/*.test.ts'], exclude: counted } },
      { extends: true, test: { name: 'counted', include: counted } }
    ]
  }
})
