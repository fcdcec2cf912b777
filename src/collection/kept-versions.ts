import { gunzipSync, gzipSync } from 'node:zlib'
import type { SurveyedVersion } from './survey.ts'

/** Bytes that are kept at most, a file of usual length being 20 kB; what is beyond them is read once more. */
const room = 256_000_000

/** A version as bytes, small enough to be kept until its document is aligned. */
export function packVersion(version: SurveyedVersion): Uint8Array {
  return gzipSync(JSON.stringify(version), { level: 1 })
}

/** The version that was packed. */
export function unpackVersion(bytes: Uint8Array): SurveyedVersion {
  return JSON.parse(gunzipSync(bytes).toString()) as SurveyedVersion
}

/** Versions that were read to find out which document they belong to, for when it is aligned. */
export class KeptVersions {
  readonly #packed = new Map<string, Uint8Array>()
  readonly #room: number
  #taken = 0

  constructor(bytes = room) {
    this.#room = bytes
  }

  keep(version: SurveyedVersion): void {
    const packed = packVersion(version)
    if (this.#taken + packed.length > this.#room) return
    this.#packed.set(version.member.file, packed)
    this.#taken += packed.length
  }

  /** The version of a file; `undefined` where there was no room for it. */
  get(file: string): SurveyedVersion | undefined {
    const packed = this.#packed.get(file)
    return packed === undefined ? undefined : unpackVersion(packed)
  }

  /** Gives the room of a file back. */
  drop(file: string): void {
    this.#taken -= this.#packed.get(file)?.length ?? 0
    this.#packed.delete(file)
  }
}
