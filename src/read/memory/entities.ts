import type { HexaplaError } from '../../message/report.ts'
import { MalformedXml } from './malformed-xml.ts'

/** Characters that all entities of a file may become: a small file must not grow without end. */
const mostExpanded = 10_000_000

/** Entities inside of entities. */
const deepestEntity = 20

const declaration = /<!ENTITY\s+([\w.:-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/gu

/** What the internal subset of a file declares, and how much of it was used. */
export class Entities {
  readonly #file: string
  readonly #raw = new Map<string, string>()
  #expanded = 0

  constructor(file: string) {
    this.#file = file
  }

  /** Takes what a document type declares. External entities and those of parameters are not among it: they stay unknown. */
  declare(doctype: string): void {
    for (const [, name = '', double, single] of doctype.matchAll(declaration)) if (!this.#raw.has(name)) this.#raw.set(name, double ?? single ?? '')
  }

  /** Gives the entities to a parser's table, each counted when it is used; `line` tells where the parser is. */
  defineIn(table: Record<string, string>, line: () => number): void {
    for (const name of this.#raw.keys()) {
      Object.defineProperty(table, name, {
        configurable: true,
        enumerable: true,
        get: () => {
          const value = this.#expand(name, line(), 0)
          this.#count(value, line())
          return value
        }
      })
    }
  }

  #expand(name: string, line: number, depth: number): string {
    if (depth > deepestEntity) throw this.#error(line, `entity ${name} more than ${deepestEntity} entities deep, or inside of itself`)
    const raw = this.#raw.get(name)
    if (raw === undefined) throw this.#error(line, `undefined entity ${name}`)
    if (raw.includes('<')) throw this.#error(line, `entity ${name} with markup`)
    return raw.replace(/&(?:#x([\da-f]{1,8})|#(\d{1,10})|([\w.:-]+));/giu, (_, hex: string | undefined, decimal: string | undefined, inner: string | undefined) => {
      if (inner === undefined) return this.#character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16), line)
      const plain = predefined.get(inner)
      if (plain !== undefined) return plain
      const value = this.#expand(inner, line, depth + 1)
      this.#count(value, line)
      return value
    })
  }

  #character(code: number, line: number): string {
    if (code > 0x10ffff || code === 0 || (code >= 0xd800 && code <= 0xdfff)) throw this.#error(line, 'reference to no character in an entity')
    return String.fromCodePoint(code)
  }

  #count(value: string, line: number): void {
    this.#expanded += value.length
    if (this.#expanded > mostExpanded) throw this.#error(line, `entities of more than ${mostExpanded} characters in all`)
  }

  #error(line: number, error: string): HexaplaError {
    return new MalformedXml(this.#file, line, error)
  }
}

const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"]
])
