import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textSource } from '../src/source/text-source.ts'
import { clean, type CleanBlock } from '../src/clean/index.ts'
import { languageCodes, type LanguageCode } from '../src/language/code.ts'
import { trials } from './some-of.ts'

/** Sentences with a place for a figure, glued to words and marks in the ways in which each language writes them. */
const sentences: Readonly<Record<LanguageCode, readonly string[]>> = {
  ar: ['وردت الفقرات # و# و# من التقرير.', 'وبلغت النسبة #,# في المائة.', 'ومساحتها # كم2.', 'وانخفضت انبعاثات CO2 وN2O.', 'وفي # و# أيار/مايو 2019، اجتمعت مجموعة ال#.', 'انظر ص.#، والقرار # (د-#).', 'وذلك لما يلي:#) الضباب؛ #) الجليد.', 'وعددها ب# أو ل#، لا أكثر.'],
  en: ['See paragraphs #, # and # of the report.', 'The rate was #.# per cent, up from #,#.', 'The area is # km2, of which # m2 is dry.', 'Emissions of CO2 and N2O fell.', 'The G# and the G20 met on # May and # June.', 'See Nos. #, #, No.#, Fig.# and vol.# of it.', 'Under resolutions # (I) and # (II), # of them voted.', 'It follows that:#) one; #) two.', 'Of # #00 ships, “# sank”.', 'It was founded in 19# and ended in 20#.', '# men came.'],
  es: ['Véanse los párrafos #, # y # del informe.', 'La tasa fue del #,# %.', 'La superficie es de # km2.', 'El CO2 y el N2O bajaron.', 'El 1.º, el #.º y la #.ª sesión.', 'Véase núm.#, art.#, párr.# y párrs.# y #.', 'El G# se reunió el # de mayo.', 'A saber:#) uno; #) dos.', 'Costó #.#00 pesos.'],
  fr: ['Voir les paragraphes #, # et # du rapport.', 'Le taux était de #,# %.', 'La superficie est de # km2.', 'Le CO2 et le N2O ont baissé.', 'Le 1er, le #e et le #e jour, no #.', 'Voir n°#, art.#, fig.# et vol.#.', 'Le G# s’est réuni le # mai.', 'À savoir :#) un ; #) deux.', 'Soit # #00 navires, « # navires ».'],
  ru: ['См. пункты #, # и # доклада.', 'Доля составила #,# процента.', 'Площадь составляет # км2 или # м2.', 'Выбросы СО2 и N2O снизились.', 'В #-м и #-м пунктах говорится о «# судах».', 'См. №#, п.#, пп.# и #, ст.#, рис.#.', 'Группа G# собралась # мая.', 'А именно:#) один; #) два.', 'Всего # #00 судов.'],
  zh: ['见第#、#和#段。', '在#个国家、#个地区开展了#轮磋商。', '减少#.#％，增加#％。', '面积#平方公里。', '#国代表发言，#人出席。', '二氧化碳CO2和G20。', '今年#月#日，#名专家到会。', '下列各项：#、雾；#、冰；#）沙。', '实现目标#和目标#。', '其中#艘船，#座灯塔。']
}

/** A sentence without a figure, for the mark of a note to stand behind. */
const closings: Readonly<Record<LanguageCode, string>> = {
  ar: 'وأحاط المجلس علما بذلك.',
  en: 'The Council took note of it.',
  es: 'El Consejo tomó nota de ello.',
  fr: 'Le Conseil en a pris note.',
  ru: 'Совет принял это к сведению.',
  zh: '理事会注意到这一点。'
}

function documentIn(language: LanguageCode): fc.Arbitrary<string> {
  const figure = fc.integer({ min: 1, max: 30 }).map(String)
  const sentence = fc
    .tuple(fc.constantFrom(...sentences[language]), fc.array(figure, { minLength: 8, maxLength: 8 }))
    .map(([form, figures]) => {
      let next = 0
      return form.replaceAll('#', () => figures[next++] ?? '0')
    })
  const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => all.join(language === 'zh' ? '' : ' '))
  return fc.array(paragraph, { minLength: 1, maxLength: 12 }).map((all) => all.map((text, index) => `${index + 1}. ${text}`).join('\n'))
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

function written(blocks: readonly CleanBlock[]): string {
  return blocks.map((block) => (block.role === 'body' ? `${block.label?.text.value ?? ''} ${block.text.value}` : '')).join('\n')
}

describe('figures of the text are no marks of notes', () => {
  it.each(languageCodes)('documents without notes keep every digit, %s', (language) => {
    fc.assert(
      fc.property(documentIn(language), (raw) => {
        const { blocks } = clean(textSource(raw), language)
        expect(blocks.flatMap((block) => (block.role === 'body' ? block.references : []))).toEqual([])
        expect(digitsOf(written(blocks))).toBe(digitsOf(raw))
      }),
      { numRuns: trials(60, 20), seed: 1945 }
    )
  })

  it.each(languageCodes)('documents with notes whose marks were lost keep every digit, %s', (language) => {
    const notes = ['1', '2', '3', '4', '5'].map((number) => `${number} A/77/90${number}.`).join('\n')
    fc.assert(
      fc.property(documentIn(language), (body) => {
        const { blocks } = clean(textSource(`${body}\n__________\n${notes}`), language)
        expect(digitsOf(written(blocks))).toBe(digitsOf(body))
      }),
      { numRuns: trials(60, 20), seed: 1945 }
    )
  })
  it.each(languageCodes)('documents with notes lose their marks and no other digit, %s', (language) => {
    fc.assert(
      fc.property(fc.array(documentIn(language), { minLength: 5, maxLength: 5 }), (parts) => {
        // Each part ends with the mark of the next note; paragraphs are numbered through.
        const bodyWith = (mark: (note: number) => string): string => {
          let paragraph = 0
          return parts.map((part, index) => `${part.replace(/^\d+(?=\. )/gm, () => String(++paragraph))} ${closings[language]}${mark(index + 1)}`).join('\n')
        }
        const notes = parts.map((_, index) => `${index + 1} A/77/90${index + 1}.`).join('\n')
        const { blocks } = clean(textSource(`${bodyWith(String)}\n__________\n${notes}`), language)
        expect(digitsOf(written(blocks))).toBe(digitsOf(bodyWith(() => '')))
        expect(blocks.flatMap((block) => (block.role === 'body' ? block.references : [])).map(({ marker }) => marker.value)).toEqual(['1', '2', '3', '4', '5'])
      }),
      { numRuns: trials(40, 14), seed: 1945 }
    )
  })
})
