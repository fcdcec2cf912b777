import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { extractTerms } from '../src/terms/index.ts'
import { citationOf, formOf, isPairOfAdjectives } from '../src/terms/citation.ts'
import { isWhole, pairTerms } from '../src/terms/pair-terms.ts'
import { phraseTable } from '../src/terms/phrase-table.ts'
import { lightStem } from '../src/terms/stem.ts'
import { readTbx } from '../src/read/tbx.ts'
import { parseXml, xmlErrors, type Element } from './xml-support.ts'
import { run } from './run-command.ts'

/** What sentences of six languages say of two things, so that each stands beside different words. */
const frames: Readonly<Record<string, readonly string[]>> = {
  ar: ['ناقش الأعضاء # في الصباح.', 'نظرت اللجنة في # هذا الأسبوع.', 'أعدّ الخبراء ورقة عن # في جنيف.', 'يظل # موضوعا هاما.', 'قدّم المقرر بيانا بشأن # أمس.', 'ليس لدينا جديد عن # اليوم.'],
  en: ['Members discussed the # this morning.', 'The committee looked at the # again.', 'Experts wrote a paper on the # in Geneva.', 'The # remains on our list.', 'A rapporteur spoke about the # yesterday.', 'Nothing is known of the # today.'],
  es: ['Los miembros debatieron # esta mañana.', 'La comisión examinó # otra vez.', 'Los expertos redactaron un documento sobre # en Ginebra.', 'Sigue en nuestra lista #.', 'Un relator habló ayer sobre #.', 'Nada se sabe hoy acerca de #.'],
  fr: ['Les membres ont débattu # ce matin.', 'La commission a réexaminé #.', 'Des experts ont rédigé une étude concernant # à Genève.', 'Nous gardons # dans notre liste.', 'Un rapporteur a évoqué # hier.', 'Personne ne connaît # aujourd’hui.'],
  ru: ['Члены обсудили утром #.', 'Комитет снова рассмотрел #.', 'Эксперты написали в Женеве документ про #.', 'В нашем списке остается #.', 'Докладчик вчера упомянул #.', 'Сегодня никто не знает #.'],
  zh: ['成员上午讨论了#问题。', '委员会再次审议#。', '专家在日内瓦就#撰写了文件。', '#仍在我们的清单上。', '报告员昨天谈到#。', '今天无人了解#。']
}

const things: Readonly<Record<string, readonly string[]>> = {
  ar: ['التنمية المستدامة', 'الأسلحة النووية', 'المجتمع المدني', 'تغير المناخ', 'حقوق الإنسان', 'الفريق العامل'],
  en: ['sustainable development', 'nuclear weapons', 'civil society', 'climate change', 'human rights', 'working group'],
  es: ['desarrollo sostenible', 'armas nucleares', 'sociedad civil', 'cambio climático', 'derechos humanos', 'grupo de trabajo'],
  fr: ['développement durable', 'armes nucléaires', 'société civile', 'changement climatique', 'droits de l’homme', 'groupe de travail'],
  ru: ['устойчивое развитие', 'ядерное оружие', 'гражданское общество', 'изменение климата', 'права человека', 'рабочая группа'],
  zh: ['可持续发展', '核武器', '民间社会', '气候变化', '人权', '工作组']
}

const rows = [0, 1, 2, 3, 4, 5].flatMap((thing) => [0, 1, 2, 3, 4, 5].map((frame) => Object.fromEntries(Object.keys(frames).map((code) => [code, frames[code]?.[frame]?.replace('#', things[code]?.[thing] ?? '') ?? '']))))
const units = rows.map((texts, at) => ({
  unit: { id: `u${at}`, granularity: 'sentence' as const, block: 'paragraph' as const, address: `u${at}`, versions: Object.fromEntries(Object.entries(texts).map(([code, text]) => [code, { segments: [text], addresses: [`u${at}`] }])), by: 'memory' },
  document: { symbol: `A/${70 + (at % 2)}/1`, versions: {} }
}))

