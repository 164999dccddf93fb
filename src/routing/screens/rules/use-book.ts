// The rulebook as it is being edited: kept as the shared draft by itself, a moment after each change.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useMe } from '#access/screens'
import { Refused, send } from '#ui/api'
import { refetch, useAsk } from '#ui/query'
import {
  getRulebook,
  getRulesHouse,
  putRulebookDraft,
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

export type Keeping = 'kept' | 'keeping' | 'stale' | 'failed'
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

const SETTLED_MILLISECONDS = 600
const EMPTY: Rulebook = { queues: [], sites: [], seat_units: 100, channels: [] }

export type Loading = { error: Error | null; retry: () => void }

/** What is read and edited, or how far reading it has come. */
export function useBook(): { book: Book } | Loading {
  const { may } = useMe()
  const rules = useAsk(getRulebook, {}, { staleSeconds: 10 })
  const house = useAsk(getRulesHouse, {}, { staleSeconds: 60 })
  const kept = rules.data
  const editing = useEditing(kept?.draft ?? null)
  const book = editing.mine ?? kept?.draft?.document ?? kept?.current?.document ?? EMPTY
  const read = useReading(book, house.data, kept?.current ?? null)
  const change = editing.change
  const changeQueue = useCallback((key: string, part: Partial<Queue>) => change(withQueue(book, key, part)), [book, change])
  if (!kept || !house.data || !read)
    return {
      error: rules.error ?? house.error,
      retry: () => {
        void rules.refetch()
        void house.refetch()
      },
    }
  return {
    book: {
      ...read, book, house: house.data, current: kept.current, drafted: kept.draft, edited: editing.mine !== null || kept.draft !== null,
      keeping: editing.keeping, theirs: editing.theirs, mayManage: may('routing.manage'), change, changeQueue, settle: editing.settle, forget: editing.forget,
    },
  } // prettier-ignore
}

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

// One save at a time; what was edited meanwhile goes with the next.
function useEditing(kept: RulebookDraft | null) {
  const [mine, setMine] = useState<Rulebook | null>(null)
  const [keeping, setKeeping] = useState<Keeping>('kept')
  const [theirs, setTheirs] = useState<RulebookDraft | null>(null)
  const version = useRef(0)
  const under = useRef(false)
  const latest = useRef(mine)
  useEffect(() => {
    if (mine === null) version.current = kept?.version ?? 0
  }, [kept, mine])
  const keep = useCallback(async (document: Rulebook): Promise<void> => {
    if (under.current) return
    under.current = true
    try {
      version.current = (await send(putRulebookDraft, { version: version.current, document })).version
      if (latest.current === document) setKeeping((was) => (was === 'keeping' ? 'kept' : was))
      await refetch(getRulebook)
    } catch (error) {
      if (error instanceof Refused && error.code === 'stale') {
        setTheirs((error.details as { current: RulebookDraft }).current) // what `stale` carries
        setKeeping('stale')
      } else setKeeping('failed')
    } finally {
      under.current = false
    }
  }, [])
  useEffect(() => {
    if (mine === null || keeping !== 'keeping') return
    const timer = setInterval(() => void keep(mine), SETTLED_MILLISECONDS)
    return () => clearInterval(timer)
  }, [mine, keeping, keep])
  const change = useCallback((book: Rulebook) => {
    latest.current = book
    setMine(book)
    setKeeping((was) => (was === 'stale' ? was : 'keeping'))
  }, [])
  const settle = useCallback(
    (whose: 'mine' | 'theirs') => {
      version.current = theirs?.version ?? 0
      if (whose === 'theirs') setMine(null)
      setKeeping(whose === 'mine' ? 'keeping' : 'kept')
      setTheirs(null)
      void refetch(getRulebook)
    },
    [theirs],
  )
  const forget = useCallback(() => {
    version.current = 0
    setMine(null)
    setKeeping('kept')
  }, [])
  return { mine, keeping, theirs, change, settle, forget }
}
