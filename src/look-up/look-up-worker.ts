/** A thread that answers questions with a connection of its own. */
import { openMemory } from '../memory/index.ts'
import { lookerOf, type Looked, type Looker, type Question } from './looker.ts'

let looker: Promise<Looker> | undefined

// Called by the pool, by this name.
export async function answer({ memory, question }: { memory: string; question: Question }): Promise<Looked> {
  looker ??= openMemory(memory).then(lookerOf)
  return (await looker).look(question)
}
