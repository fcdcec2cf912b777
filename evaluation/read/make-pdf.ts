/** What letters of the font `G` stand for: `@` for a ligature of two letters that are alike, `&` for a letter of no language here. */
const meanings = 'begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <40> <00660066> <26> <01C1> endbfchar endcmap'

/** A PDF with a page for each content stream, in Helvetica as `F`, and as `G` with other meanings. */
export function makePdf(...contents: readonly string[]): Buffer {
  const pages = contents.flatMap((content, index) => [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${String(5 + 2 * index)} 0 R/Resources<</Font<</F 3 0 R/G ${String(4 + 2 * contents.length)} 0 R>>>>>>`,
    `<</Length ${String(content.length)}>>stream\n${content}\nendstream`
  ])
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${contents.map((_, index) => `${String(4 + 2 * index)} 0 R`).join(' ')}]/Count ${String(contents.length)}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...pages,
    `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode ${String(5 + 2 * contents.length)} 0 R>>`,
    `<</Length ${String(meanings.length)}>>stream\n${meanings}\nendstream`
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  text += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<</Size ${String(objects.length + 1)}/Root 1 0 R>>\nstartxref\n${String(start)}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}
