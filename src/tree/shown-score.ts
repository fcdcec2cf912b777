/** A score as people are shown it, with two figures: cut off, so that what is under a limit is never shown as on it, and no machine is certain. */
export function shownScore(score: number): string {
  // 0.29 is a little less in the machine.
  return (Math.floor(score * 100 + 1e-9) / 100).toFixed(2)
}
