/** For files so long that their memory counts for more than the time in which free room is looked for. */
import { stat } from 'node:fs/promises'
import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8'
import { collector } from '../process/collector.ts'
import { systemName } from '../process/system-name.ts'

/** Bytes from which a file is long: some hundred pages. */
const long = 1_000_000

/** Bytes for new objects: what a page of a PDF makes has room there, and is gone before it is moved among what lives on. */
const roomForPages = 16_000_000

/** Bytes of garbage that are worth a look at all that lives; what a stage has left is worth it in any case. */
const worthCollecting = 16_000_000

export async function isLongFile(file: string): Promise<boolean> {
  const { size } = await stat(systemName(file)).catch(() => ({ size: 0 }))
  return size >= long
}

/**
 * Lets V8 look for free room earlier than when its heap is four times what was needed before: at twice that, and in a PDF,
 * whose pages make much that does not live on, at each tenth. Gives what collects garbage between the stages of a PDF; of other files
 * most lives on until its lines are joined, and a look before that takes time, finds little, and lets the heap grow from there.
 */
export function saveMemory(file: string): ((ended?: 'stage') => void) | undefined {
  const pages = /\.pdf$/i.test(file)
  setFlagsFromString(`--heap-growing-percent=${pages ? 10 : 100}`)
  return pages ? collectPages() : undefined
}

/** Keeps less room for new objects than the 32 or 64 MB that V8 would come to, and collects between stages, and where pages have left much. */
function collectPages(): (ended?: 'stage') => void {
  // That room grows where objects stay, and no flag says how far once the process runs.
  const kept: object[][] = []
  for (let times = 0; times < 300 && sizeOfNew() < roomForPages; times++) kept.push(Array.from({ length: 5000 }, () => ({})))
  setFlagsFromString('--semi-space-growth-factor=1')
  const collect = collector()
  let live = 0
  return (ended) => {
    if (ended === undefined && getHeapStatistics().used_heap_size < live + worthCollecting) return
    collect()
    live = getHeapStatistics().used_heap_size
  }
}

function sizeOfNew(): number {
  return getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.space_size ?? roomForPages
}
