import { catalogue } from '../../src/message/catalogue.ts'
import { stateOfStatus } from '../../src/memory-format/xliff-state.ts'
import { unitStatuses } from '../../src/tree/index.ts'
import { treeFormats, unitFormats, type Format } from '../../src/write/index.ts'
import { rulesPage } from './rules.ts'

const note = '<!-- Made by `npm run docs`; change the source, not this page. -->'

/** The pages of docs/ that are made from the source, by name. `floors` is `tests/floors.json`. */
export function madePages(floors: unknown): ReadonlyMap<string, string> {
  return new Map([
    ['messages.md', messages()],
    ['formats.md', formats()],
    ['floors.md', floorsPage(floors)],
    ['rules.md', rules()]
  ])
}

function messages(): string {
  const intro = [
    'Messages are on standard error (`--json` for machines), or on the vfile of each version in the library. An id is `stage:what-is-wrong`.',
    '*fatal*: no output, and the library throws a `HexaplaError`; *warning*: look at it; *info*: for the record, with `--verbose`.'
  ]
  const rows = Object.entries(catalogue).map(([id, { severity, remedy }]) => [`\`${id}\``, severity, remedy])
  return page('Messages', intro, table(['id', 'severity', 'what to do'], rows))
}

const kinds: Readonly<Record<Format['kind'], string>> = {
  memory: 'memory: what is worth keeping',
  table: 'table: every unit, but what `--min-score` and `--dedupe` keep out',
  document: 'document: everything'
}

function formats(): string {
  const intro = ['What `--to` takes, what of the units each format gets, and the options that change it.']
  const units = Object.values<Format>(unitFormats).map(({ name, title, kind, heeds }) => [`\`${name}\``, title, kinds[kind], heeds.map((option) => `\`${flags[option]}\``).join(', ')])
  const trees = Object.values(treeFormats).map(({ name, title }) => [`\`${name}\``, title])
  return page('Formats', intro, `${table(['format', 'what it is', 'what it gets', 'options'], units)}\nOf one version, for \`hexapla clean --to\`:\n\n${table(['format', 'what it is'], trees)}\n${statuses()}`)
}

function statuses(): string {
  const rows = unitStatuses.map(({ name, meaning }) => {
    const { xliff12, xliff21 } = stateOfStatus[name]
    return [`\`${name}\``, meaning, `\`${xliff12}\``, `\`${xliff21}\``]
  })
  return [
    '## Statuses\n\nThe status of a unit is `status` in JSON Lines, TSV and XLSX, `x-status` in TMX, and both `x-status` and the state in XLIFF.\n',
    'One that is not in this list is kept as it is. `convert` knows by the sums in `check` (XLIFF: `x-text-check`) which texts were edited.\n\n',
    table(['status', 'what it means', 'XLIFF 1.2', 'XLIFF 2.1'], rows)
  ].join('')
}

const flags: Readonly<Record<Format['heeds'][number], string>> = { bom: '--no-bom', date: '--date', langMap: '--lang-map', numbering: '--numbering', splitMb: '--split-mb', spreadsheetSafe: '--spreadsheet-safe', tuid: '--tuid' }

function floorsPage(floors: unknown): string {
  const rows = flatten('', floors).map(([name, value]) => [name, String(value)])
  return page('Floors', ['Figures below which `npm test` fails; what was measured last is in [accuracy.md](accuracy.md).'], table(['figure', 'at least'], rows))
}

function flatten(name: string, value: unknown): Array<[string, unknown]> {
  if (typeof value !== 'object' || value === null) return [[name, value]]
  return Object.entries(value).flatMap(([key, inner]) => flatten(name === '' ? key : `${name}, ${key}`, inner))
}

function rules(): string {
  const intro = [
    'How `clean` reads structure. Counts are of the extracts of the corpus that pdftotext made, 48 texts in six languages; a rule',
    'without a count is for what our corpus does not have. [weights.ts](../src/clean/joints/weights.ts) holds the weights.'
  ]
  return page('Rules', intro, rulesPage(table))
}

function page(title: string, intro: readonly string[], body: string): string {
  return `# ${title}\n\n${note}\n\n${intro.join('\n')}\n\n${body}`
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`).join('')
}
