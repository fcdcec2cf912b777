/** The smallest text, as far as leaving out pieces can tell, that still fails. */
export async function minimise(text: string, fails: (text: string) => Promise<boolean>, tries = 400): Promise<string> {
  let smallest = text
  let left = tries
  for (let size = Math.ceil(text.length / 2); size >= 1 && left > 0; size = Math.floor(size / 2)) {
    for (let at = 0; at < smallest.length && left > 0; left--) {
      const shorter = smallest.slice(0, at) + smallest.slice(at + size)
      if (await fails(shorter)) smallest = shorter
      else at += size
    }
  }
  return smallest
}
