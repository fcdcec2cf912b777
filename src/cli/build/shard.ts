import { hashOf } from '../../collection/keys.ts'
import type { PackedList } from './packed-list.ts'

/** Which part of the work is done here. */
export interface Shard {
  /** From 1. */
  number: number
  count: number
}

/** All of it. */
export const wholeShard: Shard = { number: 1, count: 1 }

/** Whether what has a name is done by a shard; each name by exactly one. */
export function isOwn(name: string, { number, count }: Shard): boolean {
  return count === 1 || (Number.parseInt(hashOf('shard', name).slice(0, 8), 16) % count) + 1 === number
}

/** Those of a list that are done by a shard. */
export function partOf<Value>(values: PackedList<Value>, shard: Shard, nameOf: (value: Value) => string): PackedList<Value> {
  return shard.count === 1 ? values : values.filter((value) => isOwn(nameOf(value), shard))
}
