import type { Work } from '#base/work'
import type { Passage } from './contract.ts'
import { learn } from './learn.ts'
import { put } from './put.ts'
import { markOf, vectorOf } from './rules/vector.ts'
import { addPassage, addWords } from './store/document.ts'

// One more message of a dossier. What was never put is put without a title.
export async function append(work: Work, { kind, id, text, at }: Passage): Promise<void> {
  const { vector, words } = vectorOf(markOf(work.tenant), [{ text, weight: 'D' }])
  const added = await addWords(work, { kind, id, at, vector })
  if (added === 0) return await put(work, { kind, id, title: '', text, at })
  await addPassage(work, { kind, id, text: text.slice(0, 20_000).toWellFormed() })
  await learn(work, [{ id, words }])
}
