/** The words of the page in the language that its reader has chosen. */
import { words } from './words.js'

let tongue = new URLSearchParams(location.search).get('lang') ?? navigator.language.slice(0, 2)
if (!Object.hasOwn(words, tongue)) tongue = 'en'

/** The words in the language that was chosen. */
export function say() {
  return words[tongue]
}

/** Goes over to the other language, and puts all fixed words of the page in it. */
export function turnTongue() {
  tongue = tongue === 'en' ? 'fr' : 'en'
  writeWords()
}

/** Puts all fixed words of the page in their places. */
export function writeWords() {
  document.documentElement.lang = tongue
  for (const element of document.querySelectorAll('[data-say]')) {
    element.textContent = say()[element.dataset.say]
    if (element.dataset.key) element.title = element.dataset.key
  }
  for (const element of document.querySelectorAll('[data-say-placeholder]')) element.placeholder = say()[element.dataset.sayPlaceholder]
  const button = document.getElementById('tongue')
  button.textContent = say().other
  button.lang = tongue === 'en' ? 'fr' : 'en'
}

/** Numbers as the language writes them, with so many decimals. */
export function number(value, decimals = 0) {
  return value.toLocaleString(tongue === 'fr' ? 'fr-FR' : 'en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}
