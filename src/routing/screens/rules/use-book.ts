// The rulebook as it is being edited: kept as the shared draft by itself, a moment after each change.
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useMe } from '#access/screens'
import { freshOn } from '#ui/live'
import { useAsk } from '#ui/query'
import {
  getRulebook,
  getRulesHouse,
  listRulebooks,
  type RuleCheck,
  type RulebookDraft,
  type RulebookVersion,
  type RulesHouse,
} from '../../contract/rulebook-endpoints.ts'
import type { Queue, Rulebook } from '../../contract/rulebook.ts'
import { checkRules } from '../../rules/check-rules.ts'
import { namesOfHouse, type Names } from '../../rules/names.ts'
import { withQueue } from '../../rules/new-queue.ts'
import { differenceBetween, type Change } from '../../rules/rulebook-difference.ts'
import { useEditing, type Keeping } from './use-editing.ts'

freshOn(['routing.rules_in_force', 'routing.rulebook_made', 'routing.draft_kept'], [getRulebook, listRulebooks])
freshOn(
  ['routing.ability_changed', 'staff.skill_changed', 'staff.team_changed', 'staff.person_joined', 'staff.person_left'],
  [getRulesHouse],
)

export type Book = {
  house: RulesHouse
  current: RulebookVersion | null
  drafted: RulebookDraft | null // as it is kept
  book: Rulebook // as it is edited
  names: Names
  checks: readonly RuleCheck[]
  changes: readonly Change[] // from what is in force
  edited: boolean // there is a draft, or there will be
  keeping: Keeping
  theirs: RulebookDraft | null // somebody else's, when both edited
  mayManage: boolean
  change(book: Rulebook): void
  changeQueue(key: string, change: Partial<Queue>): void
  settle(whose: 'mine' | 'theirs'): void
  forget(): void // what was edited here: the draft was published or thrown away
}

const EMPTY: Rulebook = { queues: [], sites: [], seat_units: 100, channels: [] }

export type Loading = { error: Error | null; retry: () => void }

/** What is read and edited, or how far reading it has come. */
export function useBook(): { book: Book } | Loading {
  const { may } = useMe()
  const rules = useAsk(getRulebook, {}, { staleSeconds: 10 })
  const house = useAsk(getRulesHouse, {}, { staleSeconds: 60 })
  const kept = rules.data ?? { current: null, draft: null }
  const { mine, change, ...editing } = useEditing(kept.draft)
  const book = mine ?? standing(kept)
  const read = useReading(book, house.data, kept.current)
  const changeQueue = useCallback((key: string, part: Partial<Queue>) => change(withQueue(book, key, part)), [book, change])
  if (rules.data && house.data && read)
    return {
      book: {
        ...read, ...editing, ...shownOf(kept), book, house: house.data, edited: mine !== null || kept.draft !== null, mayManage: may('routing.manage'), change, changeQueue,
      },
    } // prettier-ignore
  const retry = (): void => {
    void rules.refetch()
    void house.refetch()
  }
  return { error: rules.error ?? house.error, retry }
}

type Kept = { current: RulebookVersion | null; draft: RulebookDraft | null }
const standing = ({ current, draft }: Kept): Rulebook => draft?.document ?? current?.document ?? EMPTY
const shownOf = ({ current, draft }: Kept): Pick<Book, 'current' | 'drafted'> => ({ current, drafted: draft })

type Read = Pick<Book, 'names' | 'checks' | 'changes'>

// Names and sentences at once; the checks look at everybody, and wait until one stops typing.
function useReading(book: Rulebook, house: RulesHouse | undefined, current: RulebookVersion | null): Read | null {
  const settled = useSettled(book)
  const names = useMemo(
    () => house && namesOfHouse(house, { ...book, queues: [...(current?.document.queues ?? []), ...book.queues] }),
    [house, book, current],
  )
  const checks = useMemo(() => (house ? checkRules(settled, house) : []), [house, settled])
  const changes = useMemo(
    () => (names && current ? differenceBetween({ before: current.document, after: settled, names }) : []),
    [names, current, settled],
  )
  return names ? { names, checks, changes } : null
}

function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 150)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
