// Trains the project's lists of words for all pairs of the six languages and asks ICU for names of countries, so that no run has
// to; they stand in dist/known.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'

rmSync('dist/known', { recursive: true, force: true })
cpSync('src/language/lexicon', 'dist/language/lexicon', { recursive: true })
const { knownFiles } = await import('../dist/align/links/known-words.js')
mkdirSync('dist/known')
const { lexiconWords } = await import('../dist/language/spelling.js')
const { icuCountryNames } = await import('../dist/language/country.js')
for (const language of ['ar', 'en', 'es', 'fr', 'ru', 'zh']) {
  writeFileSync(`dist/known/spelling.${language}.words`, lexiconWords(language).join('\n'))
  writeFileSync(`dist/known/countries.${language}.words`, icuCountryNames(language).join('\n'))
}
for (const { name, bytes } of knownFiles()) writeFileSync(`dist/known/${name}`, bytes)
