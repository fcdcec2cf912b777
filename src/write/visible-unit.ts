import type { Report } from '../message/report.ts'
import type { Unit, UnitVersion } from '../tree/unit.ts'

/** Any character that is left when text is written. */
const visible = /[^\p{Cc}\p{Cs}\p{Z}\p{Noncharacter_Code_Point}\u00AD\uFEFF]/u

/** A unit without segments in which nothing can be seen: an empty target made OmegaT erase the document's text. */
export function visibleUnit(unit: Unit, report: Report): Unit {
  if (Object.values(unit.versions).every((version) => version.segments.every((segment) => visible.test(segment)))) return unit
  const versions: Unit['versions'] = {}
  for (const [code, version] of Object.entries(unit.versions)) {
    const shown = visibleVersion(version)
    if (shown !== version) report('write:text-empty', undefined, { language: code, id: unit.id })
    if (shown.segments.length > 0) versions[code] = shown
  }
  return { ...unit, versions }
}

function visibleVersion(version: UnitVersion): UnitVersion {
  const kept = version.segments.flatMap((segment, index) => (visible.test(segment) ? [index] : []))
  if (kept.length === version.segments.length) return version
  const pick = (values: readonly string[]): string[] => kept.map((index) => values[index] ?? '')
  return { ...version, segments: pick(version.segments), addresses: pick(version.addresses) }
}
