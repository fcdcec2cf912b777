import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Nodes, Root as Words } from 'nlcst'
import { toString } from 'nlcst-to-string'
import retextIndefiniteArticle from 'retext-indefinite-article'
import retextPassive from 'retext-passive'
import retextRepeatedWords from 'retext-repeated-words'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { type LanguageCode, languageCodes } from '../src/language/code.ts'
import { readVersion } from '../src/pipeline/source-to-tree.ts'
import { hexapla } from '../src/pipeline/processor.ts'
import { onWords, retextUn, toNlcst } from '../src/pipeline/retext.ts'
import type { Root, UndastNode } from '../src/tree/undast.ts'

/** A document of two items in each language; the second says a word twice, and a line end breaks a word where there are hyphens. */
const raws: Readonly<Record<LanguageCode, string>> = {
  ar: 'تقرير لجنة الموانئ\n\n1 - نظرت اللجنة في تقرير المنارات، ووافقت على\nالجداول. ثم رفعت الجلسة.\n\n2 - وقررت اللجنة أن تنشر ملف pdf pdf في الخريف.\n',
  en: 'Report of the Commission\n\n1. The Commission considered the imple-\nmentation of the plan. It adjourned.\n\n2. The tables were written written by a engineer of the State.\n',
  es: 'Informe de la Comisión\n\n1. La Comisión examinó la apli-\ncación del plan. Se levantó la sesión.\n\n2. Las tablas fueron revisadas revisadas por los Estados.\n',
  fr: 'Rapport de la Commission\n\n1. La Commission a examiné l’appli-\ncation du plan. La séance est levée.\n\n2. Les tables ont été revues revues par les États.\n',
  ru: 'Доклад Комиссии\n\n1. Комиссия рассмотрела разви-\nтие портов. Заседание закрылось.\n\n2. Таблицы были пересмотрены пересмотрены государствами.\n',
  zh: '港口委员会的报告\n\n1. 委员会审议了灯塔的\n报告。会议结束。\n\n2. 委员会决定在秋天开会 OK OK 。\n'
}

const sentencesOf = (root: Root): string[] => {
  const found: string[] = []
  visit(root, 'sentence', (sentence: UndastNode) => {
    if (sentence.type === 'sentence') found.push(sentence.children.map((leaf) => (leaf.type === 'text' ? leaf.value : '')).join('').trim())
  })
  return found
}

describe.each(languageCodes)('toNlcst, %s', (language) => {
  const raw = raws[language]
  const root = readVersion(raw, { language })
  const words = toNlcst(root)

  it('has each sentence of the tree, with words', () => {
    const sentences: string[] = []
    let count = 0
    visit(words, (node: Nodes) => {
      if (node.type === 'SentenceNode') sentences.push(toString(node))
      if (node.type === 'WordNode') count++
    })
    expect(sentences).toEqual(sentencesOf(root))
    expect(count).toBeGreaterThan(language === 'zh' ? 3 : 10)
  })

  it('has positions in the raw text', () => {
    const lines = raw.split('\n')
    visit(words, (node: Nodes) => {
      if (!node.position || node.type === 'RootNode' || node.type === 'ParagraphNode') return
      const { start, end } = node.position
      const printed = raw.slice(start.offset, end.offset)
      // White space that was put in or taken out has no place of its own.
      expect(printed.replaceAll(/-?\s/g, '')).toBe(toString(node).replaceAll(/\s/g, ''))
      if (printed !== '') expect(lines[start.line - 1]?.slice(start.column - 1)[0]).toBe(printed[0])
    })
  })

  it('needs the raw text of a tree that was read back', () => {
    const copy = structuredClone(root)
    expect(() => toNlcst(copy)).toThrow(RangeError)
    expect(toNlcst(copy, { raw })).toEqual(words)
  })

  it('lets retext plugins run: a word said twice is found at its place in the raw text', async () => {
    const file = new VFile({ path: `report.${language}.txt`, value: raw })
    const markdown = await hexapla({ language }).use(retextRepeatedWords).process(file)
    const [message, ...others] = markdown.messages.filter(({ source }) => source === 'retext-repeated-words')
    expect(others).toEqual([])
    expect(message?.reason).toContain('repeated')
    expect(raw.split('\n')[(message?.line ?? 0) - 1]).toMatch(/ (\S{2,20}) \1/)
    expect(String(markdown)).toMatch(language === 'ar' ? /^# تقرير لجنة الموانئ\n\n1 - / : /^# .+\n\n1\\?\. /)
  })

  it('runs plugins of any name, and passes on what they leave', async () => {
    const seen: string[] = []
    const mark = () => (tree: Words) => {
      visit(tree, 'WordNode', (node: Nodes) => void (node.data = { mark: true } as object))
    }
    const look = () => (tree: Words) => {
      visit(tree, 'WordNode', (node: Nodes) => void seen.push(JSON.stringify(node.data)))
    }
    await hexapla({ language }).use(onWords(mark)).use(onWords(look)).process(new VFile(raw))
    expect(seen.length).toBeGreaterThan(3)
    expect(new Set(seen)).toEqual(new Set(['{"mark":true}']))
  })
})

it('words of Arabic script come to plugins as words, though retext-repeated-words passes over all without small letters', async () => {
  const file = new VFile({ path: 'report.ar.txt', value: 'تقرير لجنة الموانئ\n\n1 - نظرت اللجنة في تقرير تقرير المنارات.\n' })
  const sentences: string[] = []
  const look = () => (tree: Words) => {
    visit(tree, 'SentenceNode', (node: Nodes) => void ('children' in node && sentences.push(node.children.map((child) => (child.type === 'WordNode' ? toString(child) : child.type === 'WhiteSpaceNode' ? '_' : '.')).join(''))))
  }
  await hexapla({ language: 'ar' }).use(onWords(look)).use(retextRepeatedWords).process(file)
  expect(sentences).toContain('نظرت_اللجنة_في_تقرير_تقرير_المنارات.')
  expect(file.messages.filter(({ source }) => source === 'retext-repeated-words')).toEqual([])
})

it('an English version is checked with three retext plugins', async () => {
  const file = new VFile({ path: 'report.en.txt', value: raws.en })
  await hexapla().use(retextRepeatedWords).use(retextIndefiniteArticle).use(retextPassive).process(file)
  expect(file.messages.map(({ line, column, source, actual }) => `${line}:${column} ${source} ${actual}`)).toEqual([
    '6:20 retext-repeated-words written written',
    '6:39 retext-indefinite-article a',
    '6:20 retext-passive written'
  ])
})

it('a version comes out as Markdown, with the messages of its stages on the file', async () => {
  const folder = path.resolve(import.meta.dirname, '../corpus/cd-note-verbale-belarus-2019')
  for (const language of languageCodes) {
    const file = await hexapla().process(new VFile({ path: `${language}.txt`, value: readFileSync(path.join(folder, `${language}.txt`), 'utf8') }))
    expect(String(file)).toMatch(/^#+ \S/m)
    expect(String(file).length).toBeGreaterThan(1000)
  }
})

describe('retextUn without options', () => {
  it.each(languageCodes)('finds out the language, %s', (language) => {
    const file = new VFile(raws[language])
    const tree = unified().use(retextUn).parse(file)
    expect(toString(tree)).toBe(raws[language])
    expect(file.messages).toEqual([])
  })

  it('reads a text that tells no language as English, and says so', () => {
    const file = new VFile('OK 12.')
    expect(toString(unified().use(retextUn).parse(file))).toBe('OK 12.')
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['language-assumed']) // 'segment:language-assumed'
  })
})