describe('terms', () => {
  it.each(['ar', 'es', 'fr', 'ru', 'zh'])('are found in en and %s', (code) => {
    const names = extractTerms(units, { from: 'en', to: [code] }).map(({ names: each }) => [each['en'], each[code]])
    for (const thing of [0, 1, 2, 3, 4, 5]) expect(names).toContainEqual([things['en']?.[thing], things[code]?.[thing]])
  })

  it('are found in six languages, with how often, documents and an example', () => {
    const [first] = extractTerms(units, { from: 'en', to: ['ar', 'es', 'fr', 'ru', 'zh'] }).filter(({ names }) => names['en'] === 'civil society')
    expect(first).toMatchObject({ names: { fr: 'société civile', ru: 'гражданское общество', zh: '民间社会' }, count: 6, documents: 2 })
    expect(first?.example['zh']).toContain('民间社会')
  })

  it.each([
    ['en', 'The [General Assembly] elected the [Secretary-General] at its third session, my Government recalled.'],
    ['fr', 'L’[Assemblée générale] a élu le [Secrétaire général] à sa troisième session, a rappelé mon gouvernement.'],
    ['es', 'La [Asamblea General] eligió al [Secretario General] en su tercer período, recordó mi Gobierno.'],
    ['ru', 'На третьей сессии [Генеральная Ассамблея] избрала Генерального секретаря, напомнил мой посол.'],
    ['ar', 'انتخبت [الجمعية العامة] [الأمين العام] في الدورة الثالثة'],
    ['zh', '在第三届会议上，[大会]选举了[秘书长]。']
  ])('in %s: names stay whole, and neither ordinals nor possessives are part of one', (language, marked) => {
    const parts = marked.split(/[[\]]/u)
    const text = parts.join('')
    const forms = [...phraseTable([text, text], language, 2).phrases.values()].map(({ forms: each }) => [...each.keys()][0] ?? '')
    for (const name of parts.filter((_, index) => index % 2 === 1)) expect(forms).toContain(name)
    expect(forms.filter((form) => /third|troisième|tercer|третьей|الثالثة|第三|\bmy\b|\bmon\b|\bmi\b|(?<!\p{L})мой|^Secretary$/u.test(form))).toEqual([])
  })

  it('ends in no adjective whose noun is missing, and begins with none where nouns come first', () => {
    const nouns = { en: ['council', 'growth', 'policy', 'fund', 'crisis'], fr: ['conseil', 'essor', 'plan', 'fonds', 'crise'] }
    const all = (language: string, texts: string[]): string[] => [...phraseTable(texts, language, 2).phrases.keys()]
    const english = nouns.en.flatMap((noun) => [`The social and economic ${noun} was here.`, `An economic ${noun} was there.`])
    expect(all('en', english).filter((key) => key.endsWith(' economic'))).toEqual([])
    expect(all('en', english)).toContain('economic growth')
    const french = nouns.fr.flatMap((noun) => [`Le ${noun} economique est ici.`, `Le ${noun} economique est là.`, `Un ${noun} economique mondial est ici.`, `Un ${noun} economique mondial est là.`])
    expect(all('fr', french).filter((key) => key.startsWith('economiqu '))).toEqual([])
    expect(all('fr', french)).toContain('conseil economiqu mondial')
  })

  it.each([
    ['en', 'reduce poverty', 'document submitted'], ['fr', 'réduire la pauvreté', 'document présenté'], ['es', 'reducir la pobreza', 'documento presentado'],
    ['ru', 'сократить бедность', 'документ представленный'], ['ar', 'تعزيز السلام', 'التقرير المقدم'], ['zh', '减少贫穷', '文件提交']
  ])('in %s: no verb of a task in front, no participle behind', (language, task, participle) => {
    for (const text of [task, participle]) expect([...phraseTable([text, text], language, 2).phrases.values()].filter(({ stems }) => stems.length > 1), text).toEqual([])
  })

  it.each([
    ['en', 'Committee on the Peaceful Uses of Outer Space', 'Committee on the Peaceful Uses', ['The # met.', 'We saw the # there.']],
    ['fr', 'Comité des utilisations pacifiques de l’espace', 'Comité des utilisations pacifiques', ['Le # est réuni.', 'Nous avons vu le # ici.']],
    ['es', 'Comisión sobre la Utilización del Espacio Ultraterrestre', 'Comisión sobre la Utilización', ['La # se reunió.', 'Vimos a la # allí.']],
    ['ru', 'Комитет по использованию космического пространства', 'Комитет по использованию', ['Здесь # собрался.', 'Мы видели # там.']],
    ['ar', 'لجنة استخدام الفضاء الخارجي', 'لجنة استخدام', ['اجتمعت #.', 'كانت # هنا.']],
    ['fr', 'Programme d’action de Beijing', 'action de Beijing', ['Le # est prêt.', 'Nous avons lu le # ici.']],
    ['es', 'Plataforma de Acción de Beijing', 'Acción de Beijing', ['La # está lista.', 'Leímos la # allí.']],
    ['ar', 'تقرير عن السلاح النووي', 'السلاح النووي', ['صدر # أمس.', 'كان # هنا.']],
    ['zh', '和平利用外层空间委员会', '外层空间委员', ['#开会。', '我们看到#。']]
  ])('in %s: a name is whole to its end, and a piece of it is none', (language, name, piece, frames) => {
    const { phrases } = phraseTable(frames.map((frame) => frame.replace('#', name)), language, 2)
    const whole = [...phrases.values()].filter(isWhole).map((phrase) => formOf(phrase, language))
    expect(whole).toContain(name)
    expect(whole).not.toContain(piece)
  })

  it.each([['Samuel Bigawa', '加瓦', false], ['Robert Mugabe', '穆加贝', false], ['Elizabeth Thompson', '伊丽莎白汤普森', true], ['Cape Verde', '佛得角', true], ['Executive Director', '执行主任', true]])(
    'takes no part of a name that is written by its sounds for its translation: %s, %s',
    (name, chinese, isWhole) => {
      const source = phraseTable([`Here ${name} spoke.`, `They saw ${name}.`], 'en', 2)
      const target = phraseTable([`${chinese}，在这里。`, `他们看到，${chinese}。`], 'zh', 2)
      const keysOf = ({ phrases }: typeof source): string[] => [...phrases.values()].flatMap(({ keys }) => keys)
      const all = (from: string[], to: string[]): Map<string, Map<string, number>> => new Map(from.map((key) => [key, new Map(to.map((other) => [other, 1]))]))
      const links = { forward: all(keysOf(source), keysOf(target)), backward: all(keysOf(target), keysOf(source)), spaced: false, ratio: 0.35 }
      expect(pairTerms(source, target, links, 2).map((term) => term.source).includes(name.toLowerCase())).toBe(isWhole)
    }
  )

  it('leaves affixes at Chinese words, and a word of grammar apart', () => {
    const texts = ['服务提供者对非传染性疾病负责。', '战争会导致服务提供者撤离，非传染性疾病增加。', '战争影响筹备委员会。', '筹备委员会决定。']
    const forms = [...phraseTable(texts, 'zh', 2).phrases.values()].map((phrase) => formOf(phrase, 'zh'))
    for (const name of ['服务提供者', '非传染性疾病', '筹备委员会', '战争']) expect(forms).toContain(name)
    expect(forms.filter((form) => /提供$|传染$|委员$|战争会|^传染/u.test(form))).toEqual([])
  })

  it.each([
    ['fr', 'paix et la sécurité internationales', 'paix et sécurité internationales'], ['fr', 'femmes et des enfants', 'femmes et enfants'],
    ['fr', 'Commission de la population et du développement', 'Commission de la population et du développement'],
    ['es', 'mujeres y las niñas', 'mujeres y niñas'], ['es', 'Comisión de la Población y el Desarrollo', 'Comisión de la Población y el Desarrollo'],
    ['en', 'peace and the law', 'peace and the law'], ['ru', 'мир и безопасность', 'мир и безопасность'], ['ar', 'السلام والأمن', 'السلام والأمن'], ['zh', '和平与安全', '和平与安全'], ['ar', 'وللجمهورية التركية', 'الجمهورية التركية'], ['ar', 'والنساء والأطفال', 'النساء والأطفال'], ['ar', 'والدة الطفل', 'والدة الطفل']
  ])('in %s: %s is called %s', (language, name, called) => {
    expect(citationOf(name, language)).toBe(called)
  })

  it.each([['en', 'social and economic', 'hospital and school'], ['fr', 'sociaux et économiques', 'santé et éducation'], ['es', 'social y económico', 'salud y educación'], ['ru', 'социальный и экономический', 'здоровье и образование']])(
    'in %s: two adjectives have no noun',
    (language, adjectives, nouns) => {
      expect([isPairOfAdjectives(adjectives, language), isPairOfAdjectives(nouns, language)]).toEqual([true, false])
    }
  )

  it('cites Russian names in the nominative where it was seen', () => {
    const forms = (...seen: string[]): { forms: Map<string, number> } => ({ forms: new Map(seen.map((form, at) => [form, 9 - at])) })
    expect(formOf(forms('Совета Безопасности', 'Совет Безопасности'), 'ru')).toBe('Совет Безопасности')
    expect(formOf(forms('ядерного оружия', 'ядерное оружие'), 'ru')).toBe('ядерное оружие')
    expect(formOf(forms('Генеральной Ассамблеей', 'Генеральной Ассамблеи', 'Генеральная Ассамблея'), 'ru')).toBe('Генеральная Ассамблея')
    expect(formOf(forms('рабочих групп'), 'ru')).toBe('рабочих групп')
  })

  it('has no English infinitive in a term, but what there is a right to', () => {
    const texts = ['the honour to draw', 'an honour to draw', 'the duty to draw', 'the right to privacy', 'a right to privacy']
    const forms = [...phraseTable(texts, 'en', 2).phrases.values()].map((phrase) => formOf(phrase, 'en'))
    expect(forms).toContain('right to privacy')
    expect(forms.filter((form) => form.includes('draw'))).toEqual([])
  })

  it.each([
    ['en', 'weapons', 'weapon'], ['fr', 'nucléaires', 'nucléaire'], ['fr', 'régionaux', 'régional'], ['es', 'nucleares', 'nuclear'],
    ['ru', 'ядерного', 'ядерное'], ['ar', 'والأسلحة', 'الأسلحة'], ['zh', '核武器', '核武器']
  ])('folds forms of a word in %s: %s, %s', (code, one, other) => {
    expect(lightStem(one, code)).toBe(lightStem(other, code))
  })
})

