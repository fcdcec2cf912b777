/** Damages files as disks, nets and ill will do: the same chance, the same damage. */
import type { Chance } from '../fuzz/chance.ts'
import { Archive } from '../../src/read/archive.ts'
import { readLimits } from '../../src/read/limits.ts'
import { zip } from './zip.ts'

/** A file with up to four damages. */
export function damage(original: Uint8Array, chance: Chance): Uint8Array {
  let bytes: Buffer = Buffer.from(original)
  for (let times = 1 + chance.below(4); times > 0 && bytes.length > 0; times--) bytes = damageOnce(bytes, chance)
  return bytes
}

function damageOnce(bytes: Buffer, chance: Chance): Buffer {
  const at = chance.below(bytes.length)
  const length = 1 + chance.below(chance.happens(0.5) ? 16 : bytes.length)
  switch (chance.below(6)) {
    case 0: {
      // Bytes flipped here and there.
      const flipped = Buffer.from(bytes)
      for (let count = 1 + chance.below(40); count > 0; count--) flipped[chance.below(flipped.length)] = chance.below(256)
      return flipped
    }
    case 1:
      return bytes.subarray(0, at)
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
    case 3:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at)])
    case 4:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(chance.below(bytes.length), chance.below(bytes.length)), bytes.subarray(at)])
    default: {
      // The same few bytes over and over: elements and groups that nest.
      const piece = bytes.subarray(at, at + 1 + chance.below(40))
      return Buffer.concat([bytes.subarray(0, at), ...Array.from({ length: 1 + chance.below(5000) }, () => piece), bytes.subarray(at)])
    }
  }
}

/** An archive, one of whose parts is damaged, with sums that agree. */
export function repack(original: Uint8Array, chance: Chance): Uint8Array {
  const archive = new Archive(original, 'original', readLimits)
  const { names } = archive
  const chosen = names[chance.below(names.length)]
  return zip(new Map(names.map((name) => [name, name === chosen ? damage(archive.bytes(name) ?? new Uint8Array(), chance) : (archive.bytes(name) ?? '')])))
}
