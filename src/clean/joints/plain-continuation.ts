import { languages, type LanguageCode } from '../../language/code.ts'
import { letterKind, small } from '../lines/letter-kind.ts'
import type { Line } from '../lines/line.ts'

/**
 * Whether a sentence goes on from one printed line to the next beyond doubt: small letters or a comma above, small letters
 * below, no blank line between. So do most lines of running text; of these nothing else is asked. In Russian a recital
 * begins so, and where each line is a block, or a page ended, the caller asks more.
 */
export function isPlainContinuation(previous: Line, next: Line, language: LanguageCode): boolean {
  const { value, label, gap, opens, facts } = next
  if (letterKind(value.charCodeAt(0)) !== small || letterKind(value.charCodeAt(1)) !== small) return false
  if (label || gap > 0 || opens || facts.label || !languages[language].cased || language === 'ru') return false
  const last = previous.value.charCodeAt(previous.value.length - 1)
  return (last === comma || letterKind(last) === small) && previous.facts.ends === undefined && facts.heading === previous.facts.heading
}

const comma = 0x2c
