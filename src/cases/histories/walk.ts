// A random history: walked, looked at after every step, and, when something does not hold, made as short as it will go.
import type { Addresses } from '#base/database'
import { Refused } from '#base/refusal'
import { look, lookAround } from './look.ts'
import { doStep, NothingToDo, whats, type Step, type What } from './steps.ts'
import { openWorld, type World } from './world.ts'

/** mulberry32 (T. Ettinger, 2017; public domain): 32 bits of state, the same numbers everywhere. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

const OFTEN: Partial<Record<What, number>> = { take: 4, assign: 3, offer: 5, answer: 6, close: 3, write: 4, merge: 3, unmerge: 2, block: 2, restart: 0.2, welcome: 0.5, deactivate: 0.7 } // prettier-ignore

export function historyOf(seed: number, length: number): Step[] {
  const next = random(seed)
  const bag = whats.flatMap((what) => Array.from({ length: Math.round((OFTEN[what] ?? 1) * 10) }, () => what))
  const start: Step[] = ['arrive', 'arrive', 'arrive', 'arrive'].map(() => ({ what: 'arrive', a: 0, b: 0, c: 0, minutes: 1 }))
  const rest = Array.from({ length: length - start.length }, (): Step => {
    const what = bag[next() % bag.length]!
    const luck = next() % 20
    const minutes = luck < 4 ? 0 : luck === 19 ? -90 : 1 + (next() % 180) // at the same instant; or the clock goes back
    return { what, a: next() % 997, b: next() % 991, c: next() % 983, minutes }
  })
  return [...start, ...rest]
}

export type Offender = (world: World) => Promise<void>
export type Failure = { at: number; step: Step; error: Error }
type Walking = {
  addresses: Addresses
  steps: readonly Step[]
  seed: number
  offender?: { after: number; does: Offender } | undefined
}

const CHANGES: readonly What[] = [
  'arrive',
  'write',
  'take',
  'assign',
  'answer',
  'answerMany',
  'reopen',
  'merge',
  'unmerge',
  'deactivate',
]
const AROUND = 60 // steps between two looks at what is dearer to ask

export type Walked = { failure: Failure | null; done: Record<string, number>; refused: number }

export async function walk({ addresses, steps, seed, offender }: Walking): Promise<Walked> {
  const world = await openWorld(addresses)
  const next = random(seed ^ 0x5bd1e995)
  const done: Record<string, number> = {}
  let refused = 0
  try {
    for (const [at, step] of steps.entries()) {
      world.clock.advance({ minutes: step.minutes })
      try {
        const did = await attempt(world, step)
        if (did) done[step.what] = (done[step.what] ?? 0) + 1
        else refused++
        if (offender?.after === at) await offender.does(world)
        // What was refused has changed nothing; that it did not is looked at now and then.
        if (did || at % 7 === 0 || offender?.after === at)
          await look(world, { mayChange: CHANGES.includes(step.what), instants: [past(world, next), past(world, next)] })
        if (at % AROUND === AROUND - 1) await lookAround(world)
      } catch (error) {
        return { failure: { at, step, error: error as Error }, done, refused } // whatever does not hold is an Error
      }
    }
    await lookAround(world)
    return { failure: null, done, refused }
  } finally {
    await world.database.close()
  }
}

// False: it was refused, by a verb or by the database itself, and nothing has happened. Anything else is a fault.
async function attempt(world: World, step: Step): Promise<boolean> {
  try {
    await doStep(world, step)
    return true
  } catch (error) {
    if (error instanceof Refused || error instanceof NothingToDo) return false
    if (step.what === 'slipAway' && isConstraint(error)) return false
    throw error
  }
}

const isConstraint = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23514'

// Some instant since shortly before the house was opened; often one at which something happened.
function past(world: World, next: () => number): Temporal.Instant {
  const begun = Temporal.Instant.from('2026-11-20T08:30:00Z')
  const known = [...world.history.values()].flat()
  if (known.length > 0 && next() % 2) return known[next() % known.length]!.from
  const minutes = Math.max(1, Math.round(world.clock.now().since(begun).total('minutes')))
  return begun.add({ minutes: next() % minutes })
}

/** The same failure with as few steps as `mostWalks` walks find: pieces are left out as long as it still fails. */
export async function shorten(walking: Walking, failure: Failure, mostWalks = 40): Promise<{ steps: Step[]; failure: Failure }> {
  let best = { steps: walking.steps.slice(0, failure.at + 1), failure }
  let walks = 0
  for (
    let piece = Math.ceil(best.steps.length / 2);
    piece >= 1 && walks < mostWalks;
    piece = piece === 1 ? 0 : Math.ceil(piece / 2)
  ) {
    for (let from = 0; from < best.steps.length && walks < mostWalks;) {
      const steps = [...best.steps.slice(0, from), ...best.steps.slice(from + piece)]
      walks++
      const offender = walking.offender && { ...walking.offender, after: steps.length - 1 }
      const { failure: again } = await walk({ ...walking, steps, offender })
      if (again) best = { steps: steps.slice(0, again.at + 1), failure: again }
      else from += piece
    }
  }
  return best
}