/** The core structure of TBX (ISO 30042:2019): what stands inside of what, and how often. */
const core: Readonly<Record<string, RegExp>> = {
  tbx: /^tbxHeader text $/,
  tbxHeader: /^fileDesc (?:encodingDesc )?(?:revisionDesc )?$/,
  fileDesc: /^(?:titleStmt )?(?:publicationStmt )?(?:sourceDesc )+$/,
  sourceDesc: /^(?:p )+$/,
  text: /^body (?:back )?$/,
  body: /^(?:conceptEntry )+$/,
  conceptEntry: /^(?:(?:descrip|admin|note|transacGrp|ref|xref) )*(?:langSec )+$/,
  langSec: /^(?:(?:descrip|admin|note) )*(?:termSec )+$/,
  termSec: /^term (?:termNote )*(?:(?:descrip|admin|note) )*$/
}
/** Data categories of TBX-Basic, and where each may stand. */
const categories: Readonly<Record<string, readonly string[]>> = { descrip: ['context', 'definition', 'subjectField'], admin: ['source', 'projectSubset'], termNote: ['partOfSpeech', 'termType', 'administrativeStatus'] }

function coreErrors({ name, attributes, children }: Element): string[] {
  const elements = children.filter((child): child is Element => typeof child !== 'string')
  const order = elements.map((child) => `${child.name} `).join('')
  const errors = core[name] && !core[name].test(order) ? [`${name}: ${order}`] : []
  const known = categories[name]
  if (known && !known.includes(attributes['type'] ?? '')) errors.push(`${name} ${attributes['type'] ?? ''}`)
  if (name === 'langSec' && attributes['xml:lang'] === undefined) errors.push('langSec without a language')
  return [...errors, ...elements.flatMap(coreErrors)]
}

