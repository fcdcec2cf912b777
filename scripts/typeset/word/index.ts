/**
 * Typesets the corpus as word processor files: `npx tsx scripts/typeset/word/index.ts FOLDER [document …] [--languages=fr,ar] [--formats=docx,odt]`.
 *
 * Writes `<document>.<language>.<format>` into FOLDER. DOCX is written here; LibreOffice makes the rest of it: ODT, RTF, DOC,
 * HTML, PDF, and a DOCX that it has read and written itself (`again.docx`). Needs Debian's libreoffice-writer-nogui and the fonts
 * named in the readme.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { corpusDocuments, sourceOf } from '../../../evaluation/corpus/sources.ts'
import { languageCodes } from '../../../src/language/code.ts'
import { renderDocx } from '../../../evaluation/read/render-docx.ts'

const options = process.argv.slice(2)
const option = (name: string, missing: string): string[] => (options.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) ?? missing).split(',')
const [folder, ...only] = options.filter((one) => !one.startsWith('--'))
if (folder === undefined) throw new Error('Unexpected arguments, expected a folder to write into')
const chosen = option('languages', languageCodes.join(','))
const formats = option('formats', 'docx,odt,rtf,doc,html,pdf,again.docx')
mkdirSync(folder, { recursive: true })

const made: string[] = []
for (const name of corpusDocuments.filter((one) => only.length === 0 || only.includes(one)))
  for (const language of languageCodes.filter((code) => chosen.includes(code))) {
    const path = join(folder, `${name}.${language}.docx`)
    writeFileSync(path, renderDocx(sourceOf(name, language)))
    made.push(path)
  }
for (const format of formats) if (format !== 'docx') convert(format)

function convert(format: string): void {
  const target = join(folder ?? '', `.${format}`)
  const filter = { 'again.docx': 'docx:MS Word 2007 XML', html: 'html:XHTML Writer File', rtf: 'rtf:Rich Text Format' }[format] ?? format
  execFileSync('soffice', ['--headless', `-env:UserInstallation=file:///tmp/hexapla-office`, '--convert-to', filter, '--outdir', target, ...made], { stdio: ['ignore', 'ignore', 'inherit'] })
  const ending = format.split('.').at(-1) ?? ''
  for (const path of made) renameSync(join(target, basename(path).replace(/docx$/, ending)), path.replace(/docx$/, format))
}
