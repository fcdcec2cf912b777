import type { Catalogue } from './entry.ts'

/** Messages of memories that are kept in a database. */
export const translationMemoryMessages = {
  'memory:engine-missing': {
    severity: 'fatal',
    text: (v: { version: string }) => `Unexpected lack of an engine for memories on Node ${v.version}, expected libsql or a Node that has its own`,
    remedy: 'Install it once with `npm install libsql`, beside hexapla, or use Node 22.13 or later.'
  },
  'memory:postgres-missing': {
    severity: 'fatal',
    text: () => 'Unexpected lack of the module pg, which connects to Postgres, expected it beside hexapla',
    remedy: 'Install it once with `npm install pg`, beside hexapla.'
  },
  'memory:unreachable': {
    severity: 'fatal',
    text: (v: { file: string; error: string }) => `Unexpected answer of the server of ${v.file}: ${v.error}, expected a database that can be reached`,
    remedy: 'Check the address, `postgres://user@host/database`, that the server runs, and that the user may use and create a schema in that database.'
  },
  'memory:missing': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected lack of the memory ${v.file}, expected it at this place`,
    remedy: '`hexapla memory add MEMORY FILE…` makes one.'
  },
  'memory:foreign': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected content of ${v.file}, expected a memory that hexapla has made`,
    remedy: 'Name another file; TMX and JSON Lines come into a memory by `hexapla memory add MEMORY.db FILE…`.'
  },
  'memory:damaged': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected damage to the database ${v.file}, expected all of it: a copy may have been cut short`,
    remedy: 'Copy it again while nobody writes into it, or make the memory anew from what was put into it.'
  },
  'memory:newer': {
    severity: 'fatal',
    text: (v: { file: string; actual: string; expected: string }) => `Unexpected version ${v.actual} of the memory ${v.file}, expected ${v.expected} at most`,
    remedy: 'A later hexapla has made it: update this one, or export the memory with that one.'
  },
  'memory:busy': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected lock on ${v.file} for longer than 20 seconds, expected that its writer ends`,
    remedy: 'End the other program that writes into the memory, or try again later.'
  },
  'memory:unwritable': {
    severity: 'fatal',
    text: (v: { file: string; error: string }) => `Unexpected answer of the engine for ${v.file}: ${v.error}, expected a place that can be written`,
    remedy: 'Check that the folder is there, that the file and its folder are yours to write, and that the disk has space.'
  },
  'memory:symbol-unknown': {
    severity: 'fatal',
    text: (v: { actual: string; file: string }) => `Unexpected symbol ${v.actual}, expected a document of ${v.file}`,
    remedy: '`hexapla memory list MEMORY` lists its documents.'
  },
  'memory:unit-unknown': {
    severity: 'fatal',
    text: (v: { actual: string; document: string; file: string }) => `Unexpected unit ${v.actual}, expected one of ${v.document} in ${v.file}`,
    remedy: '`hexapla find --json` and the JSON Lines of `memory export` show the ids of units.'
  },
  'memory:language-unknown': {
    severity: 'fatal',
    text: (v: { actual: string; expected: readonly string[] }) => `Unexpected language ${v.actual}, expected one of the memory: ${v.expected.join(', ')}`,
    remedy: 'Name one of those.'
  },
  'memory:known': {
    severity: 'warning',
    text: (v: { document: string; file: string }) => `Unexpected copy of ${v.document} in ${v.file}, expected what the memory does not have yet`,
    remedy: 'It was passed over: all its units are there.'
  }
} as const satisfies Catalogue
