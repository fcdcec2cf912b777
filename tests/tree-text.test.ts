import { describe, expect, it } from 'vitest'
import { readVersion } from '../src/pipeline.ts'
import { countOperations } from '../evaluation/growth/count-operations.ts'
import { inspect } from '../src/tree/inspect.ts'

describe('a paragraph of very many sentences', () => {
  it.each([
    ['en', 'The Committee took note of the report on the lighthouses of the coast. '],
    ['zh', '委员会注意到关于海岸灯塔的报告。']
  ] as const)('in %s is shown in linear time', (language, sentence) => {
    const operations = (count: number): number => {
      const root = readVersion(sentence.repeat(count), { language })
      return countOperations(() => {
        expect(inspect(root)).toContain(`(${count} sentences)`)
      })
    }
    operations(300)
    expect(operations(1200) / operations(300)).toBeLessThan(6)
  })
})
