import { randomBytes } from 'node:crypto'
import { type BigIntStats, constants, copyFileSync, linkSync, renameSync, rmSync, statSync } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { HexaplaError } from '../../message/report.ts'
import type { Chunk } from '../../write/index.ts'
import { makeFolder } from './make-folder.ts'
import { findTarget, type OutputTarget } from './output-target.ts'
import { systemCode, writingError } from '../process/system-error.ts'
import { systemName } from '../process/system-name.ts'
import { begin, finish, remove } from './unfinished.ts'

/**
 * Writes the pieces of files to temporary files beside their places and renames them once all are whole: a run that ends
 * early leaves what was there before. What is no regular file, such as a pipe, is written into.
 *
 * @param keep - files that must not be replaced: the inputs, and the report
 * @param report - a file that is known when all is written; where there is no room for it, nothing comes to its place
 * @returns the paths that were written, in order, the report aside
 */
export async function saveFiles(
  folder: string,
  chunks: AsyncIterable<Chunk> | Iterable<Chunk>,
  keep: readonly string[] = [],
  report?: { file: string; text: () => string }
): Promise<string[]> {
  const saving = new FileSaving(folder, keep)
  const beside = report && new FileSaving(path.dirname(report.file), [])
  try {
    for await (const { file, text, bytes, last } of chunks) {
      await saving.write(file, bytes ?? text)
      if (last) await saving.close(file)
    }
    if (report && beside) {
      await beside.write(path.basename(report.file), report.text())
      await beside.close(path.basename(report.file))
    }
    const written = await saving.commit()
    await beside?.commit()
    return written
  } catch (error) {
    await beside?.giveUp()
    await saving.giveUp()
    throw error
  }
}

/** Tries whether a file could be written, and leaves nothing behind. */
export async function checkTarget(file: string, keep: readonly string[] = []): Promise<void> {
  const saving = new FileSaving(path.dirname(file), keep)
  // Whoever reads a pipe would take the trial for all.
  if (await isDirect(file)) return
  try {
    await saving.write(path.basename(file), '')
  } finally {
    await saving.giveUp()
  }
}

async function isDirect(file: string): Promise<boolean> {
  try {
    return (await findTarget(file)).direct
  } catch (error) {
    if (systemCode(error) !== undefined) return false
    throw error
  }
}

/** A file on its way: where it is written, and where it goes. */
interface SavedFile extends OutputTarget {
  /** The temporary file; the target itself where that is written into. */
  temporary: string
  /** Missing once it is closed. */
  handle: FileHandle | undefined
}

/** Files of a folder on their way: all of them come to their places, or none. */
export class FileSaving {
  readonly #folder: string
  readonly #keep: readonly string[]
  readonly #files = new Map<string, SavedFile>()
  readonly #isDurable: boolean
  #made: readonly string[] | undefined

  /** `isDurable`: what was committed outlasts a loss of power. */
  constructor(folder: string, keep: readonly string[] = [], { isDurable }: { isDurable: boolean } = { isDurable: false }) {
    this.#folder = folder
    this.#keep = keep
    this.#isDurable = isDurable
  }

