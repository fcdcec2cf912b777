import type { CharacterRule } from './rule.ts'

/** Marks of direction, zero-width spaces and joiners, byte order marks inside the text: nothing that is read. */
export const dropBidiMark: CharacterRule = {
  name: 'drop-bidi-mark',
  pattern: /[\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+/g,
  needs: /[\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/,
  replace: () => ''
}
