// A question answered: what was left out is found, and what it comes to is told.
import type { Answer, Distribution } from '../contract/question.ts'
import { erlangsOf, mostCallsPerHour, mostErlangs, mostLines, type Load } from '../contract/load.ts'
import type { Target } from '../contract/target.ts'
import { solve } from './solve.ts'
import { judge } from './meets.ts'
import { figuresFor, requirementFor } from './require.ts'
import { largestReal, smallest } from './smallest.ts'
import type { Plain } from './grid.ts'

/** What a question asks to be found. With Erlang B agents and lines are the same. */
export function findOf({ find, model, agents, calls_per_hour }: Plain): Answer['find'] {
  if (find) return find
  if (calls_per_hour === undefined) return 'calls_per_hour'
  if (agents !== undefined) return 'figures'
  return model === 'erlang_b' ? 'lines' : 'agents'
}

/** @throws RangeError where a queue is beyond what is solved */
export function answerOf(question: Plain): Answer {
  const find = findOf(question)
  const load = loadFound(question, find)
  const { agents, targets = [], shrinkage, within_s } = question
  const wish = { targets, shrinkage, ...(within_s !== undefined && { within_s }) }
  const looked = load ?? loadOf({ ...question, calls_per_hour: question.calls_per_hour ?? 0 })
  const found = agents === undefined || find === 'agents' ? requirementFor(looked, wish) : figuresFor(looked, agents, wish)
  return {
    name: question.name ?? null,
    find,
    calls_per_hour: load === null && find === 'calls_per_hour' ? null : looked.calls_per_hour,
    handling_s: looked.handling_s,
    patience_s: looked.patience,
    lines: (looked.nobody_waits ? found.agents : looked.lines) ?? null,
    ...found,
    distribution: found.agents === null ? null : distributionOf(question, looked, found.agents),
    ...(load === null && { notes: [...found.notes, notFound(find)] }),
  }
}

function distributionOf({ times_s, quantiles }: Plain, load: Load, agents: number): Distribution | null {
  if (!times_s && !quantiles) return null
  const solved = solve(load, agents)
  const let_in = 1 - solved.blocked
  return {
    times: (times_s ?? []).map((within_s) => {
      const { answered, gave_up, still_waits } = solved.fates(within_s)
      return { within_s, answered: let_in * answered, gave_up: let_in * gave_up, still_waits: let_in * still_waits }
    }),
    quantiles: (quantiles ?? []).map((share) => ({ share, wait_s: solved.waitOfAnswered(share) })),
  }
}

function loadFound(question: Plain, find: Answer['find']): Load | null {
  if (find === 'lines') return withLines(question)
  return find === 'calls_per_hour' ? withCalls(question) : loadOf(question)
}

function loadOf({ model, calls_per_hour = 0, handling_s, wrap_up_s, patience_s, lines, chats }: Plain): Load {
  return {
    calls_per_hour,
    handling_s: handling_s + wrap_up_s,
    patience: patience_s,
    ...(model === 'erlang_b' ? { nobody_waits: true } : lines !== undefined && { lines }),
    ...(chats && { chats }),
  }
}

// The most calls that keep every target: they are kept the better the fewer come.
function withCalls(question: Plain): Load | null {
  const { agents = 0, targets = [] } = question
  const load = loadOf(question)
  const at = (calls_per_hour: number): Load => ({ ...load, calls_per_hour })
  const most = Math.min(mostCallsPerHour, (mostErlangs / load.handling_s) * 3_600)
  const holds = (calls_per_hour: number) => targets.every((target) => isKept(target, at(calls_per_hour), agents))
  const found = largestReal(holds, { most, guess: Math.max(1, (agents / load.handling_s) * 3_600) })
  return found === null ? null : at(found)
}

// More waiting than can be listed keeps no target that one would ask for.
function isKept(target: Target, load: Load, agents: number): boolean {
  try {
    return judge(target, load, agents).met
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

// The least lines for a target “blocked” with the people given: who finds no one free waits on the lines that are left.
function withLines(question: Plain): Load | null {
  const { agents, targets = [], model } = question
  const load = loadOf(question)
  if (model === 'erlang_b' || agents === undefined) return { ...load, nobody_waits: true }
  const most = targets.find((target) => target.formula === 'blocked')
  if (!most || !('most_share' in most)) return null
  const blockedBy = (lines: number) => solve({ ...load, lines }, agents).blocked
  const found = smallest((lines) => blockedBy(lines) <= most.most_share, {
    most: mostLines,
    guess: Math.max(agents, erlangsOf(load)),
  })
  return found === null ? null : { ...load, lines: found }
}

const notFound = (find: Answer['find']) =>
  find === 'lines'
    ? {
        code: 'no_lines_are_enough',
        en: 'More calls come than these people can take and nobody gives up: no number of lines blocks so few.',
        fr: 'Il vient plus d’appels que ces personnes n’en prennent et nul ne renonce : aucun nombre de lignes ne bloque si peu.',
      }
    : {
        code: 'no_calls_are_few_enough',
        en: 'With so many people not even the fewest calls keep every target.',
        fr: 'Avec cet effectif, même très peu d’appels ne tiennent pas tous les objectifs.',
      }
