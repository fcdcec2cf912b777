import { VFile } from 'vfile'
import { KeptVersions } from '../../collection/kept-versions.ts'
import type { InputFile } from '../../collection/read-version.ts'
import { isSurveyed, surveyFile, type SurveyedVersion } from '../../collection/survey.ts'
import type { GroupMember } from '../../collection/group-documents.ts'
import { loadBytes, sayOn, type LoadOptions } from './load-file.ts'
import type { Terminal } from '../screen/terminal.ts'

/** What files say of themselves, and those that could not be read, with the reason on them. */
export interface Survey {
  members: GroupMember[]
  unreadable: VFile[]
  /** The versions that were read, as far as there was room for them. */
  kept: KeptVersions
}

/** Reads files one after the other, and keeps what groups them, and their trees in little room. */
export async function surveyFiles(paths: readonly string[], options: LoadOptions, terminal: Terminal, step: (file: string) => void): Promise<Survey> {
  const survey: Survey = { members: [], unreadable: [], kept: new KeptVersions() }
  for (const path of paths) {
    const file = new VFile({ path })
    const bytes = await loadBytes(file, options, terminal)
    const version = bytes && (await surveyFile({ path, bytes }, options))
    if (version && isSurveyed(version)) {
      survey.members.push(version.member)
      survey.kept.keep(version)
    } else {
      for (const said of version?.messages ?? []) sayOn(file, said)
      survey.unreadable.push(file)
    }
    step(path)
  }
  return survey
}

/** A version as it was surveyed, or the bytes of its file; `undefined` where it cannot be read any more, with a message on it. */
export async function surveyedVersion(file: VFile, { kept }: Survey, options: LoadOptions, terminal: Terminal): Promise<InputFile | SurveyedVersion | undefined> {
  const version = kept.get(file.path)
  if (version) return version
  const bytes = await loadBytes(file, options, terminal)
  return bytes && { path: file.path, bytes }
}
