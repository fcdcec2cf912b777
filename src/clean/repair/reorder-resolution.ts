import type { CharacterRule } from './rule.ts'

/** The last session of the General Assembly that a number is read as, some years ahead. */
const lastSession = 99

/** The number of a resolution in front of its session: `القرار 268/68` for 68/268. Those of the Council carry years. */
export const reorderResolution: CharacterRule = {
  name: 'reorder-resolution',
  turns: 'number',
  pattern: /(?<=قرار(?:ات|ين|ها|ه)? )(\d{3})\/(3[1-9]|[4-9]\d)(?![\d/])/g,
  replace: ([printed, number = '', session = '']) => (Number(number) > lastSession ? `${session}/${number}` : printed),
  languages: ['ar']
}
