import { describe, expect, it } from 'vitest'
import { readVersion } from '../src/pipeline.ts'
import { inspect } from '../src/tree/inspect.ts'

describe('a paragraph of very many sentences', () => {
  it.each([
    ['en', 'The Committee took note of the report on the lighthouses of the coast. '],
    ['zh', '委员会注意到关于海岸灯塔的报告。']
  ] as const)('in %s is shown in linear time', (language, sentence) => {
    const root = readVersion(sentence.repeat(30_000), { language })
    const before = process.cpuUsage()
    expect(inspect(root)).toContain('(30000 sentences)')
    const { user } = process.cpuUsage(before)
    // A few milliseconds; at the square of the length it was a minute.
    expect(user / 1e6).toBeLessThan(2)
  })
})
