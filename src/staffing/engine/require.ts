// How many people a load takes for its targets, and which target decides.
import type { HeldTarget, Note, Requirement } from '../contract/figures.ts'
import { erlangsOf, mostAgents, scheduledFor, type Load } from '../contract/load.ts'
import type { Target } from '../contract/target.ts'
import { figuresOf } from './figures.ts'
import { judge } from './meets.ts'
import { notesOf } from './notes.ts'
import { modelOf } from './room-of.ts'
import { smallest } from './smallest.ts'

export type Wish = { targets: readonly Target[]; shrinkage?: number; within_s?: number }

/**
 * The least number of people with whom every target holds, proven: with one less at least one of them is missed. Each target says how many it alone needs,
 * and whether it decides. null agents: no number up to 100,000 is enough (a bound on lines that blocks too many whoever answers).
 */
export function requirementFor(load: Load, wish: Wish): Requirement {
  const needs = wish.targets.map((target) => agentsFor(load, target))
  const enough = needs.filter((need) => need !== null)
  const least = enough.length < needs.length ? null : Math.max(0, ...enough)
  const agents = least === null || keepsAll(load, wish.targets, least) ? least : null
  return requirementOf(load, agents, { ...wish, needs })
}

/** The same for a number of people that is given: figures, and whether each target holds. */
export function figuresFor(load: Load, agents: number, wish: Wish): Requirement {
  return requirementOf(load, agents, { ...wish, needs: wish.targets.map((target) => agentsFor(load, target)) })
}

// Only a bound on lines can break it: where people leave sooner than they would be served, more agents keep the lines taken for longer.
const keepsAll = (load: Load, targets: readonly Target[], agents: number): boolean =>
  load.lines === undefined || targets.every((target) => judge(target, load, agents).met)

/** The least number of people for one target, or null where none is enough. */
export function agentsFor(load: Load, target: Target): number | null {
  if (load.calls_per_hour === 0) return 0
  if (target.formula === 'blocked' && judge(target, load, 0).met) return 0
  const erlangs = erlangsOf(load)
  return smallest((agents) => judge(target, load, agents).met, {
    most: mostAgents,
    guess: Math.min(mostAgents, erlangs + Math.sqrt(erlangs)),
  })
}

type Found = Wish & { needs: readonly (number | null)[] }

function requirementOf(load: Load, agents: number | null, { targets, needs, shrinkage = 0, within_s }: Found): Requirement {
  const seated = agents ?? 0
  const { stable, figures } = figuresOf(load, seated, within_s ?? withinOf(targets))
  return {
    model: modelOf(load, agents),
    erlangs: erlangsOf(load),
    agents,
    scheduled: agents === null ? null : scheduledFor(agents, shrinkage),
    stable: agents === null || stable,
    figures: agents === null || (agents === 0 && load.calls_per_hour === 0) ? nothing(figures) : figures,
    targets: targets.map((target, i) => heldTarget(target, { load, agents, need: needs[i] ?? null })),
    notes: notesOf(load, { agents, stable }),
  }
}

export const defaultWithin = 20
export const withinOf = (targets: readonly Target[]): number =>
  targets.find((target) => 'within_s' in target)?.within_s ?? defaultWithin

function heldTarget(
  target: Target,
  { load, agents, need }: { load: Load; agents: number | null; need: number | null },
): HeldTarget {
  if (agents === null) return { target, reached: null, met: false, agents: need, decides: need === null }
  const { reached, met } = judge(target, load, agents)
  return { target, reached, met, agents: need, decides: need === agents && agents > 0 }
}

type Figures = Requirement['figures']
const nothing = (figures: Figures): Figures =>
  ({
    ...Object.fromEntries(Object.keys(figures).map((name) => [name, null])),
    service_level: {
      within_s: figures.service_level.within_s,
      answered_within_of_offered: null,
      answered_within_of_answered: null,
      answered_within_of_offered_less_short_abandons: null,
      answered_or_left_within_of_offered: null,
    },
  }) as Figures // the same names, each without a figure

export type { Note }
