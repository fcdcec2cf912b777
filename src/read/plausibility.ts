import type { Script } from '../language/code.ts'
import { foldTraditional } from '../language/traditional.ts'

/** What most of the letters beyond ASCII are in texts of a script, and how large a share of them, at the least. */
const usual: Readonly<Record<Script, { signs: ReadonlySet<string>; share: number }>> = {
  Arabic: { signs: new Set('اليمنوترةبعهدىأإ'), share: 0.75 },
  Cyrillic: { signs: new Set('оеаинтсрвлОЕАИНТСРВЛ'), share: 0.55 },
  // The commonest characters of running text and of United Nations documents.
  Han: {
    signs: new Set(
      '的一是在不了有和人这中大为上个国以要时来用们生到作地于出就分对成会可主发年动同工也能下过子产种面而方后多定行法所民经十三进等部度家力高自二理现实加量都体制机当使点从业本性应合还因由其前外政四日社义事平全表间与关各重新数正原利比或但第向条结解问意建月公无情者最立代已通并提题展五员位文总次式设及管特长基资组见计别期根论运指区强决据处理世联议安秘书长报告委会员约权'
    ),
    share: 0.3
  },
  Latin: { signs: new Set('éèàùâêîôûëïüçœæñáíóúöäßÉÈÀÇÊÎÔÁÍÓÚÑŒºª'), share: 0.9 }
}

/** Signs that are as usual in one script as in another. */
const neutral = /[«»‹›‘’“”„–—…•·§°№¿¡€£©®™±×÷½¼¾²³\u00A0\u00AD\u2010-\u2015،؛؟ـ٠-٩、。，；：？！（）《》〈〉【】「」〔〕％\u3000０-９\u200E\u200F]/u

const scripts: Readonly<Record<Script, RegExp>> = {
  Arabic: /\p{Script=Arabic}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Han: /\p{Script=Han}/u,
  Latin: /\p{Script=Latin}/u
}

/**
 * How much a decoded text looks like one of a script, 0 to 1: the share of the usual letters among the characters beyond
 * ASCII. What texts hardly have counts against it: letters of another script, words that go on with capitals, letters
 * that touch Latin ones, and two letters with accents side by side.
 */
export function plausibility(text: string, script: Script): number {
  const { signs, share } = usual[script]
  let [all, right, plain, wrong] = [0, 0, 0, 0]
  let before = ''
  /** Whether a capital came after a small letter of the same word. */
  let broken = false
  for (const sign of script === 'Han' ? foldTraditional(text) : text) {
    if (/[A-Za-z]/.test(sign)) {
      plain++
      if (script !== 'Latin' && signs.has(before)) right--
    } else if (sign > '\u007F' && !neutral.test(sign)) {
      all++
      const odd = /\p{L}/u.test(sign) ? !scripts[script].test(sign) : /\p{C}/u.test(sign)
      broken = /\p{L}/u.test(before) && (broken || (/\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before)))
      const touching = script !== 'Latin' && /[A-Za-z]/.test(before)
      const doubled = script === 'Latin' && /[^\P{L}A-Za-z]/u.test(before)
      if (odd || broken || doubled) wrong++
      else if (signs.has(sign) && !touching) right++
    }
    before = sign
  }
  if (all === 0) return script === 'Latin' ? 1 : 0
  const likely = Math.max(0, Math.min(1, (right - wrong) / all / share) - (4 * wrong) / all)
  // Accents are few among Latin letters; the letters of the other scripts are many.
  const fits = script === 'Latin' ? plain > all : all > plain / 4
  return fits ? likely : likely / 2
}
