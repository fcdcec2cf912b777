/**
 * Whether a text has the codes of a font without a Unicode map (Russian and Arabic exports of 1995 to 2001):
 * Latin letters and signs in lengths of words, `Hj]ZgbaZpby H[t_^bg_gguo`.
 *
 * Signs that no language writes inside a word stand inside more than one word in eight; URLs and symbols do not count.
 */
export function looksLegacy(text: string): boolean {
  const words = text.slice(0, 100_000).split(/\s+/).filter((word) => word.length >= 4 && !word.includes('/') && !/^\*?\d/.test(word))
  if (words.length < 8) return false
  const broken = words.filter((word) => /[A-Za-z!?'=+][\][^_`=!#@\\?+<>|{}~"$%&][A-Za-z!'=+\][^_]/.test(word)).length
  return broken * 8 > words.length
}
