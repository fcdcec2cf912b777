/** Checked by the compiler: a message takes the values of its id, and what ends the work is thrown, not reported. */
import { expect, it } from 'vitest'
import { VFile } from 'vfile'
import { HexaplaError, reportTo, type Report } from '../src/message/report.ts'

it('takes what its text needs, and no other id where it does not belong', () => {
  const report: Report = reportTo(new VFile())
  report('align:item-unpaired', undefined, { language: 'en', address: 'p1' })
  // @ts-expect-error a name is missing: the text would say undefined
  expect(() => report('align:item-unpaired', undefined, { language: 'en' })).not.toThrow()
  // @ts-expect-error a fatal message is thrown
  expect(() => report('read:empty', undefined, { file: 'a.txt' })).not.toThrow()
  // @ts-expect-error a warning is reported
  expect(new HexaplaError('align:item-unpaired', { language: 'en', address: 'p1' })).toBeInstanceOf(Error)
  // @ts-expect-error a name is missing
  expect(new HexaplaError('read:empty', {}).remedy).not.toBe('')
})
