import { readLimits } from './limits.ts'
import type { ReadDocumentOptions } from './document.ts'
import type { PagePictures } from './pdf/pictures.ts'
import { unpack } from './unpack.ts'

/**
 * The pages of a PDF as pictures, whatever `readDocument` opens it from; `undefined` for a file of another format, which has no pages.
 *
 * `boxesOf` tells where a stretch of its source stands on them. Throws as `readDocument` does.
 */
export async function openPictures(file: Uint8Array, options: Pick<ReadDocumentOptions, 'limits' | 'name'> = {}): Promise<PagePictures | undefined> {
  const { bytes, name, format } = unpack(file, options.name ?? 'standard input', { ...readLimits, ...options.limits })
  return format === 'pdf' ? (await import('./pdf/pictures.ts')).PagePictures.open(bytes, name) : undefined
}
