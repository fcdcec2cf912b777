import type { Catalogue } from './entry.ts'

/** Messages about the build of a collection. */
export const buildMessages = {
  'build:input-changed': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected change of ${v.file} while the build ran, expected files that stay as they are`,
    remedy: 'Run the same command again: it does what is missing or has changed, and no more.'
  },
  'build:task-too-long': {
    severity: 'fatal',
    text: (v: { what: string; seconds: number }) => `Unexpected length of the work on ${v.what}, expected no more than ${v.seconds} seconds`,
    remedy: 'Look at the files, or give it more time: --seconds 3600 --retry-failed.'
  },
  'build:thread-died': {
    severity: 'fatal',
    text: (v: { what: string; error: string; megabytes: number }) => `Unexpected end of the thread that worked on ${v.what}: ${v.error}`,
    remedy: 'The other documents are done. Look at its files; where memory was short, give it more: --memory 4000 --retry-failed.'
  },
  'build:state-missing': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected lack of ${v.file}, expected the state of the build`,
    remedy: 'Run the same `hexapla build` again, with the same folder as its output; every machine must see that folder under the same path.'
  },
  'build:input-unseen': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected lack of ${v.file} on a machine of hexapla work, expected the exports of the build`,
    remedy: 'Let each machine see the exports under the same paths, or end hexapla work on those that do not. What was done is kept: run the same command again.'
  },
  'build:no-build': {
    severity: 'fatal',
    text: (v: { file: string }) => `Unexpected folder ${v.file}, expected the output of hexapla build`,
    remedy: 'Name the folder that `hexapla build … -o FOLDER` wrote to.'
  },
  'build:unfinished': {
    severity: 'fatal',
    text: (v: { count: number; total: number; files: number }) => `Unexpected lack of ${v.count} of ${v.total} documents, and of ${v.files} files that were not read, expected all of them done or failed`,
    remedy: 'Let the other shards end, or run one of them again: it does what is missing.'
  },
  'build:queue-unreachable': {
    severity: 'fatal',
    text: (v: { url: string; error: string }) => `Unexpected error of the queue at ${v.url}: ${v.error}`,
    remedy: 'Start Redis there, or name another place: --queue redis://HOST:6379. What was done is kept: run the same command again.'
  },
  'build:queue-missing': {
    severity: 'fatal',
    text: (v: { actual: string }) => `Unexpected lack of the package ${v.actual}, which --queue needs`,
    remedy: 'Install both beside hexapla: npm install bullmq ioredis.'
  }
} as const satisfies Catalogue
