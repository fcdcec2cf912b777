// Units of a memory that are surely right, as JSON Lines: node examples/sure-pairs.mjs MEMORY.tmx 0.99 > sure.jsonl
import { createReadStream } from 'node:fs'
import { convertMemory } from 'hexapla'

const [file, least = '0.9'] = process.argv.slice(2)
if (file === undefined) throw new Error('Name a memory in TMX')
const memory = { file, format: 'tmx', open: () => createReadStream(file) }
for await (const { text } of convertMemory(memory, ['jsonl'], { minScore: Number(least) })) process.stdout.write(text)
