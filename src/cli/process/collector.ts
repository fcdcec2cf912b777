import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What collects garbage. There is no other way to it for a program that is not begun with the flag. */
export function collector(): () => void {
  setFlagsFromString('--expose-gc')
  const found = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  return found
}
