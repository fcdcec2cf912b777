import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests that count operations, which slows all that runs in their process. */
const counted = ['growth.test.ts', 'hostile.test.ts']

/** What counts operations comes last: all of the suite is one process, in which modules are loaded and compiled once. */
class CountedLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isCounted = ({ moduleId }: TestSpecification): boolean => counted.some((name) => moduleId.endsWith(`/${name}`))
    const sorted = await super.sort(files)
    return [...sorted.filter((file) => !isCounted(file)), ...sorted.filter(isCounted)]
  }
}

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
    include: ['tests/*.test.ts'],
    globalSetup: 'tests/built-once.mjs',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Nothing is connected to: certificates that a machine adds are read at each start of a command, as long as it takes to start.
    env: { NODE_EXTRA_CA_CERTS: '' },
    pool: 'forks',
    // Nothing in a test may depend on what ran before.
    isolate: false,
    sequence: { sequencer: CountedLast },
    // Modules run as Node runs them, their types taken off: with the accessors that vite puts before each name of another module,
    // the suite took a seventh more CPU time.
    execArgv: ['--import', 'tsx', ...frugal],
    experimental: { viteModuleRunner: false, nodeLoader: false }
  }
})