describe('hexapla terms', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-terms-'))
  const file = (name: string): string => path.join(folder, name)
  writeFileSync(file('six.jsonl'), units.map(({ unit, document }) => `${JSON.stringify({ type: 'document', ...document })}\n${JSON.stringify({ type: 'unit', symbol: document.symbol, ...unit })}\n`).join(''))
  const tmx = rows.map((texts) => `<tu>${Object.entries(texts).map(([code, text]) => `<tuv xml:lang="${code}"><seg>${text}</seg></tuv>`).join('')}</tu>\n`).join('')
  writeFileSync(file('six.tmx'), `<?xml version="1.0"?>\n<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>\n${tmx}</body></tmx>\n`)

  it('writes TBX that has the core structure, and reads it', async () => {
    expect(await run(['terms', file('six.tmx'), '-o', file('terms.tbx')])).toMatchObject({ code: 0 })
    const text = readFileSync(file('terms.tbx'), 'utf8')
    expect(xmlErrors(text)).toEqual([])
    const root = parseXml(text)
    expect(root).toMatchObject({ name: 'tbx', attributes: { type: 'TBX-Basic', style: 'dca', 'xml:lang': 'en', xmlns: 'urn:iso:std:iso:30042:ed-2' } })
    expect(coreErrors(root)).toEqual([])
    const { languages, rows: read } = readTbx(text)
    expect(languages).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh'])
    expect(read.map((row) => row[1]?.[0])).toContain('nuclear weapons')
  })

  it('writes a table and a glossary; the same bytes again', async () => {
    const { code, stdout } = await run(['terms', file('six.tmx'), '--from', 'fr', '--to', 'zh'])
    expect(code).toBe(0)
    expect(stdout.split('\n')[0]).toBe('fr\tzh\tcount\tdocuments\tsure\texample_fr\texample_zh')
    expect(stdout).toContain('société civile\t民间社会\t6\t1\t')
    expect((await run(['terms', file('six.tmx'), '--from', 'fr', '--to', 'zh'])).stdout).toBe(stdout)
    expect((await run(['terms', file('six.tmx'), '--to', 'ru', '-o', file('glossary.txt')])).code).toBe(0)
    expect(readFileSync(file('glossary.txt'), 'utf8')).toMatch(/^civil society\tгражданское общество\t.+$/mu)
    writeFileSync(file('terms.tsv'), stdout)
  })

  it('is read again by align --dictionary', async () => {
    writeFileSync(file('en.txt'), rows.map((row) => row['en']).join('\n'))
    writeFileSync(file('fr.txt'), rows.map((row) => row['fr']).join('\n'))
    for (const name of ['terms.tbx', 'terms.tsv', 'glossary.txt']) {
      const { code, stderr } = await run(['align', '--lines', '--source', 'en', '--target', 'fr', file('en.txt'), file('fr.txt'), '--dictionary', file(name)])
      expect([name, code, stderr.includes('unreadable')]).toEqual([name, 0, false])
    }
    writeFileSync(file('empty.tbx'), '<tbx/>')
    expect((await run(['align', '--lines', '--source', 'en', '--target', 'fr', file('en.txt'), file('fr.txt'), '--dictionary', file('empty.tbx')])).stderr).toContain('cli:input-unreadable')
  })

  it('refuses what cannot be', async () => {
    expect((await run(['terms', file('six.tmx'), '-o', file('g.txt')])).stderr).toContain('cli:glossary-languages')
    expect((await run(['terms', file('six.tmx'), '--to', 'de'])).stderr).toContain('memory:language-unknown')
    expect((await run(['terms', file('six.tmx'), '-o', file('g.pdf')])).stderr).toContain('.tbx')
    expect((await run(['terms', file('six.tmx'), '-o', file('six.tmx')])).code).toBe(1)
    expect((await run(['terms', file('six.tmx'), '--min-count', '0'])).code).toBe(2)
    expect((await run(['terms', file('six.tmx'), '--min-count', '9999', '-o', file('none.tbx')])).stderr).toContain('cli:terms-none')
    expect(existsSync(file('none.tbx'))).toBe(false)
  })
})
