/**
 * Puts the text of a segment into a field in place of its paragraph. `ended` is called once, with the text where it is another
 * and the caret where the segment is to be split there, or with nothing; `measured` when the field takes more or less room.
 */
export function openTextField(paragraph, text, { name, ended, measured }) {
  const field = document.createElement('textarea')
  field.className = 'text'
  field.value = text
  field.setAttribute('aria-label', name)
  field.style.blockSize = `${paragraph.offsetHeight + 14}px`
  let isDone = false
  const end = (result = {}) => {
    if (isDone) return
    isDone = true
    field.remove()
    ended(result)
  }
  field.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (event.key === 'Escape') end()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const [value, caret] = [field.value, field.selectionStart]
      // A split is of the text as it is saved.
      end(value.trim() === text ? { caret: caret - (value.length - value.trimStart().length) } : { text: value, caret })
    } else if (event.key === 'Enter') end({ text: field.value })
    else return
    event.preventDefault()
  })
  field.addEventListener('blur', () => end(field.value.trim() === text || field.value.trim() === '' ? {} : { text: field.value }))
  field.addEventListener('input', measured)
  paragraph.replaceChildren(field)
  measured()
  field.focus({ preventScroll: true })
  field.setSelectionRange(0, 0)
}
