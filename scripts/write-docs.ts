/**
 * Writes the pages of docs/ that are made from the source: `npm run docs`. A test holds that they are up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { madePages } from '../evaluation/docs/pages.ts'

const top = path.resolve(import.meta.dirname, '..')
const floors = JSON.parse(readFileSync(path.join(top, 'tests/floors.json'), 'utf8')) as unknown
for (const [file, text] of madePages(floors)) writeFileSync(path.join(top, 'docs', file), text)
