import { HexaplaError } from '../message/report.ts'
import type { Source } from '../source/source.ts'

/** What a file says of itself, as it says it. */
export interface GivenProperties {
  language?: string | undefined
  title?: string | undefined
}

/** A source with what its file says of itself. What is broken there hinders nobody from reading the text. */
export function withProperties(source: Source, read: () => GivenProperties): Source {
  const { language = '', title = '' } = readLeniently(read)
  const tag = language.trim().replaceAll('_', '-')
  const name = title.replace(/\s+/g, ' ').trim().slice(0, longest)
  const properties = { ...(/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i.test(tag) ? { language: tag } : {}), ...(name === '' ? {} : { title: name }) }
  return Object.keys(properties).length === 0 ? source : { ...source, properties }
}

/** Characters of a title: more has nobody typed. */
const longest = 500

function readLeniently(read: () => GivenProperties): GivenProperties {
  try {
    return read()
  } catch (error) {
    if (error instanceof HexaplaError && error.id === 'read:damaged') return {}
    throw error
  }
}
