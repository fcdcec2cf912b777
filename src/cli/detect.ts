import { VFile } from 'vfile'
import { detectLanguage } from '../detect/index.ts'
import { languages } from '../language/code.ts'
import { readSymbol } from '../language/symbol.ts'
import { foreignBlocks } from '../pipeline.ts'
import { loadVersion, languageFor, type LoadOptions } from './load-file.ts'
import { showMessages, type MessageOptions, type Terminal } from './terminal.ts'

/** What `detect` says of a file. */
interface Finding {
  file: string
  language: string
  /** `null` where the language was given, not found. */
  score: number | null
  symbol: string | null
  /** Key for grouping versions and issues of one document. */
  group: string | null
  blocks: Array<{ address: string; language: string; score: number; line: number }>
}

/** `hexapla detect FILE…`: language, score, symbol, and blocks in another language. Exit code. */
export async function runDetect(paths: readonly string[], options: LoadOptions & MessageOptions, terminal: Terminal): Promise<number> {
  const files = paths.map((path) => new VFile({ path }))
  const findings: Finding[] = []
  for (const file of files) {
    const version = await loadVersion(file, options, terminal)
    if (!version) continue
    const { root, raw } = version
    findings.push({
      file: file.path,
      language: root.lang,
      score: languageFor(file.path, options.lang) === undefined ? detectLanguage(raw).score : null,
      symbol: root.symbol ?? null,
      group: root.symbol === undefined ? null : readSymbol(root.symbol).key,
      blocks: foreignBlocks(root).map(({ address, language, score, position }) => ({ address, language, score, line: position.start.line }))
    })
  }
  if (options.json) await terminal.stdout(`${JSON.stringify(findings, undefined, 2)}\n`)
  else for (const finding of findings) await terminal.stdout(sayFinding(finding))
  showMessages(files, terminal, options)
  return findings.length === files.length ? 0 : 1
}

function sayFinding({ file, language, score, symbol, blocks }: Finding): string {
  const name = Object.values(languages).find(({ code }) => code === language)?.name ?? language
  const head = [file, language, name, score === null ? 'given' : score.toFixed(3), symbol ?? 'no symbol'].join('\t')
  const rest = blocks.map((block) => `  line ${block.line}\t${block.address}\t${block.language}\t${block.score.toFixed(3)}`)
  return `${[head, ...rest].join('\n')}\n`
}
