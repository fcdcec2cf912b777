import type { Archive } from '../archive.ts'
import { elements, readXml } from '../xml.ts'

/** Another part that a part names: its type is a URI, its target a path in the archive. */
export interface Relation {
  type: string
  target: string
}

/** The relations of a part by their ids; of the whole package for the empty path. Links to the outside are left out. */
export function readRelations(archive: Archive, part: string, file: string): Record<string, Relation> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const text = archive.text(`${folder}_rels/${part.slice(folder.length)}.rels`)
  const relations: Record<string, Relation> = {}
  if (text === undefined) return relations
  for (const { attributes } of elements(readXml(text, file))) {
    const { Id: id, Type: type, Target: target } = attributes
    if (id !== undefined && type !== undefined && target !== undefined && attributes['TargetMode'] !== 'External') relations[id] = { type, target: resolve(folder, target) }
  }
  return relations
}

function resolve(folder: string, target: string): string {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
