import type { Said } from '../../collection/said.ts'

/** Told of what goes on in a build. */
export interface BuildWatch {
  phase: (name: string, total: number) => void
  step: (what: string, problem?: Said) => void
}

/** Watches nothing. */
export const watchless: BuildWatch = { phase: () => undefined, step: () => undefined }
