import type { CharacterRule } from './rule.ts'

/** Radicals that Unicode does not fold to the character that they look like. */
const supplement = new Map([...'⺠民⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟'].map((character, index, all) => [character, all[index + 1] ?? '']))

/** Kangxi radicals and their supplement, which fonts of PDF name in place of characters: `⼈⺠` for `人民`. */
export const foldRadical: CharacterRule = {
  name: 'fold-radical',
  pattern: /[\u2E80-\u2FDF]/g,
  needs: /[\u2E80-\u2FDF]/,
  replace: ([radical]) => supplement.get(radical) ?? radical.normalize('NFKC'),
  languages: ['zh']
}
