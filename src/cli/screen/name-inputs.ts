/** What messages on a whole run stand under: its inputs by name, of many the first and how many others. */
export function nameInputs(paths: readonly string[]): string {
  return paths.length > 2 ? `${paths[0] ?? ''} and ${paths.length - 1} others` : paths.join(', ')
}
