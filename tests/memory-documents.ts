/** Documents for tests of memories: a text in six languages, under any symbol. */
import type { LanguageCode } from '../src/language/code.ts'
import type { AlignedDocument, Unit, UnitVersion, VersionRecord } from '../src/tree/unit.ts'

export const sentences: ReadonlyArray<Readonly<Record<LanguageCode, string>>> = [
  {
    ar: 'وإذ تشير إلى قرارها ١٥٤٠ بشأن حقوق الإنسان والحريات الأساسية،',
    en: 'Recalling its resolution 1540 on human rights and fundamental freedoms,',
    es: 'Recordando su resolución 1540 sobre los derechos humanos y las libertades fundamentales,',
    fr: 'Rappelant sa résolution 1540 sur les droits de l’homme et les libertés fondamentales,',
    ru: 'ссылаясь на свою резолюцию 1540 о правах человека и основных свободах,',
    zh: '回顾其关于人权和基本自由的第1540号决议，'
  },
  {
    ar: 'تقرر أن تبقي المسألة قيد نظرها في دورتها المقبلة.',
    en: 'Decides to remain seized of the matter at its next session.',
    es: 'Decide seguir ocupándose de la cuestión en su próximo período de sesiones.',
    fr: 'Décide de rester saisie de la question à sa prochaine session.',
    ru: 'постановляет продолжать заниматься этим вопросом на своей следующей сессии.',
    zh: '决定在下届会议上继续处理此案。'
  },
  {
    ar: 'اعتمدت اللجنة تقريرها دون تصويت.',
    en: 'The Committee adopted its report without a vote.',
    es: 'La Comisión aprobó su informe sin someterlo a votación.',
    fr: 'La Commission a adopté son rapport sans le mettre aux voix.',
    ru: 'Комитет утвердил свой доклад без голосования.',
    zh: '委员会未经表决通过了报告。'
  }
]

export interface MadeDocument {
  symbol?: string
  name?: string
  languages?: readonly LanguageCode[]
  /** Symbols of versions where they are others than that of the document. */
  symbols?: Partial<Record<LanguageCode, string>>
  version?: Partial<VersionRecord>
  /** Put in front of each text, so that no two documents are the same. */
  mark?: string
  texts?: ReadonlyArray<Readonly<Partial<Record<LanguageCode, string>>>>
  unit?: Partial<Unit>
}

export function madeDocument({ symbol, name, languages = ['en', 'fr'], symbols = {}, version = {}, mark = '', texts = sentences, unit = {} }: MadeDocument): AlignedDocument {
  const record = (language: LanguageCode): VersionRecord => {
    const own = symbols[language] ?? symbol
    return { language, file: `${language}.txt`, ...(own === undefined ? {} : { symbol: own }), ...version }
  }
  return {
    document: {
      ...(symbol === undefined ? {} : { symbol: symbol.replace(/\*{1,3}$/, '') }),
      ...(name === undefined ? {} : { name }),
      versions: Object.fromEntries(languages.map((language) => [language, record(language)]))
    },
    units: texts.map((text, index): Unit => {
      const id = `${index + 1}#1`
      const versions = languages.flatMap((language) => (text[language] === undefined ? [] : [[language, { segments: [`${mark}${text[language] ?? ''}`], addresses: [id] }] satisfies [string, UnitVersion]]))
      return { id, granularity: 'sentence', block: 'paragraph', address: String(index + 1), versions: Object.fromEntries(versions), score: 0.9, by: 'sentence', ...unit }
    })
  }
}
