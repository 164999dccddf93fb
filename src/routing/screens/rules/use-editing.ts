// What one edits, kept as the shared draft by itself, a moment after each change.
import { useCallback, useEffect, useRef, useState } from 'react'
import { Refused, send } from '#ui/api'
import { refetch } from '#ui/query'
import { getRulebook, putRulebookDraft, type RulebookDraft } from '../../contract/rulebook-endpoints.ts'
import type { Rulebook } from '../../contract/rulebook.ts'

export type Keeping = 'kept' | 'keeping' | 'stale' | 'failed'
const SETTLED_MILLISECONDS = 600

// One save at a time; what was edited meanwhile goes with the next.
export function useEditing(kept: RulebookDraft | null) {
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
