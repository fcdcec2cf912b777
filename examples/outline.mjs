// The headings of a document with their addresses: node examples/outline.mjs FILE.txt
import { readFile } from 'node:fs/promises'
import { hexapla, toText } from 'hexapla'
import { VFile } from 'vfile'

const [path = 'corpus/cd-note-verbale-belarus-2019/ru.txt'] = process.argv.slice(2)
const file = new VFile({ path, value: await readFile(path, 'utf8') })
const processor = hexapla()
const tree = await processor.run(processor.parse(file), file)

const walk = (blocks) => {
  for (const block of blocks) {
    if (block.type === 'heading') console.log(`${block.data?.address}\t${toText(block)}`)
    if (block.type === 'section') walk(block.children)
  }
}
walk(tree.children)
for (const message of file.messages) console.error(String(message))
