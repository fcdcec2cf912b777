import type { Source } from '../source/source.ts'

export async function readFormat(bytes: Uint8Array, file: string): Promise<Source> {
  if (file.endsWith('html')) return (await import('./html/index.ts')).readHtml(new TextDecoder().decode(bytes), file)
  if (file.endsWith('rtf')) return (await import('./rtf/index.ts')).readRtf(bytes, file)
  if (file.endsWith('odt')) return (await import('./odt/index.ts')).readOdt(bytes, file)
  const { readDocx } = await import('./docx/index.ts')
  return readDocx(bytes, file)
}
