/**
 * A memory of a million units in six languages: written in constant memory, split by size, and read back.
 *
 *     npx tsx bench/write/memory.ts [UNITS] [FOLDER]
 *
 * Prints CPU seconds, bytes, and the largest resident memory of each step. Steps run one after the other in processes of
 * their own, so that each peak is its own.
 */
import { spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readdirSync, rmSync, statSync, createWriteStream, type WriteStream } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { languageCodes, type LanguageCode } from '../../src/language/code.ts'
import { readTmx } from '../../src/read/memory/index.ts'
import type { AlignedDocument, DocumentRecord, Unit } from '../../src/tree/unit.ts'
import { writeFormats } from '../../src/write/index.ts'

/** Units of one document: about what a report has. */
const unitsPerDocument = 200

const texts: Readonly<Record<LanguageCode, string>> = {
  ar: 'قرار مجلس الأمن صك عالمي فعال لمكافحة أسلحة الدمار الشامل يكمل الجهود المبذولة في ميدان عدم الانتشار رقم',
  en: 'The resolution is an effective global instrument for combating weapons of mass destruction, number',
  es: 'La resolución es un instrumento mundial eficaz para combatir las armas de destrucción en masa, número',
  fr: 'La résolution est un instrument mondial efficace de lutte contre les armes de destruction massive, numéro',
  ru: 'Резолюция является эффективным глобальным инструментом борьбы с оружием массового уничтожения, номер',
  zh: '该决议是打击大规模毁灭性武器的有效全球文书，编号'
}

function* documents(count: number): Generator<AlignedDocument> {
  for (let first = 0; first < count; first += unitsPerDocument) {
    const symbol = `A/C.1/${first / unitsPerDocument + 1}`
    const versions: DocumentRecord['versions'] = {}
    for (const language of languageCodes) versions[language] = { language, file: `${language}.txt`, date: '2019-05-22' }
    const length = Math.min(unitsPerDocument, count - first)
    yield { document: { symbol, versions }, units: Array.from({ length }, (_, index) => unit(first + index, index + 1)) }
  }
}

function unit(serial: number, paragraph: number): Unit {
  const id = `${paragraph}#1`
  const versions: Unit['versions'] = {}
  for (const code of languageCodes) versions[code] = { segments: [`${texts[code]} ${serial + 1000}.`], addresses: [id] }
  return { id, granularity: 'sentence', block: 'paragraph', address: String(paragraph), versions, score: 0.97, by: 'sentence' }
}

async function write(count: number, folder: string, dedupe: boolean): Promise<string> {
  const open = new Map<string, WriteStream>()
  let out = 0
  for await (const { file, text, last } of writeFormats(['tmx'], documents(count), { scope: 'all', splitMb: 100, dedupe }, { excluded: () => (out += 1) })) {
    const stream = open.get(file) ?? createWriteStream(join(folder, file))
    open.set(file, stream)
    if (!stream.write(text)) await once(stream, 'drain')
    if (last) {
      stream.end()
      await once(stream, 'close')
      open.delete(file)
    }
  }
  return `${out} left out`
}

async function read(folder: string): Promise<string> {
  let units = 0
  let segments = 0
  let found = 0
  for (const file of readdirSync(folder)) {
    for await (const document of readTmx(createReadStream(join(folder, file)), file)) {
      found += 1
      units += document.units.length
      for (const { versions } of document.units) segments += Object.keys(versions).length
    }
  }
  return `${units} units, ${segments} segments, ${found} pieces`
}

async function step(name: string, count: number, folder: string): Promise<void> {
  const result = name === 'read' ? await read(folder) : await write(count, folder, name === 'dedupe')
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const files = readdirSync(folder)
  const megabytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 1e6
  const cpu = ((userCPUTime + systemCPUTime) / 1e6).toFixed(1)
  console.log(`${name}\t${cpu} s CPU\t${Math.round(maxRSS / 1024)} MB memory\t${files.length} files, ${Math.round(megabytes)} MB\t${result}`)
}

const [units = '1000000', folder, name] = process.argv.slice(2)
if (name !== undefined && folder !== undefined) {
  await step(name, Number(units), folder)
} else {
  const work = folder ?? mkdtempSync(join(tmpdir(), 'hexapla-bench-'))
  for (const each of ['write', 'read', 'dedupe']) {
    spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), units, work, each], { stdio: 'inherit' })
  }
  if (folder === undefined) rmSync(work, { recursive: true })
}
