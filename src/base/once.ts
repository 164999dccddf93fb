// The same question asked twice within one unit of work is asked of the database once, whoever asks and however many ask at the same
// time. For what the unit of work itself does not change.
import type { Work } from './work.ts'

const asked = new WeakMap<Work, Map<string, Promise<unknown>>>()

export function once<Answer>(work: Work, question: string, ask: () => Promise<Answer>): Promise<Answer> {
  const known = asked.get(work) ?? new Map<string, Promise<unknown>>()
  asked.set(work, known)
  const answer = known.get(question) ?? ask()
  known.set(question, answer)
  return answer as Promise<Answer> // one question is always asked by the same `ask`
}
