/** The elements of TMX 1.4b that a memory keeps as they are, and the attributes that its DTD gives each. */
const list = {
  header: 'creationtool creationtoolversion segtype o-tmf adminlang srclang datatype o-encoding creationdate creationid changedate changeid',
  tu: 'tuid o-encoding datatype usagecount lastusagedate creationtool creationtoolversion creationdate creationid changedate segtype changeid o-tmf srclang',
  tuv: 'xml:lang lang o-encoding datatype usagecount lastusagedate creationtool creationtoolversion creationdate creationid changedate o-tmf changeid',
  note: 'o-encoding xml:lang lang',
  prop: 'type xml:lang o-encoding lang',
  ude: 'name base',
  map: 'unicode code ent subst',
  bpt: 'i x type',
  ept: 'i',
  sub: 'datatype type',
  it: 'pos x type',
  ph: 'assoc x type',
  hi: 'x type',
  ut: 'x'
} as const

/** An element whose attributes a memory keeps. */
export type TmxElementName = keyof typeof list

const attributes: ReadonlyMap<string, ReadonlySet<string>> = new Map(Object.entries(list).map(([name, names]) => [name, new Set(names.split(' '))]))

/** The attributes of an element; `undefined` where TMX has no such element, or one without attributes. */
export function attributesOf(element: string): ReadonlySet<string> | undefined {
  return attributes.get(element)
}

/** Inline elements of a segment. */
export const inlineNames = ['bpt', 'ept', 'hi', 'it', 'ph', 'sub', 'ut'] as const

/** Whether an element is inline markup of a segment. */
export function isInlineName(name: string): boolean {
  return (inlineNames as readonly string[]).includes(name)
}

/** Elements inside of elements: more of them nest in no memory, and a reader would run out of stack. */
export const deepest = 100
