/** Web archives (MHTML): a page and its pictures as the parts of a mail. */

/** The first page of a web archive; `undefined` where it holds none. */
export function htmlOfMime(bytes: Uint8Array): Uint8Array | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const boundary = /boundary="?([^"\r\n;]{1,200})/i.exec(text.slice(0, 8000))?.[1]
  if (boundary === undefined) return undefined
  for (const part of text.split(`--${boundary}`).slice(1)) {
    const end = /\r?\n\r?\n/.exec(part)
    const head = end ? part.slice(0, end.index) : ''
    if (!end || !/content-type:\s*text\/html/i.test(head)) continue
    const body = part.slice(end.index + end[0].length)
    const encoding = /content-transfer-encoding:\s*([\w-]{1,20})/i.exec(head)?.[1]?.toLowerCase()
    if (encoding === 'base64') return Buffer.from(body, 'base64')
    return Buffer.from(encoding === 'quoted-printable' ? unquoted(body) : body, 'latin1')
  }
  return undefined
}

/** Quoted-printable: `=C3` is a byte, an equals sign at the end of a line takes the line end away. */
function unquoted(text: string): string {
  return text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)))
}