  /** Writes a piece of a file to its end; the system may take less of it at a time. */
  async write(name: string, content: Uint8Array | string): Promise<void> {
    const { named, handle } = this.#files.get(name) ?? (await this.#open(name))
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      for (let at = 0; handle && at < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, null)
        at += bytesWritten
      }
    } catch (error) {
      throw writingError(error, named)
    }
  }

  async close(name: string): Promise<void> {
    const file = this.#files.get(name)
    if (!file?.handle) return
    const { handle } = file
    file.handle = undefined
    try {
      try {
        if (this.#isDurable) await handle.sync()
      } finally {
        await handle.close()
      }
    } catch (error) {
      throw writingError(error, file.named)
    }
  }

  /** Puts all files in their places, or none; without a pause, so that no signal comes between. */
  async commit(): Promise<string[]> {
    for (const name of this.#files.keys()) await this.close(name)
    const files = [...this.#files.values()]
    for (const { named, final, direct } of files) if (!direct) await this.#checkKept(named, final)
    const undo: Array<() => void> = []
    const backups: string[] = []
    let current = this.#folder
    try {
      const replaced = files.filter(({ direct }) => !direct)
      for (const { named, final, temporary } of replaced) {
        current = named
        const backup = replaced.length > 1 ? keepOld(final) : undefined
        if (backup !== undefined) backups.push(backup)
        renameSync(temporary, final)
        finish(temporary)
        undo.push(() => {
          if (backup === undefined) rmSync(final, { force: true })
          else renameSync(backup, final)
        })
      }
    } catch (error) {
      for (const step of undo.reverse()) step()
      throw writingError(error, current)
    } finally {
      for (const backup of backups) rmSync(backup, { force: true })
    }
    for (const folder of this.#made ?? []) finish(folder)
    return files.map(({ named }) => named)
  }

  /** Removes all that was made. */
  async giveUp(): Promise<void> {
    for (const { handle } of this.#files.values()) await handle?.close().catch(() => undefined)
    remove([...(this.#made ?? []), ...[...this.#files.values()].flatMap(({ direct, temporary }) => (direct ? [] : [temporary]))])
  }

  async #open(name: string): Promise<SavedFile> {
    const named = path.join(this.#folder, name)
    try {
      this.#made ??= await makeFolder(this.#folder)
      const target = await findTarget(named)
      if (!target.direct) await this.#checkKept(named, target.final)
      const file = target.direct ? await openDirect(target) : await openTemporary(target)
      this.#files.set(name, file)
      return file
    } catch (error) {
      throw writingError(error, named)
    }
  }

  async #checkKept(named: string, final: string): Promise<void> {
    const status = await statusOf(final)
    for (const other of this.#keep) if (await isSame(final, status, other)) throw new HexaplaError('cli:output-in-use', { file: named, other }, named)
  }
}

async function openDirect(target: OutputTarget): Promise<SavedFile> {
  // A file behind `/dev/stdout` is not cut off: the shell has it open.
  return { ...target, temporary: target.final, handle: await open(target.final, constants.O_WRONLY | constants.O_APPEND) }
}

/** A name that nobody can guess, and only if nothing has it: no link that somebody has put there is followed. */
async function openTemporary(target: OutputTarget): Promise<SavedFile> {
  const temporary = temporaryBeside(target.final)
  const old = await stat(target.final).catch(() => undefined)
  const handle = await open(temporary, 'wx')
  begin(temporary)
  try {
    if (old !== undefined) await handle.chmod(old.mode & 0o777)
  } catch (error) {
    await handle.close()
    throw error
  }
  return { ...target, temporary, handle }
}

function temporaryBeside(file: string): string {
  return path.join(path.dirname(file), `.hexapla-${randomBytes(12).toString('hex')}.part`)
}

/** Whether a file is called as one that is being written. */
export function isTemporaryName(name: string): boolean {
  return /^\.hexapla-[0-9a-f]{24}\.part$/.test(name)
}

/** A second name for a file that is about to be replaced; `undefined` where there is none. */
function keepOld(file: string): string | undefined {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return undefined
  const backup = temporaryBeside(file)
  try {
    linkSync(file, backup)
  } catch {
    // Some file systems have no second names.
    copyFileSync(file, backup, constants.COPYFILE_EXCL)
  }
  return backup
}

/** Whether a path, with what stands there, and another are one file, by whatever names. */
async function isSame(file: string, status: BigIntStats | undefined, other: string): Promise<boolean> {
  if (other === '-') return false
  if (path.resolve(file) === path.resolve(other)) return true
  const second = status && (await statusOf(other))
  return second !== undefined && status?.ino === second.ino && status.dev === second.dev
}

/** What stands at a path; `undefined` where nothing does. */
async function statusOf(file: string): Promise<BigIntStats | undefined> {
  return stat(systemName(file), { bigint: true }).catch(() => undefined)
}
