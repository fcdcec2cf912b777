import { stat } from 'node:fs/promises'
import { archiveOf } from '../input/archived-file.ts'
import { readingError } from '../process/system-error.ts'
import { systemName } from '../process/system-name.ts'
import type { SurveyLine } from './survey-line.ts'

/** What tells without opening a file whether it was changed; throws a `HexaplaError` where there is none. */
export async function statFile(file: string): Promise<Pick<SurveyLine, 'size' | 'time'>> {
  try {
    const { size, mtimeNs } = await stat(systemName(archiveOf(file)?.archive ?? file), { bigint: true })
    return { size: Number(size), time: String(mtimeNs) }
  } catch (error) {
    throw readingError(error, file, 'a raw export')
  }
}
