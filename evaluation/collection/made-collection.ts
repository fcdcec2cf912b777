/** Collections made by a fixed sequence of numbers, for measuring builds: the same on every machine. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { LanguageCode } from '../../src/language/code.ts'
import { madeSentences } from '../align/made-sentences.ts'
import { read } from '../corpus/files.ts'

/** Documents in a folder of the collection: more in one slow some file systems down. */
const documentsOfFolder = 1000

/** Paragraphs of a document unless told: about 9,000 letters of English. */
export const usualParagraphs = 60

/** Letters of a line, as an export of pages has them. */
const lineLength = 80

/** Writes documents with the symbols A/HRC/90/1 and on, in some languages; gives the bytes. */
export function makeCollection(folder: string, from: number, to: number, languages: readonly LanguageCode[], paragraphs = usualParagraphs): number {
  let bytes = 0
  for (let number = from; number <= to; number++) {
    const place = path.join(folder, String(Math.floor((number - 1) / documentsOfFolder)))
    mkdirSync(place, { recursive: true })
    const sentences = madeSentences(paragraphs, 1000 + number)
    for (const code of languages) {
      const head = read('corpus', 'decision-tide-gauge-calendar', 'extracts', `${code}.pdftotext.txt`).split('\n').slice(0, 12).join('\n')
      const text = `${head.replaceAll('A/HRC/DEC/49/901', `A/HRC/90/${number}`)}\n\n${sentences.map((sentence, index) => wrapped(`${index + 1}. ${sentence[code]}`, code)).join('\n\n')}\n`
      writeFileSync(path.join(place, `${number}-${code}.txt`), text)
      bytes += Buffer.byteLength(text)
    }
  }
  return bytes
}

function wrapped(text: string, code: LanguageCode): string {
  const lines: string[] = []
  let line = ''
  for (const word of code === 'zh' ? (text.match(/.{1,8}/gu) ?? []) : text.split(' ')) {
    const longer = line === '' ? word : code === 'zh' ? line + word : `${line} ${word}`
    if (longer.length > lineLength / (code === 'zh' ? 2 : 1) && line !== '') {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].join('\n')
}
