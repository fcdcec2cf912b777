/** What a file is, by its first bytes. */
export type FileFormat = 'doc' | 'docx' | 'gzip' | 'html' | 'mhtml' | 'odt' | 'other-binary' | 'pdf' | 'rtf' | 'text' | 'xml' | 'zip'

const signatures: ReadonlyArray<readonly [format: FileFormat, magic: readonly number[]]> = [
  ['gzip', [0x1f, 0x8b]],
  ['doc', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['other-binary', [0x89, 0x50, 0x4e, 0x47]],
  ['other-binary', [0xff, 0xd8, 0xff]]
]

/** The format of a file. The name is not asked: many are called `.doc` that are RTF or HTML. */
export function formatOf(bytes: Uint8Array): FileFormat {
  const known = signatures.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte))?.[0]
  if (known === 'zip') return archiveFormat(bytes)
  if (known !== undefined) return known
  const head = asciiHead(bytes)
  // Readers of PDF allow for a kilobyte in front of it.
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (/^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,1000}-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i.test(head)) return 'html'
  // Word saves mail and pages without a root; two elements of a page tell as much.
  if (/^\s*<(?:meta|title|div|p|h1|table|article|main)[\s>]/i.test(head) && /<\/(?:p|div|title|h1|td)>/i.test(head)) return 'html'
  if (/^(?:[\w-]{1,40}:.*\s{1,9}){1,20}?content-type: ?multipart\/related/i.test(head.trimStart())) return 'mhtml'
  return /^\s*<(?:\?xml|tmx|[a-z][\w:-]{0,40} xmlns)[\s>=]/i.test(head) ? 'xml' : 'text'
}

/** The names in front of the files of an archive tell what it is. */
function archiveFormat(bytes: Uint8Array): FileFormat {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tail = text.subarray(Math.max(0, text.length - 1_000_000)).toString('latin1')
  const head = text.subarray(0, 200).toString('latin1')
  if (/mimetypeapplication\/vnd\.oasis\.opendocument\.text/.test(head) || (tail.includes('content.xml') && tail.includes('META-INF/manifest.xml'))) return 'odt'
  return tail.includes('word/document') || (tail.includes('[Content_Types].xml') && tail.includes('_rels/.rels')) ? 'docx' : 'zip'
}

/** The first bytes as ASCII, be they in UTF-8 or UTF-16. */
function asciiHead(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < Math.min(bytes.length, 4096); at++) {
    const byte = bytes[at] ?? 0
    if (byte > 0 && byte < 0x80) text += String.fromCharCode(byte)
  }
  return text
}
