/**
 * Bytes that someone read in an encoding that is not theirs and saved as UTF-8: `Ðåçîëþöèÿ` for `Резолюция`, `鑱斿悎` for `联合`.
 */
import { decode } from './decode.ts'
import { guessEncoding } from './guess-encoding.ts'
import { plausibility } from './plausibility.ts'

/** What was put right. */
export interface UndoneReading {
  text: string
  /** The encoding of the bytes, and the one that they had been read in. */
  of: string
  encoding: string
  /** Characters that were put right. */
  count: number
}

/** Encodings that bytes are wrongly read in. */
const encodings = ['windows-1252', 'windows-1251', 'koi8-r', 'gb18030'] as const

/** Characters that tell whether a text looks like one, and those that tell what it was. */
const [sample, long] = [600, 65_536]

/** A text that looks less like a language than this is looked into, and put right where it looks more like one than that. */
const [suspect, right] = [0.65, 0.8]

/** Characters beyond ASCII that the encoding does not have at most: the export lost some. */
const fewOthers = 0.02

/** Letters beyond ASCII that tell anything, at the least: more than the others. */
const fewestLetters = 20

/** The text with its bytes read in their own encoding; `undefined` where it is right as it is, or nothing better is found. */
export function undoWrongDecoding(text: string): UndoneReading | undefined {
  const first = text.search(/[^\0-\x7F]/)
  if (first < 0 || !isSuspect(text.slice(Math.max(0, first - 50), first + sample))) return undefined
  const head = text.slice(Math.max(0, first - 50), first + long)
  for (const encoding of encodings) {
    const bytes = encode(head, encoding)
    if (!bytes) continue
    const of = likeness(decode(bytes, 'utf-8')) >= right ? 'utf-8' : guessOther(bytes, encoding)
    const all = of === undefined ? undefined : encode(text, encoding)
    if (of !== undefined && all) return { text: decode(all, of), of, encoding, count: text.match(/[^\0-\x7F]/g)?.length ?? 0 }
  }
  return undefined
}

function isSuspect(text: string): boolean {
  const beyond = text.match(/[^\0-\x7F]/g)?.length ?? 0
  if (beyond < fewestLetters || beyond <= (text.match(/[A-Za-z]/g)?.length ?? 0)) return false
  return (['Han', 'Cyrillic', 'Arabic', 'Latin'] as const).every((script) => plausibility(text, script) < suspect)
}

/** How much a text looks like one whose letters are all beyond ASCII. */
function likeness(text: string): number {
  return Math.max(plausibility(text, 'Arabic'), plausibility(text, 'Cyrillic'), plausibility(text, 'Han'))
}

function guessOther(bytes: Uint8Array, encoding: string): string | undefined {
  const guess = guessEncoding(bytes)
  return guess && guess.encoding !== encoding && likeness(guess.text) >= right ? guess.encoding : undefined
}

/** The bytes that a text was made of in an encoding, with one that is in no UTF-8 where a character was lost; `undefined` where it was not. */
function encode(text: string, encoding: string): Uint8Array | undefined {
  const table = tableOf(encoding)
  const bytes: number[] = []
  let [beyond, others] = [0, 0]
  for (const character of text) {
    if (character <= '\x7F') {
      bytes.push(character.charCodeAt(0))
      continue
    }
    beyond++
    const found = table.get(character)
    if (found) bytes.push(...found)
    else bytes.push(lost)
    if (!found && character !== '\uFFFD') others++
  }
  return others <= fewOthers * beyond ? Uint8Array.from(bytes) : undefined
}

const lost = 0xff

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

/** The bytes of each character of an encoding, those of two bytes at most. */
function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding)
  if (known) return known
  const table = new Map<string, readonly number[]>()
  for (let byte = 0x80; byte < 0x100; byte++) {
    const character = decode(Uint8Array.of(byte), encoding)
    if (character !== '\uFFFD') table.set(character, [byte])
    if (encoding === 'gb18030') addPairs(table, byte)
  }
  tables.set(encoding, table)
  return table
}

/** Adds the characters of two bytes that begin with one. */
function addPairs(table: Map<string, readonly number[]>, lead: number): void {
  const trails: number[] = []
  for (let trail = 0x40; trail < 0xff; trail++) if (trail !== 0x7f) trails.push(trail)
  const characters = decode(Uint8Array.from(trails.flatMap((trail) => [lead, trail, 0x0a])), 'gb18030').split('\n')
  characters.forEach((character, index) => {
    const trail = trails[index]
    // The sign of the euro has a byte of its own, too.
    if (trail !== undefined && character !== '' && !character.includes('\uFFFD') && !table.has(character)) table.set(character, [lead, trail])
  })
}
