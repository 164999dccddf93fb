// What is tried stands in the address, so that it can be sent to somebody. Pure.
import type { Chats, Target } from '../../contract.ts'
import type { Why } from '../map/why.ts'
import { mostAtOnce } from '../speeds.ts'
import { asFormula, formulaNames } from '../targets/edit.ts'

export type Tried = {
  calls: number // an hour
  handling_s: number
  patience_s: number | null // null: never gives up
  chats: Chats
  lines: number | null // those being served included; null: no bound
  target: Target
  shrinkage: number
}
const usualLevel = { formula: 'answered_within_of_offered', share: 0.8, within_s: 20 } as const
export const usualTry: Tried = {
  calls: 120,
  handling_s: 240,
  patience_s: 180,
  chats: { at_once: 1 },
  lines: null,
  target: usualLevel,
  shrinkage: 0.25,
}

type Bounds = { usual: number; least: number; most: number }
const number = (text: unknown, { usual, least, most }: Bounds): number => {
  const value = Number(text)
  return text !== undefined && text !== '' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : usual
}

export function triedOf(search: Record<string, unknown>): Tried {
  const lines = Math.round(number(search['lines'], { usual: 0, least: 0, most: 1_000_000 }))
  return {
    calls: number(search['calls'], { usual: usualTry.calls, least: 0, most: 100_000 }),
    handling_s: number(search['handling'], { usual: usualTry.handling_s, least: 1, most: 86_400 }),
    patience_s:
      search['patience'] === 'never'
        ? null
        : number(search['patience'], { usual: usualTry.patience_s ?? 180, least: 1, most: 86_400 }),
    chats: chatsOf(search),
    lines: lines === 0 ? null : lines,
    target: targetOf(search),
    shrinkage: number(search['shrinkage'], { usual: usualTry.shrinkage, least: 0, most: 0.9 }),
  }
}

function chatsOf({ at_once: said, speeds: listed }: Record<string, unknown>): Chats {
  const at_once = Math.round(number(said, { usual: 1, least: 1, most: mostAtOnce }))
  const speeds = typeof listed === 'string' ? listed.split('_').map(Number) : []
  const areSpeeds = speeds.length === at_once && speeds.every((speed) => speed > 0 && speed <= 10)
  return at_once > 1 && areSpeeds ? { at_once, speeds } : { at_once }
}

function targetOf(search: Record<string, unknown>): Target {
  const formula = formulaNames.find((name) => name === search['formula']) ?? usualLevel.formula
  const target = asFormula(usualLevel, formula)
  if ('share' in target)
    return {
      ...target,
      share: number(search['share'], { usual: target.share, least: 0.01, most: 0.999 }),
      within_s: number(search['within'], { usual: target.within_s, least: 0, most: 604_800 }),
    }
  if ('most_s' in target)
    return { ...target, most_s: number(search['most'], { usual: target.most_s, least: 0.1, most: 604_800 }) }
  return { ...target, most_share: number(search['most'], { usual: target.most_share, least: 0.001, most: 1 }) }
}

export const searchOf = (tried: Tried): Record<string, string | number> => {
  const { calls, handling_s, patience_s, chats, lines, target, shrinkage } = tried
  return {
    tab: 'what-if',
    calls,
    handling: handling_s,
    patience: patience_s ?? 'never',
    at_once: chats.at_once,
    ...(chats.speeds && { speeds: chats.speeds.map((speed) => Math.round(speed * 1_000) / 1_000).join('_') }),
    ...(lines !== null && { lines }),
    ...('share' in target
      ? {
          ...(target.formula !== usualLevel.formula && { formula: target.formula }),
          share: target.share,
          within: target.within_s,
        }
      : { formula: target.formula, most: 'most_s' in target ? target.most_s : target.most_share }),
    shrinkage,
  }
}

/** What happens in one interval, to be tried otherwise: with the target that decides there, where one does. */
export function whatIfAddress({ streams, target, level }: Why, interval_min: number, shrinkage: number): string {
  const [only] = streams
  if (!only) return '/desk/staffing?tab=what-if'
  const { aim } = only.load
  const told = level && level.share !== null ? { ...usualLevel, share: level.share, within_s: level.within_s } : usualLevel
  const search = searchOf({
    calls: Math.round((only.contacts * 60 * 10) / interval_min) / 10,
    handling_s: Math.round(only.handling_s),
    patience_s: only.load.patience_s === null ? null : Math.round(only.load.patience_s),
    chats: aim.chats ?? { at_once: 1 },
    lines: aim.lines,
    target: target ?? told,
    shrinkage: Math.round(shrinkage * 1_000) / 1_000,
  })
  return `/desk/staffing?${String(new URLSearchParams(Object.entries(search).map(([name, value]) => [name, String(value)])))}`
}
