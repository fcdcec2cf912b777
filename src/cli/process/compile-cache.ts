/**
 * Code that V8 has compiled, kept from one run to the next: compiling is a large part of a short run.
 *
 * As Node 22 does it, and Node 20 does not: in a folder of the user's in `NODE_COMPILE_CACHE`, or where temporary files are, and
 * not at all with `NODE_DISABLE_COMPILE_CACHE=1`. What cannot be kept or is damaged is compiled again, and nothing is said of it.
 */
import { closeSync, fsyncSync, lstatSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cachedDataVersionTag, getHeapCodeStatistics } from 'node:v8'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'
import { makeFolderSync } from '../output/make-folder-sync.ts'

type ModuleFunction = (exports: object, require: NodeJS.Require, module: { exports: object }, file: string, folder: string) => void

/** Bytes that a run must have compiled anew for code to be kept again. Node compiles up to 145,000 of its own in each. */
const worthKeeping = 200_000

/**
 * Loads a file of CommonJS as `require` does; the functions that runs before have called are there compiled. There must be no
 * `import()` in it: Node 20 does not know whose it is once the code was kept.
 */
export function requireCompiled(file: string): unknown {
  const source = readFileSync(file)
  const kept = keptFile(source)
  const cachedData = kept === undefined ? undefined : readKept(kept)
  const script = new Script(`(function (exports, require, module, __filename, __dirname) { ${source.toString()}\n})`, {
    filename: file,
    ...(cachedData ? { cachedData } : {})
  })
  const compiled = compiledBytes()
  const flags = cachedDataVersionTag()
  if (kept !== undefined) {
    process.once('exit', () => {
      // A long file sets flags of V8, which takes no code back that was kept under others; to count it is a walk over the whole heap.
      if (cachedDataVersionTag() === flags && compiledBytes() - compiled > worthKeeping) keep(kept, script.createCachedData())
    })
  }
  const module = { exports: {} }
  ;(script.runInThisContext() as ModuleFunction)(module.exports, createRequire(file), module, file, path.dirname(file))
  return module.exports
}

function compiledBytes(): number {
  return getHeapCodeStatistics().bytecode_and_metadata_size
}

/** The place of what is compiled of a source, in a folder that nobody else can write to. */
function keptFile(source: Uint8Array): string | undefined {
  if (process.env.NODE_DISABLE_COMPILE_CACHE === '1') return undefined
  const user = process.getuid?.()
  const folder = path.join(process.env.NODE_COMPILE_CACHE ?? tmpdir(), `hexapla-code-${user ?? 'user'}`)
  try {
    makeFolderSync(folder, 0o700)
    const status = lstatSync(folder)
    const isOwn = status.isDirectory() && (user === undefined || (status.uid === user && (status.mode & 0o022) === 0))
    if (!isOwn) return undefined
    // The tag is of V8, its flags and the processor: two builds of Node may have one, and the code of the other ends the process.
    // Of the source, V8 itself compares the length alone.
    const { size, mtimeMs } = statSync(process.execPath)
    const node = crc32(`${process.execPath} ${size} ${mtimeMs}`)
    return path.join(folder, [crc32(source), cachedDataVersionTag(), node].map((part) => part.toString(16)).join('-') + `-${process.version}`)
  } catch {
    return undefined
  }
}

/** What is kept, or nothing where its checksum, its last four bytes, says that it is damaged. */
function readKept(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file)
    const code = bytes.subarray(0, -4)
    return bytes.readUInt32LE(code.length) === crc32(code) ? code : undefined
  } catch {
    return undefined
  }
}

/** Writes a file whole or not at all. */
function keep(file: string, code: Buffer): void {
  const temporary = `${file}.${process.pid}`
  try {
    const checksum = Buffer.alloc(4)
    checksum.writeUInt32LE(crc32(code))
    const fd = openSync(temporary, 'w', 0o600)
    try {
      writeFileSync(fd, code)
      writeFileSync(fd, checksum)
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    renameSync(temporary, file)
  } catch {
    rmSync(temporary, { force: true })
  }
}
