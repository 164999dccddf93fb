// Taking hold of shifts, moving them, and what that would do: the count at once, what law and contracts say a moment later.
import { useEffect, useState } from 'react'
import { feltBy, type Covered } from './coverage.ts'
import type { Trialled } from './coverage-band.tsx'
import { isMoved, liftedBy, type Lift, type Tried } from './lift.ts'
import type { Bar, Lasting } from './bars.ts'
import { stored, type Stored } from './stored.ts'

export type Lifting = {
  lift: Stored<Lift | null>
  trial: Stored<Trialled>
  begin: (lift: Omit<Lift, 'tried' | 'felt'>) => void
  carry: (by: (bar: Bar) => number, to: { person?: string | null; row?: number }) => void
  put: (lift: Lift) => void // moved otherwise than by dragging
  drop: () => void
  leave: () => void
}
export type TryLift = (lift: Lift, signal: AbortSignal) => Promise<Tried | null>
type Using = {
  covered: Covered | null
  awayOf: (person: string) => readonly Lasting[]
  onTry: TryLift
  onDrop: (lift: Lift) => void
}

const ASK_AFTER = 70 // milliseconds of holding still

export function useLifting(using: Using): Lifting {
  const [{ lifting, withThese }] = useState(() => makeLifting(using))
  useEffect(() => withThese(using))
  useEffect(() => lifting.leave, [lifting])
  return lifting
}

function makeLifting(begun: Using): { lifting: Lifting; withThese: (using: Using) => void } {
  let using = begun
  const lift = stored<Lift | null>(null)
  const trial = stored<Trialled>(null)
  let asking: { timer: ReturnType<typeof setTimeout>; abort: AbortController } | null = null
  const hush = (): void => {
    if (!asking) return
    clearTimeout(asking.timer)
    asking.abort.abort()
    asking = null
  }
  const ask = (held: Lift): void => {
    hush()
    const abort = new AbortController()
    const timer = setTimeout(() => {
      using.onTry(held, abort.signal).then(
        (tried) => {
          const still = lift.get()
          if (!tried || still?.bars !== held.bars) return
          lift.set({ ...still, tried })
        },
        () => {}, // not reached, or no longer asked: putting it down will say
      )
    }, ASK_AFTER)
    asking = { timer, abort }
  }
  const leave = (): void => {
    hush()
    lift.set(null)
    trial.set(null)
  }
  const put = (next: Lift): void => {
    const held = lift.get()
    if (!held || next.bars.every(({ after }, at) => isSamePlace(after, held.bars[at]?.after))) return
    const felt = using.covered && feltBy(using.covered, next.bars, using.awayOf)
    const known = using.covered?.groups.some(({ need }) => need.length > 0)
    lift.set({ ...next, felt: known ? felt : null })
    trial.set(felt?.present ?? null)
    ask(next)
  }
  const lifting: Lifting = {
    lift,
    trial,
    put,
    begin: (begun) => lift.set({ ...begun, tried: null, felt: null }),
    carry: (by, { person, row }) => {
      const held = lift.get()
      if (held) put({ ...liftedBy(held, by, person), row: row ?? held.row })
    },
    drop: () => {
      const held = lift.get()
      if (held?.bars.some(isMoved)) using.onDrop(held)
      leave()
    },
    leave,
  }
  return { lifting, withThese: (these) => void (using = these) }
}

const isSamePlace = (a: Bar, b: Bar | undefined): boolean =>
  b !== undefined &&
  a.from === b.from &&
  a.to === b.to &&
  a.person === b.person &&
  a.parts.every((part, at) => part.from === b.parts[at]?.from)
