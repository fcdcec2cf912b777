/** Files of many documents to documents: by symbol, and by the names of files where a text has no symbol. */
import { byCodeUnits } from '../language/code-unit-order.ts'
import { languageCodes, type LanguageCode } from '../language/code.ts'
import { compareIssues, compareReissues, readSymbol } from '../grammar/symbol.ts'

/** What is known of a file before it is known which document it belongs to. */
export interface GroupMember {
  file: string
  language: LanguageCode
  /** As printed, stars included; two of a joint document, none where neither text nor name has one. */
  symbols: readonly string[]
  /** What the names of the versions of a document share: `note` of `note-fr.txt`. Stands in for a missing symbol. */
  name?: string | undefined
  /** ISO 8601 date of a reissue for technical reasons, or `undated`. */
  reissue?: string
  /** How much its format knows of a document: 0, as where none is given, knows the most. */
  format?: number
  /** Equal for files of the same text, such as its hash. */
  text?: string
}

/** The files of one document. */
export interface DocumentGroup<Member extends GroupMember> {
  /** Its symbol without stars, both of a joint document: `A/47/60–S/23329`; the name of its files where it has none. */
  name: string
  /** Keys of its symbols. */
  symbols: string[]
  /** The latest issue in each language. */
  versions: Partial<Record<LanguageCode, Member>>
  /** Earlier issues, in the order of the files. */
  replaced: Array<{ member: Member; by: Member }>
  /** The same issues as those in `versions`, in formats that know less. */
  otherFormats: Array<{ member: Member; better: Member }>
  /** Files with the text of the one that stands in `versions`. */
  copies: Array<{ member: Member; first: Member }>
  /** Files that say the same of themselves as the one that stands in `versions`. */
  twice: Array<{ member: Member; first: Member }>
  /** Versions that have no symbol and are here by the names of their files. */
  byName: Member[]
  /** Versions of which another document, a revision, is a later issue in the same language; its name. */
  revised: Array<{ member: Member; by: string }>
}

/** Documents in the order of their names, and what belongs to none. */
export interface Grouping<Member extends GroupMember> {
  documents: Array<DocumentGroup<Member>>
  /** Files with no symbol, whose names tell no document or more than one. */
  unknown: Member[]
}

/**
 * Groups versions into documents. Versions and reissues share a symbol, stars aside; Rev., Add. and Corr. are documents of
 * their own. A joint document is one by either of its symbols. A version without a symbol goes to the document whose
 * files have its name; versions none of which has a symbol are a document where their names agree.
 *
 * The order of the files does not matter.
 */
export function groupDocuments<Member extends GroupMember>(members: readonly Member[]): Grouping<Member> {
  const sorted = members.toSorted((a, b) => languageCodes.indexOf(a.language) - languageCodes.indexOf(b.language) || byCodeUnits(a.file, b.file))
  const groups = bySymbol(sorted.filter(({ symbols }) => symbols.length > 0))
  const nameless = sorted.filter(({ symbols }) => symbols.length === 0)
  // Of a large collection nearly all files have symbols, and nobody asks for their names.
  const named = new Map(nameless.flatMap(({ name }) => (name === undefined ? [] : [[foldName(name), new Set<Member[]>()] as const])))
  if (named.size > 0) {
    for (const group of groups) for (const { name } of group) if (name !== undefined) named.get(foldName(name))?.add(group)
  }
  const unknown: Member[] = []
  // Files that are called alike by chance, such as `fr.pdf`, are a document of their own.
  const chance = nameless.filter(({ name }) => name !== undefined).filter((member) => [...(named.get(foldName(member.name ?? '')) ?? [])].some((group) => isTaken(member, group)))
  for (const { name = '' } of chance) named.get(foldName(name))?.clear()
  for (const member of nameless) {
    const [group, other] = member.name === undefined ? [] : (named.get(foldName(member.name)) ?? [])
    if (member.name === undefined || other) unknown.push(member)
    else if (group) group.push(member)
    else {
      const own = [member]
      groups.push(own)
      named.set(foldName(member.name), new Set([own]))
    }
  }
  const documents = groups.map(describe).sort((a, b) => byCodeUnits(a.name, b.name))
  const related = byBase(documents)
  for (const document of documents) {
    const candidates = [...new Set(document.symbols.flatMap((symbol) => related.get(readSymbol(symbol).base) ?? []))]
    if (candidates.length < 2) continue
    for (const member of versionsOf(document)) {
      const [latest] = candidates
        .flatMap((other) => ({ name: other.name, version: other.versions[member.language] }))
        .filter(({ version }) => version !== undefined && compareSymbols(version, member) > 0)
        .toSorted((a, b) => (a.version && b.version ? compareSymbols(b.version, a.version) : 0))
      if (latest) document.revised.push({ member, by: latest.name })
    }
  }
  return { documents, unknown: unknown.sort((a, b) => byCodeUnits(a.file, b.file)) }
}

