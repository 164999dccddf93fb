// An ask solved: everybody as a mixture of weeks (their prices prove, their levels guide), whole tours after it, names, breaks; then why what is missing is
// missing.
import type { Answer, Progress } from '../contract/schedule-answer.ts'
import type { Ask } from '../contract/schedule-ask.ts'
import { chainBreaks } from '../engine/chains.ts'
import { coverWhatCanBe } from '../engine/coverable.ts'
import { chanceOf } from '../engine/chance.ts'
import { keptOf, keptOfShifts, taken, type KeptShift } from '../engine/kept-plan.ts'
import { firstPlan, insistent, recount, sweep, takenUp, tryTurns, type Improver } from '../engine/improve.ts'
import { giveNames } from '../engine/names.ts'
import { problemOf, type Problem } from '../engine/problem.ts'
import { recounted, wholeCost, type Rota } from '../engine/rota.ts'
import { relay } from '../engine/relay.ts'
import { placeSessions } from '../engine/sessions.ts'
import { refreshOwn } from '../engine/ruin.ts'
import { deal, solveTogether } from '../engine/together.ts'
import { answerOf, gapOf, gapOfPlan } from './answered.ts'
import { judgeBreaks } from './judge-breaks.ts'
import { learn, nothingLearned, type Learned } from './learn.ts'
import { toursAfter } from './tours.ts'

export type Watch = {
  stopped: () => boolean
  tell: (progress: Progress) => void
  now: () => number // in seconds, from any beginning
  keep?: (best: KeptShift[]) => void // the best so far, now and then
}

type State = {
  ask: Ask
  problem: Problem
  watch: Watch
  began: number
  bound: number
  phase: Progress['phase']
  kept_s: number
}

/** The best plan found within the limits of the ask, with the proof of how good it is. `begun`: what was kept of a search that did not come to its end. */
export async function solve(ask: Ask, watch: Watch, begun: readonly KeptShift[] = []): Promise<Answer> {
  const began = watch.now()
  const problem = problemOf(ask)
  const state: State = { ask, problem, watch, began, bound: 0, phase: 'bound', kept_s: -Infinity }
  tell(state, null)
  const alone = planned(state, begun)
  const learned = nothingLearned(problem)
  teach(state, learned, { turn: 0, like: alone })
  state.phase = 'tours'
  const improver = refine(state, alone, learned)
  state.phase = 'breaks'
  const tried = coverWhatCanBe(improver.rota, () => left(state) > -PROOF_SECONDS)
  for (const person of state.problem.people) refreshOwn(improver.rota, person)
  improver.rota = recounted(improver.rota, state.problem)
  recount(improver)
  placeSessions(improver.rota)
  const judged = judgeBreaks(improver.rota, () => left(state) > -JUDGE_SECONDS && !watch.stopped())
  improver.rota = judged.rota
  state.phase = 'why'
  tell(state, improver.cost)
  const answer = answerOf(improver.rota, {
    bound: state.bound,
    tried,
    breaks: judged.judged,
    seconds: watch.now() - began,
    cancelled: watch.stopped(),
  })
  tell({ ...state, phase: 'done' }, improver.cost)
  return answer
}

const left = ({ ask, watch, began }: State): number => ask.limits.seconds - (watch.now() - began)
const goesOn = (state: State): boolean => left(state) > 0 && !state.watch.stopped()

function tell({ watch, began, bound, phase }: State, incumbent: number | null): void {
  watch.tell({ phase, seconds: watch.now() - began, incumbent, bound, gap: incumbent === null ? null : gapOf(incumbent, bound) })
}

const PROOF_SECONDS = 10 // beyond the limit, for trying who could still cover what
const JUDGE_SECONDS = 20 // and for placing breaks by the level they leave
const LEARNING = 0.35 // of the time there is
const [LOOKS, MORE_LOOKS] = [60, 6]

type Turn = { turn: number; like: Improver }

// Prices as good as they come, and what they prove.
function teach(state: State, known: Learned, { turn, like }: Turn): void {
  state.bound = known.bound
  learn(known, {
    chance: chanceOf(state.ask.seed + turn),
    looks: turn === 0 ? LOOKS : MORE_LOOKS,
    goOn: () => goesOn(state) && (turn > 0 || left(state) > state.ask.limits.seconds * (1 - LEARNING)),
    tell: (bound) => {
      state.bound = bound
      tell(state, like.cost)
    },
  })
}

function planned(state: State, begun: readonly KeptShift[]): Improver {
  const { problem } = state
  const stood = begun.length > 0 ? begun : keptOfShifts(problem, state.ask.previous)
  const beside = stood.length > 0 ? swept(takenUp(problem, taken(problem, stood))) : null
  const found = beside && begun.length > 0 ? beside : swept(firstPlan(problem, () => goesOn(state)))
  const alone = beside && beside.cost < found.cost ? beside : found // a plan there is, is never made worse
  tell(state, alone.cost)
  keep(state, alone)
  return alone
}

