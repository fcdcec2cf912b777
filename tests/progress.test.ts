import { describe, expect, it } from 'vitest'
import { alignVersions } from '../src/pipeline/align-versions.ts'
import { startProgress } from '../src/cli/screen/progress.ts'
import { languageCodes } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'
import { noteVerbale, versionsOf } from '../evaluation/corpus/files.ts'

/** Work of 1,000 in steps of ten, a second each, without a terminal: the lines that are written. */
function linesOf(step: (progress: ReturnType<typeof startProgress>, index: number) => void, json = false): string[] {
  let [now, text] = [0, '']
  const progress = startProgress(1000, { interactive: false, stderr: (line) => (text += line) }, { clock: () => now, json })
  for (let index = 0; index < 100; index++) {
    now += 1000
    step(progress, index)
  }
  progress.stop()
  return text.split('\n').slice(0, -1)
}

describe('progress without a terminal', () => {
  it('is a line now and then, with the share and the time that is left', () => {
    expect(linesOf((progress, index) => { progress.step(`read ${index}.txt`, 10) })).toEqual([
      '15 %, about 2 min left: read 14.txt',
      '30 %, about 2 min left: read 29.txt',
      '45 %, about 55 s left: read 44.txt',
      '60 %, about 40 s left: read 59.txt',
      '75 %, about 25 s left: read 74.txt',
      '90 %, about 10 s left: read 89.txt'
    ])
  })

  it('moves within a long step, and never beyond the whole', () => {
    const lines = linesOf((progress, index) => {
      if (index < 99) progress.within('aligning long.txt', index / 50, 1000)
      else progress.step('aligned long.txt', 1000)
    })
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['28', '58', '88'])
  })

  it('shows names from outside as signs', () => {
    expect(linesOf((progress) => { progress.step('read a\u001B[2J\nb', 1) })[0]).toMatch(/^1 %, about \d+ min left: read a␛\[2J.b$/)
  })

  it('is silent where messages go out as JSON', () => {
    expect(linesOf((progress) => { progress.step('x', 10) }, true)).toEqual([])
  })
})

it('the alignment of six versions tells each pair', () => {
  const shares: number[] = []
  const versions = [...versionsOf(noteVerbale)].map(([language, raw]) => ({ root: readVersion(raw, { language }), file: `${language}.txt` }))
  alignVersions(versions, { progress: (share) => shares.push(share) })
  expect(shares).toHaveLength(9)
  expect(shares.at(-1)).toBe(1)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(versions).toHaveLength(languageCodes.length)
})
