/** A job number, perhaps with the star of a reissue: New York `05-35610 (S) 310505`, Geneva `GE.19-07475(E)`, Vienna `V.04-54725 (E)`, Nairobi `K0360265` and `Na.05-30517`. */
const job = /^(?:(?:GE|Vc?|K|Na?|LC)\.?)?\d{2}-\d{5}(?:\.?[A-Z])?\*{0,3}$|^[KN]a?\.?\d{7}$/
const bar = /^\*{1,2}(?:\d{6,8}|[A-Z]\d{7})\*{0,2}$/
/** What stands beside it: the letter of the language, dates, pages; a continuation. Brackets of Arabic lines look either way. */
const beside = /^(?:[()]{1,2}[ACEFRS][()]{0,2}|(?:\d{6}){1,3}|[ivx]{1,5}|\/?\d{1,3}[a-z]?|\d{1,2}\/\d{1,2}|\/?\.{3}|\.{3}\/)$/
const start = new RegExp(`(?<![\\d/.-])(?:(?:GE|V)\\. ?\\d{2}-\\d{5}|\\d{2}-\\d{5}(?= ?\\([ACEFRS]\\)))`)

/** Whether a whole line is a job number, a bar code or both, with what goes with them, in any order. Parts of sentences never count. */
export function isJobNumber(value: string): boolean {
  if (value.length >= 80 || !/\d{5}/.test(value)) return false
  const pieces = value
    .replace(/(?<=GE|Vc?|K|Na?|LC)\. ?(?=\d)/, '.')
    .replace(/\*[A-Z]?\d{6,8}\*/, ' $& ')
    // The page behind it, where pdf.js leaves no space: `22-909513/5`.
    .replace(/(?<=-\d{5})(?=\d{1,2}\/\d{1,2}$)|(?<=GE\.\d{2}-\d{5})(?=\d{1,3}$)/, ' ')
    .replace(/(?<=\d)(?=[()])/, ' ')
    .trim()
    .split(/ +/)
  const named = pieces.filter((piece) => job.test(piece) || bar.test(piece)).length
  return named > 0 && named <= 2 && pieces.every((piece) => job.test(piece) || bar.test(piece) || beside.test(piece))
}

/** Whether a whole line is a page number and a job number, in either order: `2/3 22-90953`; pdf.js leaves no space: `2/322-90953`. */
export function isPagedJob(value: string): boolean {
  return value.length < 40 && /^(?:\d{1,3}(?:\/\d{1,3})? (?:GE\.|V\.)?|\d{1,3}\/\d{1,2}|\d{1,3}(?:GE\.|V\.))\d{2}-\d{5}$|^(?:GE\.|V\.)?\d{2}-\d{5} \d{1,3}(?:\/\d{1,3})?$/.test(value)
}

/** Whether a whole line is the dates that stand behind a job number, which some extractors part from it. */
export function isJobDates(value: string): boolean {
  return /^\d{6}(?: {1,9}\d{6}){0,2}$/.test(value)
}

/** Whether a whole line is a bar code. */
export function isBarCode(value: string): boolean {
  return /^\*[A-Z]?[0-9]{6,8}\*$/.test(value)
}

/** The job number in a line, without its dates and letter: `GE.19-07475`. */
export function findJobNumber(value: string): string | undefined {
  return start.exec(value)?.[0].replace(' ', '') ?? (isJobNumber(value) ? /(?:[A-Z]{1,2}\.)?\d{2}-\d{5}/.exec(value)?.[0] : undefined)
}

/** The language letter of a job number: A ar, C zh, E en, F fr, R ru, S es. */
export function jobLetter(value: string): string | undefined {
  return /[()]([ACEFRS])[()]/.exec(value)?.[1]
}
