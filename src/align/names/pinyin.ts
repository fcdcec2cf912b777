/** How names of Chinese are spelt by the readings of their characters: `yan wu` for 炎武, in Russian `янь у` after Palladius. */
import { foldText } from '../../language/fold.ts'
import { readings } from './readings.ts'

/** Finals of Palladius by those of pinyin, behind an initial. */
const finals: Readonly<Record<string, string>> = {
  a: 'а', ai: 'ай', an: 'ань', ang: 'ан', ao: 'ао', e: 'э', ei: 'эй', en: 'энь', eng: 'эн', i: 'и', ia: 'я', ian: 'янь', iang: 'ян',
  iao: 'яо', ie: 'е', in: 'инь', ing: 'ин', iong: 'юн', iu: 'ю', o: 'о', ong: 'ун', ou: 'оу', u: 'у', ua: 'уа', uai: 'уай', uan: 'уань',
  uang: 'уан', ui: 'уй', un: 'унь', uo: 'о', v: 'юй', ve: 'юэ', er: 'эр'
}

const initials: Readonly<Record<string, string>> = {
  b: 'б', c: 'ц', ch: 'ч', d: 'д', f: 'ф', g: 'г', h: 'х', j: 'цз', k: 'к', l: 'л', m: 'м', n: 'н', p: 'п', q: 'ц', r: 'ж', s: 'с',
  sh: 'ш', t: 'т', x: 'с', z: 'цз', zh: 'чж'
}

/** Syllables that are not put together of an initial and a final. */
const irregular: Readonly<Record<string, string>> = {
  chi: 'чи', ci: 'цы', er: 'эр', gui: 'гуй', hui: 'хуэй', ju: 'цзюй', juan: 'цзюань', jue: 'цзюэ', jun: 'цзюнь', qu: 'цюй', quan: 'цюань',
  que: 'цюэ', qun: 'цюнь', ri: 'жи', shi: 'ши', si: 'сы', wa: 'ва', wai: 'вай', wan: 'вань', wang: 'ван', wei: 'вэй', wen: 'вэнь',
  weng: 'вэн', wo: 'во', wu: 'у', xu: 'сюй', xuan: 'сюань', xue: 'сюэ', xun: 'сюнь', ya: 'я', yan: 'янь', yang: 'ян', yao: 'яо', ye: 'е',
  yi: 'и', yin: 'инь', ying: 'ин', yo: 'йо', yong: 'юн', you: 'ю', yu: 'юй', yuan: 'юань', yue: 'юэ', yun: 'юнь', zhi: 'чжи', zi: 'цзы'
}

/** A syllable in Russian letters. */
export function palladius(syllable: string): string {
  const known = irregular[syllable]
  if (known !== undefined) return known
  const [, initial = '', final = ''] = /^([zcs]h|[b-df-hj-np-tw-z])?(.*)$/.exec(syllable) ?? []
  return (initials[initial] ?? '') + (finals[final] ?? '')
}

/** Syllables that names are spelt in, by how they are written, and the syllable of `readings` that each is. */
type Spelling = ReadonlyMap<string, readonly string[]>

interface PinyinTable {
  /** Syllables of each character. */
  of: ReadonlyMap<string, readonly string[]>
  latin: Spelling
  cyrillic: Spelling
}

let table: PinyinTable | undefined

function tableOf(): PinyinTable {
  if (table) return table
  const rows = readings.trim().split('\n').map((line): readonly [string, string] => {
    const [syllable = '', characters = ''] = line.split(' ')
    return [syllable, characters]
  })
  const add = (map: Map<string, string[]>, key: string, value: string): void => {
    const list = map.get(key)
    if (list) list.push(value)
    else map.set(key, [value])
  }
  const [of, latin, cyrillic] = [new Map<string, string[]>(), new Map<string, string[]>(), new Map<string, string[]>()]
  for (const [syllable, characters] of rows) {
    for (const character of characters) add(of, character, syllable)
    // Without the dots that few print.
    add(latin, syllable.replace('v', 'u'), syllable)
    add(cyrillic, foldText(palladius(syllable)), syllable)
  }
  table = { of, latin, cyrillic }
  return table
}

/** Syllables that a character is read as, without tones; none for one that is rare. */
export function pinyinOf(character: string): readonly string[] {
  return tableOf().of.get(character) ?? []
}

/** Most syllables of a name that is written as one word. */
const mostSyllables = 3
/** Longest syllable as written, `чжуань` and `zhuang`. */
const longestSyllable = 6

/** The ways to read a folded word as one to three Chinese syllables in Latin or Russian letters; none for nearly all words. */
export function readSyllables(word: string): string[][] {
  const { latin, cyrillic } = tableOf()
  const spelling = /^[a-z]+$/.test(word) ? latin : /^[а-я]+$/.test(word) ? cyrillic : undefined
  if (!spelling || word.length > mostSyllables * longestSyllable) return []
  const found: string[][] = []
  const read = (from: number, before: readonly string[]): void => {
    if (from === word.length) found.push([...before])
    else if (before.length < mostSyllables) {
      for (let to = from + 1; to <= Math.min(word.length, from + longestSyllable); to++) {
        for (const syllable of spelling.get(word.slice(from, to)) ?? []) read(to, [...before, syllable])
      }
    }
  }
  read(0, [])
  return found
}
