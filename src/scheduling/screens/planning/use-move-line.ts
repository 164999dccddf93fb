// Moves go to the server one after the other, in the order they were made; what it refuses is said, with its reasons.
import { useRef } from 'react'
import { Refused } from '#ui/api'
import { tell } from '#ui/failure'
import { language } from '#ui/language'
import { refetch } from '#ui/query'
import { toast } from '#ui/toast'
import { say } from '#ui/words'
import type { Moved } from '../../contract/moves.ts'
import type { TroubleSaid } from '../../contract/names.ts'
import { getCoverage, getTroubles, listPlans } from '../../contract/plans.ts'
import { announceMove, type Boarding } from './use-board.ts'
import { words } from './words.ts'

/** Asked with the version a shift has by now: a second move waits for the answer to the first. */
type Ask = (version: (shift: string) => number) => Promise<Moved>
/** What is done when it is refused; 'said': it is told there, at its place. */
export type Back = (error: unknown) => 'said' | void
export type MoveLine = (ask: Ask, back?: Back, onDone?: () => void) => void

export function useMoveLine(take: Boarding['take']): MoveLine {
  const last = useRef(Promise.resolve())
  const versions = useRef(new Map<string, number>())
  const done = (moved: Moved): void => {
    for (const { id, version } of moved.shifts) versions.current.set(id, version)
    take(moved)
    const soft = moved.troubles.filter(({ hard }) => !hard).slice(0, 2)
    if (soft.length > 0) toast({ text: soft.map((each) => each[language()]).join(' '), seconds: 8 })
    void refetch(getCoverage, getTroubles, listPlans)
  }
  return (ask, back, onDone) => {
    last.current = last.current
      .then(() => ask((shift) => versions.current.get(shift) ?? 0))
      .then(
        (moved) => {
          done(moved)
          onDone?.()
        },
        (error: unknown) => {
          if (back?.(error) !== 'said' || wasFaster(error)) refused(error)
        },
      )
  }
}

/** Said with its reasons; where somebody else was faster, what they did is shown. */
export function refused(error: unknown): void {
  if (wasFaster(error)) {
    announceMove()
    return void toast({
      tone: 'danger',
      text: say(words, codeOf(error) === 'stale' ? 'fasterChanged' : 'fasterRemoved'),
      detail: say(words, 'fasterText'),
      seconds: 10,
    })
  }
  const troubles = troublesOf(error)
  if (troubles.length === 0) return tell(error as Error) // whatever was thrown is told
  const detail = troubles.map((each) => each[language()]).join(' ')
  toast({ tone: 'danger', text: say(words, 'refusedTitle'), detail, seconds: 10 })
}

const FASTER: readonly (string | null)[] = ['stale', 'not_found']
const codeOf = (error: unknown): string | null => (error instanceof Refused ? error.code : null)
const wasFaster = (error: unknown): boolean => FASTER.includes(codeOf(error))

/** The reasons a refusal carries. */
export const troublesOf = (error: unknown): readonly TroubleSaid[] => (error instanceof Refused ? troublesIn(error.details) : [])
const troublesIn = (details: unknown): TroubleSaid[] =>
  typeof details === 'object' && details !== null && 'troubles' in details && Array.isArray(details.troubles)
    ? details.troubles // of the contract: what this refusal carries
    : []
