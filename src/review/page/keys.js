/** What each key does. M, S, U, D, E, A, R, C and K do what they do in OmegaT's aligner; Ctrl+U is its key for the next segment to do. */

/** Keys to names of actions; `shift+m` and `ctrl+z` are keys of their own. */
const actions = {
  n: 'next', 'ctrl+u': 'next', p: 'previous', enter: 'accept',
  arrowup: 'up', arrowdown: 'down', arrowleft: 'left', arrowright: 'right', pageup: 'pageUp', pagedown: 'pageDown', home: 'first', end: 'last', tab: 'tab',
  m: 'merge', 'shift+m': 'mergeAbove', s: 'split', u: 'moveUp', d: 'moveDown', i: 'detach', w: 'swap', e: 'edit', f2: 'edit', g: 'realign', 'shift+g': 'realignAll',
  a: 'reviewed', r: 'doubtful', c: 'machine', k: 'rejected', x: 'rejected', delete: 'rejected', l: 'lock', o: 'free', v: 'printed',
  z: 'undo', 'ctrl+z': 'undo', y: 'redo', 'ctrl+y': 'redo', 'ctrl+shift+z': 'redo',
  t: 'export', '/': 'search', 'shift+/': 'search', 'ctrl+f': 'search', f: 'filter', '?': 'help', 'shift+?': 'help', f1: 'help'
}

/** The action of a key, or `hide` with a column. */
export function actionOf(event) {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event
  if (altKey) return undefined
  const name = key.toLowerCase()
  if (!ctrlKey && !metaKey && /^[1-6]$/.test(key)) return { action: 'hide', column: Number(key) - 1 }
  const action = actions[`${ctrlKey || metaKey ? 'ctrl+' : ''}${shiftKey && name.length > 0 ? 'shift+' : ''}${name}`]
  return action === undefined || action === 'tab' ? undefined : { action }
}
