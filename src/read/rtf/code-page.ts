import { decode } from '../decode.ts'

/** Encodings of code pages of Windows, and of character sets of fonts. */
const pages: Readonly<Record<number, string>> = { 437: 'ibm866', 866: 'ibm866', 874: 'windows-874', 932: 'shift_jis', 936: 'gb18030', 949: 'euc-kr', 950: 'big5', 10000: 'macintosh', 10007: 'x-mac-cyrillic', 65001: 'utf-8' }
const charsets: Readonly<Record<number, number>> = {
  0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
  177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250
}

/** The code page of a font by its `\fcharset`; `undefined` for one that says nothing. */
export function pageOfCharset(charset: number): number | undefined {
  return charsets[charset]
}

/** Text of bytes in a code page; Windows-1252 for one that nobody knows. */
export function decodePage(bytes: readonly number[], page: number): string {
  const label = pages[page] ?? (page >= 1250 && page <= 1258 ? `windows-${String(page)}` : 'windows-1252')
  return decode(Uint8Array.from(bytes), label)
}
