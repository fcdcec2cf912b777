import { crc32, deflateSync } from 'node:zlib'
import type { Pixels } from './engine.ts'

const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Pixels as a PNG file: in greys where no pixel has a colour. */
export function encodePng(pixels: Pixels): Uint8Array {
  const grey = isGrey(pixels)
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, pixels.width)
  header.setUint32(4, pixels.height)
  header.setUint8(8, 8)
  header.setUint8(9, grey ? 0 : 2)
  return Buffer.concat([signature, chunk('IHDR', new Uint8Array(header.buffer)), chunk('IDAT', deflateSync(rowsOf(pixels, grey ? 1 : 3))), chunk('IEND', new Uint8Array())])
}

function isGrey({ width, height, stride, bytes }: Pixels): boolean {
  for (let y = 0; y < height; y++)
    for (let at = y * stride; at < y * stride + 4 * width; at += 4) if (bytes[at] !== bytes[at + 1] || bytes[at] !== bytes[at + 2]) return false
  return true
}

/** Rows of one or three bytes a pixel, each with a byte in front: 0, it is written as it is. */
function rowsOf({ width, height, stride, bytes }: Pixels, channels: 1 | 3): Uint8Array {
  const rows = new Uint8Array(height * (1 + channels * width))
  let to = 0
  for (let y = 0; y < height; y++) {
    rows[to++] = 0
    for (let at = y * stride; at < y * stride + 4 * width; at += 4) for (let channel = 0; channel < channels; channel++) rows[to++] = bytes[at + channel] ?? 0
  }
  return rows
}

/** A part of the file: length, name, content, sum of name and content. */
function chunk(name: string, content: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(12 + content.length)
  bytes.writeUInt32BE(content.length, 0)
  bytes.write(name, 4, 'latin1')
  bytes.set(content, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + content.length)), 8 + content.length)
  return bytes
}
