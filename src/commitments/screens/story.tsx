import { useEffect, useEffectEvent } from 'react'
import type { Case } from '#cases/contract'
import type { ToldByOther } from '#cases/screens'
import { useLanguage } from '#ui/language'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { listCasePromises, type Promised } from '../contract.ts'
import { useDueWords } from './use-due-words.ts'
import { words } from './words.ts'

/** What became of each promise of a case, told in its story: made, broken, kept, moved, withdrawn. */
export function PromisesTold({ found, onTold }: { found: Case; onTold: (told: readonly ToldByOther[]) => void }) {
  const say = useWords(words)
  const when = useDueWords()
  const all = useAsk(listCasePromises, { case: found.id, limit: 200 }).data?.items
  const spoken = useLanguage()
  const tell = useEffectEvent(() => onTold(all?.flatMap((promise) => toldOf(promise, { say, when, all })) ?? []))
  useEffect(() => tell(), [all, spoken])
  return null
}

type Saying = {
  say: ReturnType<typeof useWords<typeof words.fr>>
  when: ReturnType<typeof useDueWords>
  all: readonly Promised[]
}

function toldOf(promise: Promised, { say, when, all }: Saying): ToldByOther[] {
  const {
    id,
    what,
    made_at,
    made_by,
    broken_at,
    kept_at,
    kept_by,
    moved_at,
    moved_to,
    moved_because,
    withdrawn_at,
    withdrawn_because,
  } = promise
  const tell = (part: string, at: string | null, text: string): ToldByOther[] =>
    at
      ? [{ key: `${id} ${part}`, at, icon: part === 'broken' ? 'warning' : part === 'kept' ? 'check' : 'promise', words: text }]
      : []
  const next = all.find((each) => each.id === moved_to)
  const follows = all.some((each) => each.moved_to === id)
  return [
    ...(follows ? [] : tell('made', made_at, say('toldMade', { name: made_by?.name ?? '', what, when: when(promise) }))), // one that took the place of another is told there
    ...tell('broken', broken_at, say('toldBroken', { what })),
    ...tell('kept', kept_at, say('toldKept', { name: kept_by?.name ?? '', what })),
    ...tell('moved', moved_at, say('toldMoved', { what, when: next ? when(next) : '', because: moved_because ?? '' })),
    ...tell('withdrawn', withdrawn_at, say('toldWithdrawn', { what, because: withdrawn_because ?? '' })),
  ]
}
