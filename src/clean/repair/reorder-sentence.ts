import type { CharacterRule } from './rule.ts'

/** Two words that go together in any document, and hardly ever the other way round. */
const together =
  'الأمم المتحدة|الأمين العام|الجمعية العامة|مجلس الأمن|حقوق الإنسان|جدول الأعمال|الدول الأعضاء|الدول الأطراف|الفترة من|بما في|من أجل|من خلال|هذا الصدد|من جانب|فيما يتعلق|ما يلي|من قبل|على أن|إلى أن|التنمية المستدامة|المجتمع الدولي|القانون الدولي|الأمانة العامة|المدير التنفيذي|الدورة العادية|هذه الدورة|القرن الحادي|الشرق الأوسط|جمهورية إيران'
    .split('|')
    .map((pair) => pair.split(' '))

const start = '(?<![\\u0621-\\u0652])[وفبل]?'
const end = '(?![\\u0621-\\u0652])'
const [day, month, year] = ['\\d{1,2}', '[\\u0621-\\u064A]+/[\\u0621-\\u064A]+', '(?:19|20)\\d\\d']
const read = new RegExp(`${start}(?:${together.map(([first, second]) => `${first} ${second}`).join('|')})${end}|(?<!\\d)${day} ${month} ${year}(?!\\d)`, 'g')
const turned = new RegExp(`${start}(?:${together.map(([first, second]) => `${second} [وفبل]?${first}`).join('|')})${end}|(?<!\\d)${year} ${month} ${day}(?!\\d)`, 'g')

/** Shapes of letters and marks of direction, which have rules of their own. */
const shaped = /[\u202A-\u202E\uFB50-\uFDFB\uFE80-\uFEF4]/

const arabic = /[\u0621-\u064A]/

/**
 * Words whose letters are in order while the words of a line run from left to right: `المتحدة الأمم مقر في`. The words are
 * turned round; what is read from left to right, Latin words and the groups of a number, stays together.
 */
export const reorderSentence: CharacterRule = {
  name: 'reorder-sentence',
  turns: 'line',
  pattern: /^[^\n]+$/g,
  needs: / /,
  replace: ([line]) => (arabic.test(line) ? turn(line) : line),
  languages: ['ar'],
  appliesTo: (raw) => {
    if (shaped.test(raw)) return false
    if (endsAtStart(raw)) return true
    const seen = raw.match(turned)?.length ?? 0
    return seen > 1 && seen > 2 * (raw.match(read)?.length ?? 0)
  }
}

/** A line that ends in a mark, as the last one of each paragraph does; the first word of a line that does; a number at its end. */
const lastWordEnds = /[\u0621-\u064A)»”"][.؛:،][ \t]*$/m
const firstWordEnds = /^[ \t]*[\u0621-\u064A]{2,}[.؛](?= \S)/gm
const numberLast = /[\u0621-\u064A] (?:- ?\d{1,3}|\d{1,3}\.)[ \t]*$/m

/** A sentence that begins with `و`, as most do, behind the end of another; and how the two stand turned round: `وسأل السنة. أيام`. */
const sentenceBehind = /[\u0621-\u064A]\. و[\u0621-\u064A]{2}/
const sentenceInFront = /(?<= )و[\u0621-\u064A]{2,} [\u0621-\u064A]{2,}\.(?= \S)/g

/** The last line, where its first word ends a sentence, and its last one does not. */
const lastLine = /\n[ \t]*[\u0621-\u064A]{2,}[.؛] [^\n]{1,400}[\u0621-\u064A]$/

/** Whether sentences end where lines begin, and never where they end, and numbers of paragraphs stand last; or the next sentence stands in front. */
function endsAtStart(raw: string): boolean {
  if (!lastWordEnds.test(raw) && numberLast.test(raw) && (raw.match(firstWordEnds)?.length ?? 0) > 1) return true
  return !sentenceBehind.test(raw) && lastLine.test(raw.slice(-500).trimEnd()) && (raw.match(sentenceInFront)?.length ?? 0) > 1
}

function turn(line: string): string {
  const words: string[] = []
  for (const word of line.split(/\s+/)) {
    const last = words.at(-1)
    if (last !== undefined && staysBehind(last, word)) words[words.length - 1] = `${last} ${word}`
    else words.push(word)
  }
  return words.reverse().join(' ')
}

/** Whether two words are read from left to right: `Port Amber`, `340 000`. */
function staysBehind(last: string, word: string): boolean {
  return (/[A-Za-z]$/.test(last) && /^[A-Za-z]/.test(word)) || (/^\(?\d{1,3}(?: \d{3})*$/.test(last) && /^\d{3}(?!\d)/.test(word))
}