/** Whether a document has a version with a symbol in the language of a member without one, and it is not the same file again or in another format. */
function isTaken<Member extends GroupMember>(member: Member, group: readonly Member[]): boolean {
  const others = group.filter(({ symbols, language }) => symbols.length > 0 && language === member.language)
  const isSame = (other: Member): boolean => (member.text !== undefined && other.text === member.text) || (other.format ?? 0) !== (member.format ?? 0)
  return others.length > 0 && !others.some((other) => isSame(other) && other.name !== undefined && member.name !== undefined && foldName(other.name) === foldName(member.name))
}

/** Members that share a symbol, directly or by way of others. */
function bySymbol<Member extends GroupMember>(members: readonly Member[]): Member[][] {
  const groups = new Map<string, { keys: string[]; members: Member[] }>()
  for (const member of members) {
    const merged = { keys: member.symbols.map((symbol) => readSymbol(symbol).key), members: [member] }
    for (const joined of new Set(merged.keys.map((key) => groups.get(key)))) {
      merged.keys.push(...(joined?.keys ?? []))
      merged.members.unshift(...(joined?.members ?? []))
    }
    for (const key of merged.keys) groups.set(key, merged)
  }
  return [...new Set(groups.values())].map((group) => group.members)
}

function describe<Member extends GroupMember>(members: readonly Member[]): DocumentGroup<Member> {
  const fullest = members.reduce((best, each) => (each.symbols.length > best.symbols.length ? each : best))
  const symbols = [...new Set([fullest, ...members].flatMap((member) => member.symbols.map((symbol) => readSymbol(symbol).key)))]
  const group: DocumentGroup<Member> = {
    name: symbols.length > 0 ? symbols.join('–') : (fullest.name ?? fullest.file),
    symbols,
    versions: {},
    replaced: [],
    otherFormats: [],
    copies: [],
    twice: [],
    revised: [],
    byName: members.filter((member) => member.symbols.length === 0)
  }
  for (const code of languageCodes) {
    const own = members.filter(({ language }) => language === code).toSorted((a, b) => byCodeUnits(a.file, b.file))
    const [head, ...rest] = own
    if (!head) continue
    const latest = rest.reduce((best, each) => (compareMembers(each, best) > 0 || isBetterFormat(each, best) ? each : best), head)
    group.versions[code] = latest
    for (const member of own) {
      if (member === latest) continue
      if (compareMembers(latest, member) > 0) group.replaced.push({ member, by: latest })
      else if (isBetterFormat(latest, member)) group.otherFormats.push({ member, better: latest })
      else if (member.text !== undefined && member.text === latest.text) group.copies.push({ member, first: latest })
      else group.twice.push({ member, first: latest })
    }
  }
  return group
}

/** Which of two files in one language is the later issue: positive where `a` is, 0 where neither is. */
function compareMembers(a: GroupMember, b: GroupMember): number {
  return compareSymbols(a, b) || compareReissues(a.reissue, b.reissue)
}

/** Whether `a` is the same issue as `b` in a format that knows more of it. */
function isBetterFormat(a: GroupMember, b: GroupMember): boolean {
  return compareSymbols(a, b) === 0 && a.reissue === b.reissue && (a.format ?? 0) < (b.format ?? 0)
}

function compareSymbols(a: GroupMember, b: GroupMember): number {
  for (const one of a.symbols) {
    for (const other of b.symbols) {
      const order = compareIssues(readSymbol(one), readSymbol(other))
      if (order !== 0) return order
    }
  }
  return 0
}

/** Documents by their symbols without Rev., Add. and Corr.: only those can replace one another. */
function byBase<Member extends GroupMember>(documents: ReadonlyArray<DocumentGroup<Member>>): ReadonlyMap<string, ReadonlyArray<DocumentGroup<Member>>> {
  const index = new Map<string, Array<DocumentGroup<Member>>>()
  for (const document of documents) {
    for (const symbol of document.symbols) {
      const { base } = readSymbol(symbol)
      const known = index.get(base)
      if (known) known.push(document)
      else index.set(base, [document])
    }
  }
  return index
}

/** The versions of a document, in the order of the table where no other is given. */
export function versionsOf<Member extends GroupMember>({ versions }: Pick<DocumentGroup<Member>, 'versions'>, order: readonly LanguageCode[] = languageCodes): Member[] {
  return order.flatMap((code) => versions[code] ?? [])
}

/** Names of files differ in case on some systems, and in composition on others. */
function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