function swept(improver: Improver): Improver {
  giveNames(improver.rota)
  sweep(improver)
  recount(improver)
  return improver
}

const KEEP_SECONDS = 3

function keep(state: State, { rota }: Improver): void {
  const { watch } = state
  if (!watch.keep || watch.now() - state.kept_s < KEEP_SECONDS) return
  state.kept_s = watch.now()
  watch.keep(keptOf(rota))
}

function guided(state: State, { mixture }: Learned, { like, turn }: Turn): Improver {
  const chance = chanceOf(state.ask.seed + turn)
  const rota = toursAfter(state.problem, mixture, { chance, goOn: () => goesOn(state) })
  return named({ ...like, rota, chance, cost: wholeCost(rota) }, state)
}

// Names for the tours, then everybody's best week with their own wishes, until that changes nothing more.
function named(improver: Improver, state: State): Improver {
  const goOn = (): boolean => goesOn(state)
  for (let i = 0; i < 3; i++) {
    const gained = deal(improver, goOn)
    const before = improver.cost
    if (goesOn(state)) sweep(improver)
    if (gained < 1e-6 && improver.cost > before - 1e-6) break
  }
  recount(improver)
  return improver
}

const LAST = 0.45 // of the time there is
const A_GAIN = 2e-4 // of the cost: a round that brings less is the last
const TRIES = { least: 40, perTurn: 14 } // of a few people together, without a gain

// Other turns through the same stages, and small exchanges in the best plan, as long as there is time and the proof is not there. Relays take long for
// what they gain: they come when turns bring nothing more, or time is short.
function refine(state: State, first: Improver, known: Learned): Improver {
  let [best, gains, relayed] = [first, true, false]
  for (let turn = 0; goesOn(state) && gains && gapOfPlan(best.rota, best.cost, state.bound) > state.ask.limits.gap; turn++) {
    const before = best.cost
    if (turn > 0) teach(state, known, { turn, like: best })
    const found = guided(state, known, { like: best, turn })
    if (found.cost < best.cost) [best, relayed] = [found, false]
    chains(best)
    pairs(state, best)
    if (!relayed && (best !== found || left(state) < state.ask.limits.seconds * LAST)) {
      relays(state, best)
      relayed = true
    }
    named(best, state)
    state.phase = 'names'
    gains = best.cost < before * (1 - A_GAIN)
    tell(state, best.cost)
    keep(state, best)
  }
  return few(state, best, known)
}

// A few people at a time, to the end: of small teams each person counts for much.
function few(state: State, best: Improver, { mixture }: Learned): Improver {
  const { ask } = state
  const most = Math.max(TRIES.least, TRIES.perTurn * best.turns.length)
  const isGood = (): boolean => gapOfPlan(best.rota, best.cost, state.bound) <= ask.limits.gap
  const tellBest = (): void => {
    tell(state, best.cost)
    keep(state, best)
  }
  solveTogether(best, { prices: mixture.crowd.price, most, goOn: () => goesOn(state) && !isGood(), tell: tellBest })
  return named(best, state)
}

function relays(state: State, { rota, chance }: Improver): void {
  for (let day = 0; day < rota.days && goesOn(state); day++) relay(rota, day, { chance, goOn: () => goesOn(state) })
}

function chains({ rota }: Improver): void {
  const { types, grid } = rota.problem
  for (let type = 0; type < types.length; type++) for (let day = 0; day < grid.days; day++) chainBreaks(rota, { type, day })
}

// Two or three people at a time, out and in again; where somebody is missing, more of those who could be there.
function pairs(state: State, improver: Improver): void {
  const { turns, chance, rota } = improver
  if (turns.length < 2) return
  const kinds = ableWhereShort(rota)
  const able = turns.filter(({ person }) => kinds.has(person.type))
  const tries = turns.length * 2 + Math.min(able.length, 100) * 10
  for (let i = 0; i < tries && (i % 20 > 0 || goesOn(state)); i++) {
    const from = i >= turns.length * 2 ? able : turns
    const picked = new Set(
      Array.from(
        { length: 2 + (i % 3 === 0 ? 1 : 0) + (from === able ? i % 2 : 0) },
        () => from[Math.floor(chance() * from.length)]!,
      ),
    )
    const [first, ...others] = picked
    tryTurns(improver, [i % 4 < 2 ? first! : insistent(first!), ...others], 0) // at least one was picked
  }
}

// Kinds of people who serve a need at which somebody is missing.
function ableWhereShort({ problem: { needs, types }, supply: { level, room } }: Rota): Set<number> {
  const short = new Set(
    needs.flatMap((slots, need) => (slots.some((wanted, slot) => wanted - level[need * room + slot]! > 1e-9) ? [need] : [])),
  )
  return new Set(types.flatMap((serves, type) => (serves.some((need) => short.has(need)) ? [type] : [])))
}
