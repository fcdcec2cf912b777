/** Counted here and not among the other tests of growth, for it takes seconds. */
import { expect, it } from 'vitest'
import { countOperations } from '../../evaluation/growth/count-operations.ts'
import { alignVersions } from '../../src/pipeline/align-versions.ts'
import { readVersion } from '../../src/pipeline/source-to-tree.ts'

const sentences = { en: 'The station received seven letters.', zh: '该站收到七封信。' } as const

/** Operations of aligning so many blocks that say the same. */
function work(count: number): number {
  const versions = (['en', 'zh'] as const).map((language) => ({ file: `${language}.txt`, root: readVersion(Array.from({ length: count }, () => sentences[language]).join('\n\n'), { language }) }))
  return countOperations(() => alignVersions(versions, { force: true, units: ['sentence', 'paragraph'] }))
}

it('versions of identical blocks take work in proportion', () => {
  // What is made once is made before.
  work(20)
  const [some, twice, fourTimes] = [250, 500, 1000].map(work) as [number, number, number]
  expect(twice / some).toBeLessThan(2.6)
  expect(fourTimes / twice).toBeLessThan(2.6)
})
