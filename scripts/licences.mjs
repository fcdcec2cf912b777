import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The notices of the packages that a bundle took in, as its metafile names them: who ships them must hand them on. */
export function licencesOf(metafile) {
  const packages = new Set(Object.keys(metafile.inputs).flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []))
  const notices = [...packages].sort().map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    const text = file === undefined ? `By ${author?.name ?? author}.\n` : readFileSync(path.join(folder, file), 'utf8')
    return `${name} ${version} (${license})\n\n${text}`
  })
  return notices.join(`\n${'-'.repeat(72)}\n\n`)
}
