/** Units as they are stored: texts by their ids, what follows from the rest left out. */
import type { LanguageTag } from '../language/tag.ts'
import { joinSegments, segmentStarts, splitSegments } from '../tree/segments.ts'
import type { Unit, UnitVersion } from '../tree/unit.ts'

interface PackedVersion extends Omit<UnitVersion, 'addresses' | 'segments'> {
  text: number
  /** Missing where it is the id of the unit alone. */
  addresses?: string[]
  /** Where the segments but the first begin; missing for one segment. */
  starts?: number[]
  /** Where they cannot be told from the text. */
  segments?: string[]
}

export interface PackedUnit extends Omit<Unit, 'address' | 'granularity' | 'versions'> {
  /** Missing where it is the id without its sentence. */
  address?: string
  versions: Record<LanguageTag, PackedVersion>
}

/** A unit to store as JSON, a `PackedUnit`; `textId` gives the id of the text of a version. */
export function packUnit(unit: Unit, textId: (version: UnitVersion, language: LanguageTag) => number): object {
  const { address, versions } = unit
  const packed: Record<LanguageTag, PackedVersion> = {}
  for (const [language, whole] of Object.entries(versions)) {
    const { segments, addresses, ...version } = whole
    const starts = segmentStarts(segments, language)
    const again = starts.length === 0 ? segments : splitSegments(joinSegments(segments, language), starts, language)
    const isSame = again?.length === segments.length && again.every((segment, index) => segment === segments[index])
    packed[language] = {
      text: textId(whole, language),
      ...version,
      ...(addresses.length === 1 && addresses[0] === unit.id ? {} : { addresses }),
      ...(isSame ? (starts.length === 0 ? {} : { starts }) : { segments })
    }
  }
  return { ...unit, granularity: undefined, address: address === addressOf(unit.id) ? undefined : address, versions: packed }
}

/** A unit as it was; `textOf` gives the text of an id. */
export function unpackUnit({ address, versions, ...rest }: PackedUnit, granularity: Unit['granularity'], textOf: (id: number) => string): Unit {
  const unpacked: Record<LanguageTag, UnitVersion> = {}
  for (const [language, { text, addresses, starts, segments, ...version }] of Object.entries(versions)) {
    const whole = textOf(text)
    unpacked[language] = { segments: segments ?? splitSegments(whole, starts ?? [], language) ?? [whole], addresses: addresses ?? [rest.id], ...version }
  }
  const { id, block, ...others } = rest
  return { id, granularity, block, address: address ?? addressOf(id), versions: unpacked, ...others }
}

function addressOf(id: string): string {
  const mark = id.lastIndexOf('#')
  return mark < 0 ? id : id.slice(0, mark)
}
