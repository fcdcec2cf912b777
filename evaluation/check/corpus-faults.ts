/**
 * What is wrong in a corpus itself, so that to say so is no false alarm: of the 1,200 sentences of the UN Parallel Corpus that
 * checks are measured on, by the number of the sentence, the languages that are at fault. Found by checks and read by hand in all
 * six languages; what is merely translated freely is not among them.
 */
export const faultsOfUnpc: ReadonlyMap<number, readonly string[]> = new Map([
  // What all others have is missing.
  [217, ['fr']],
  [231, ['ru']],
  [271, ['ru']],
  [339, ['fr']],
  [582, ['ru']],
  [688, ['ru']],
  [922, ['fr']],
  [1134, ['fr']],
  // Another sentence, another row of a table.
  [256, ['es']],
  [895, ['fr']],
  // In English, whole or in part; without the name of the country.
  [438, ['ar', 'es', 'ru']],
  [942, ['ru']],
  // Other figures: a year, a percentage, two years as one number.
  [335, ['ar']],
  [525, ['ar', 'en', 'fr']],
  [703, ['ar']],
  [791, ['fr']],
  [1153, ['zh']]
])
