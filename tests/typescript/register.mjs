// Has Node run modules in TypeScript, for tests. tsx does as much, in twice the time: it looks for much that is not there.
import { register } from 'node:module'

process.setSourceMapsEnabled(true)
register('./hooks.mjs', import.meta.url)
