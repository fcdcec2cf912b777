// Copies what the compiler leaves behind: the rows of the lexicon stand beside the code that reads them.
import { cpSync } from 'node:fs'

cpSync('src/language/lexicon', 'dist/language/lexicon', { recursive: true })
