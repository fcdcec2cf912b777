import { toText } from '../../src/tree/text.ts'
import type { Block, Root } from '../../src/tree/undast.ts'
import type { Source } from '../../src/source/source.ts'
import { plainText, type SourceDocument } from '../corpus/read-source.ts'

/** A block as it is compared: what it is or where it stands, its label, and its letters. */
type Form = string

/** White space is one space; soft hyphens and tatweel of justified lines are not letters. */
function plain(text: string): string {
  const spaced = text.replace(/[\u00AD\u200E\u200F]/g, '').replace(/[\s\u00A0]+/g, ' ').trim()
  // LibreOffice counts with a bare alef and ha where Word has their printed forms, and draws no space in front of the dash.
  return spaced.replace(/^(\(?)أ(?=\)| -)/, '$1ا').replace(/^\(هـ\)/, '(ه)').replace(/^(\d{1,3}) -(?=\s|$)/, '$1-')
}

/**
 * What a source should hold: each block and cell with its label and letters, and its address where that is wanted; with `lines`,
 * signatures by lines. Notes are counted through the document, as trees count them.
 */
export function wantedForms({ blocks }: SourceDocument, addressed: boolean, lines = false): Form[] {
  let notes = 0
  return blocks.flatMap((block) => {
    if (block.kind === 'section') return []
    // What is a line of a paragraph in a word processor is a line on a page.
    const signed = block.kind === 'signature' ? block.marked.split(/ [|~] /).filter((unit) => unit !== '∅').map(plainText) : undefined
    if (signed && lines && !addressed) return signed.map(plain)
    if (block.kind === 'table') return block.rows.flatMap((row, r) => row.flatMap((cell, c) => (plain(cell) === '' ? [] : [addressed ? `${block.address}/${String(r + 1)}/${String(c + 1)} | ${plain(cell)}` : plain(cell)])))
    const label = block.kind === 'note' ? (block.marker ?? '') : (block.label ?? '')
    const address = block.kind === 'note' ? `n${String(++notes)}` : block.address
    // Office and name are parted in a tree, in Chinese, too, but behind a colon.
    return [addressed ? addressedForm(address, label, signed?.join(' ').replaceAll('： ', '：') ?? block.text) : plain(`${label} ${block.text}`)]
  })
}

function addressedForm(address: string, label: string, text: string): Form {
  // The dash of a label is told from its text by the space behind it.
  return `${address} ${plain(`${label} `)}| ${plain(text)}`
}

/** What a reader yields: paragraphs with their labels, be they counted or typed; marks of notes left out. */
export function sourceForms({ text, lines }: Source): Form[] {
  const forms: Form[] = []
  // A note at the foot of a page stands inside of a paragraph that goes over to the next.
  const open = new Map<string, { label: string; text: string }>()
  for (const line of lines) {
    const facts = line.facts ?? {}
    if (facts.furniture !== undefined) continue
    const stream = facts.note ? 'note' : 'text'
    const from = Math.max(line.start, facts.label?.end ?? 0, facts.note?.marker?.[1] ?? 0)
    let words = ''
    let at = from
    for (const { start, end } of facts.references ?? []) {
      words += text.slice(at, Math.max(at, start))
      at = Math.max(at, end)
    }
    words += text.slice(at, line.end)
    const label = facts.label ? text.slice(facts.label.start, facts.label.end) : facts.note?.marker ? text.slice(...facts.note.marker) : ''
    const before = open.get(stream)
    // A hyphen at the end of a line stays with its word.
    if (before) before.text += (/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF-]$/u.test(before.text) || /^[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(words) ? '' : ' ') + words
    const form = before ?? { label, text: words }
    if (facts.ends === true) {
      forms.push(plain(`${form.label} ${form.text}`))
      open.delete(stream)
    } else open.set(stream, form)
  }
  for (const form of open.values()) forms.push(plain(`${form.label} ${form.text}`))
  return forms
}

/** What a tree holds: its blocks by address. */
export function treeForms(root: Root): Form[] {
  const between = root.lang === 'zh' ? '' : ' '
  const walk = (blocks: readonly Block[], label: string): Form[] =>
    blocks.flatMap((block, index) => {
      const address = block.data && 'address' in block.data ? (block.data.address ?? '') : ''
      if (block.type === 'furniture' || block.type === 'masthead') return []
      if (block.type === 'section') return walk(block.children, '')
      if (block.type === 'item') {
        const [first, ...rest] = block.children
        const own = first?.type === 'paragraph' ? first : undefined
        return [addressedForm(address, block.label.value, own ? toText(own, between) : ''), ...walk(own ? rest : block.children, '')]
      }
      if (block.type === 'table') return block.children.flatMap((row, r) => row.children.flatMap((cell, c) => (plain(toText(cell, between)) === '' ? [] : [`${address}/${String(r + 1)}/${String(c + 1)} | ${plain(toText(cell, between))}`])))
      const mark = block.type === 'heading' ? (block.label?.value ?? '') : block.type === 'note' ? (block.marker?.value ?? '') : index === 0 ? label : ''
      return [addressedForm(address, mark, toText(block, between))]
    })
  return walk(root.children, '')
}

/** How many of the wanted forms are there, each once; and which are not. */
export function compareForms(wanted: readonly Form[], found: readonly Form[]): { right: number; lacking: Form[]; madeUp: Form[] } {
  const left = [...found]
  const lacking: Form[] = []
  for (const form of wanted) {
    const at = left.indexOf(form)
    if (at < 0) lacking.push(form)
    else left.splice(at, 1)
  }
  return { right: wanted.length - lacking.length, lacking, madeUp: left }
}

/** Why a form is lacking, as what was found in its place shows. */
export function missKind(form: Form, found: readonly Form[]): 'address' | 'furniture between' | 'joined' | 'label' | 'letters' | 'lost' | 'parted' {
  const [, address, label, words] = /^(\S+) (.*?)\| (.*)$/s.exec(form) ?? ['', '', '', form]
  const others = found.map((other) => /^(\S+) (.*?)\| (.*)$/s.exec(other) ?? ['', '', '', other])
  const same = others.find(([, , , text]) => text === words)
  if (same) return same[2] === label ? 'address' : 'label'
  if (others.some(([, , , text = '']) => text.includes(words))) return 'joined'
  if (others.some(([, , , text = '']) => text.length > 3 && (words.startsWith(text) || words.endsWith(text)))) return 'parted'
  const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
  if (others.some(([, at, , text = '']) => at === address && Math.abs(bare(text).length - bare(words).length) < 8)) return 'letters'
  return others.some(([, , , text = '']) => bare(text).includes(bare(words).slice(0, 20))) ? 'furniture between' : 'lost'
}
