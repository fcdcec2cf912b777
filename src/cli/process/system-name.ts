/**
 * Names of files as strings, where the system has bytes. Bytes that are not UTF-8 become lone surrogates, U+DC80 to U+DCFF
 * for 0x80 to 0xFF, so that no two names are one and each can be opened again.
 */
import { lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'

const escaped = /[\uDC80-\uDCFF]/

/** A name as the functions of the system take it. */
export function systemName(name: string): Buffer | string {
  if (!escaped.test(name)) return name
  const pieces = name.split(/([\uDC80-\uDCFF])/)
  return Buffer.concat(pieces.map((piece) => (piece.length === 1 && escaped.test(piece) ? Buffer.of(piece.charCodeAt(0) & 0xff) : Buffer.from(piece))))
}

/** The name that the system gives, as a string. */
export function nameOf(bytes: Buffer): string {
  const text = bytes.toString()
  if (!text.includes('\uFFFD') || Buffer.from(text).equals(bytes)) return text
  let name = ''
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find((count) => at + count <= bytes.length && isCharacter(bytes.subarray(at, at + count)))
    name += length === undefined ? String.fromCharCode(0xdc00 + (bytes[at] ?? 0)) : bytes.toString('utf8', at, at + length)
    at += length ?? 1
  }
  return name
}

function isCharacter(bytes: Buffer): boolean {
  const text = bytes.toString()
  return [...text].length === 1 && Buffer.from(text).equals(bytes)
}

/**
 * An argument of the command line as the file that it means. Node gives U+FFFD for bytes that are not UTF-8: where there is
 * no such file, but one whose name comes out so, it is that one.
 */
export function nameOfArgument(argument: string): string {
  if (!argument.includes('\uFFFD') || exists(argument)) return argument
  const folder = path.dirname(argument)
  const names = listed(folder).filter((name) => Buffer.from(systemName(name)).toString() === path.basename(argument))
  const [only, more] = names
  return only === undefined || more !== undefined ? argument : path.join(folder, only)
}

function exists(file: string): boolean {
  try {
    lstatSync(file)
    return true
  } catch {
    return false
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder, { encoding: 'buffer' }).map(nameOf)
  } catch {
    return []
  }
}
