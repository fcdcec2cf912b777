import { describe, expect, it } from 'vitest'
import { alignJob } from '../src/collection/job.ts'
import { KeptVersions, packVersion, unpackVersion } from '../src/collection/kept-versions.ts'
import { errorOf, isFatal, textOf } from '../src/collection/said.ts'
import { isSurveyed, surveyFile, type SurveyedVersion } from '../src/collection/survey.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { read } from '../evaluation/corpus/files.ts'

const decision = 'decision-tide-gauge-calendar'
const input = (code: LanguageCode) => ({ path: `in/${code}.txt`, bytes: Buffer.from(read('corpus', decision, 'extracts', `${code}.pdftotext.txt`)) })

async function surveyed(code: LanguageCode): Promise<SurveyedVersion> {
  const survey = await surveyFile(input(code), {})
  if (!isSurveyed(survey)) throw new Error('Unexpected file that cannot be read')
  return survey
}

describe('a job', () => {
  it('gives the same units of files and of what was read of them before, packed in between', async () => {
    const { aligned, messages } = await alignJob({ files: languageCodes.map(input), options: {} })
    const versions = await Promise.all(languageCodes.map(surveyed))
    const again = await alignJob({ files: versions.map((version) => unpackVersion(packVersion(version))), options: {} })
    expect(aligned?.units.length).toBeGreaterThan(5)
    expect(again).toEqual({ aligned, messages, timings: again.timings })
  })

  it('says why a document cannot be done, and throws nothing', async () => {
    const { aligned, messages } = await alignJob({ files: [input('en'), { path: 'in/fr.txt', bytes: Buffer.from('12345 67890\n') }], options: {} })
    expect(aligned).toBeUndefined()
    expect(messages.filter(isFatal).map(({ file, id }) => [file, id])).toEqual([['in/fr.txt', 'detect:no-letters']])
  })

  it('passes over a copy, and says on which file', async () => {
    const copy = { ...input('en'), path: 'in/copy.txt' }
    const { aligned, messages } = await alignJob({ files: [input('en'), copy, input('fr')], options: {} })
    expect(Object.keys(aligned?.document.versions ?? {})).toEqual(['en', 'fr'])
    expect(messages).toContainEqual({ file: 'in/copy.txt', id: 'cli:copy-skipped', values: { file: 'in/copy.txt', first: 'in/en.txt' } })
  })

  it('gives messages that survive JSON', async () => {
    const { messages } = await alignJob({ files: [input('en')], options: {} })
    const [said] = (JSON.parse(JSON.stringify(messages)) as typeof messages).filter(isFatal)
    expect(said && textOf(said)).toBe('Unexpected 1 version, expected two to six language versions of one document')
    expect(said && errorOf(said).remedy).toBe('Name the files of at least two languages.')
  })
})

describe('versions that are kept', () => {
  it('take no more than their room, and give it back', async () => {
    const [en, fr] = [await surveyed('en'), await surveyed('fr')]
    const kept = new KeptVersions(Math.max(packVersion(en).length, packVersion(fr).length) + 10)
    kept.keep(en)
    kept.keep(fr)
    expect([kept.get('in/en.txt'), kept.get('in/fr.txt')]).toEqual([en, undefined])
    kept.drop('in/en.txt')
    kept.keep(fr)
    expect([kept.get('in/en.txt'), kept.get('in/fr.txt')]).toEqual([undefined, fr])
  })
})
