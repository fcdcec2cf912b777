/** The sheet of keys, and the formats to export to. */
import { say } from './wording.js'

const at = (id) => document.getElementById(id)

export function openKeys() {
  at('key-list').replaceChildren(
    ...say().groups.map(([title, keys]) => {
      const group = document.createElement('section')
      const heading = document.createElement('h3')
      heading.textContent = title
      const entries = document.createElement('dl')
      for (const [key, meaning] of keys) {
        const [term, text] = [document.createElement('dt'), document.createElement('dd')]
        term.textContent = key
        text.textContent = meaning
        entries.append(term, text)
      }
      group.append(heading, entries)
      return group
    })
  )
  at('keys').showModal()
}

/** Offers `formats`; `write` takes one of them and resolves to the names of the files that were written. */
export function openExport(formats, write) {
  at('export-files').replaceChildren()
  at('export-list').replaceChildren(
    ...formats.map((format) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = format
      button.dataset.format = format
      button.addEventListener('click', async () => {
        const files = await write(format)
        at('export-files').replaceChildren(...files.map((file) => Object.assign(document.createElement('li'), { textContent: `${say().wrote}: ${file}` })))
      })
      return button
    })
  )
  at('exports').showModal()
}
