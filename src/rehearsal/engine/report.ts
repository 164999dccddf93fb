// What was gathered, said: every figure with its interval and the name of its formula.
import {
  figureFormulas,
  figureNames,
  type Figure,
  type FigureName,
  type Figures,
  type Report,
  type Result,
} from '../contract/report.ts'
import type { Scenario } from '../contract/scenario.ts'
import { hourScope, queueScope, teamScope } from './figures.ts'
import { isPrecise, scopesOf, type Gathered } from './gather.ts'
import { mostHurt } from './hurt.ts'
import { differenceOf, figureOf, type Known, type Moments } from './moments.ts'
import type { Rehearsal } from './rehearsal.ts'
import type { Side } from './side.ts'
import { HOURS } from './tally.ts'
import { warningsOf } from './warnings.ts'

export function reportOf(rehearsal: Rehearsal, gathered: Gathered): Report {
  const { scenario, today, tomorrow, hurt, flows } = rehearsal
  const say = sayer(scenario)
  const hours = busyHours(today, gathered.today)
  const ofSide =
    (moments: Moments): Say =>
    (figure) =>
      say.figure(moments, figure)
  return {
    scenario: scenario.name,
    seed: scenario.seed,
    confidence: scenario.confidence,
    replications: gathered.replications,
    precision_reached: isPrecise(scenario, gathered),
    service_level: scenario.service_level,
    days: scenario.days,
    warm_up_s: scenario.warm_up_s,
    events: gathered.events,
    today: { ...resultOf(today, ofSide(gathered.today), hours), warnings: warningsOf(rehearsal, today, gathered) },
    tomorrow: tomorrow &&
      gathered.tomorrow && {
        ...resultOf(tomorrow, ofSide(gathered.tomorrow), hours),
        warnings: warningsOf(rehearsal, tomorrow, gathered),
      },
    difference: tomorrow && {
      ...resultOf(today, (figure) => say.difference(gathered, figure), hours),
      name: `${tomorrow.name} − ${today.name}`,
      warnings: [],
    },
    most_hurt: hurt ? mostHurt(hurt, flows) : [],
  }
}

type Say = (figure: number) => Figure | null

function resultOf(side: Side, say: Say, hours: readonly number[]): Omit<Result, 'warnings'> {
  const scopes = scopesOf(side)
  const of = (scope: number): Figures => figuresOf(scope, say)
  return {
    name: side.name,
    whole: of(0),
    queues: side.queues.map((name, queue) => ({ name, figures: of(queueScope(queue)) })),
    teams: side.teams.map((name, team) => ({ name, figures: of(teamScope(scopes, team)) })),
    hours: hours.map((hour) => ({ hour, figures: of(hourScope(scopes, hour)) })),
  }
}

// The hours of the day in which anybody came.
const busyHours = (side: Side, moments: Moments): number[] =>
  Array.from({ length: HOURS }, (_, hour) => hour).filter((hour) => {
    const offered = hourScope(scopesOf(side), hour) * figureNames.length + figureNames.indexOf('offered')
    return (figureOf(moments, offered, 0.5)?.value ?? 0) > 0
  })

function figuresOf(scope: number, say: Say): Figures {
  const figures: Figures = {}
  for (const [place, name] of figureNames.entries()) {
    const figure = say(scope * figureNames.length + place)
    if (figure) figures[name] = figure
  }
  return figures
}

function sayer({ confidence, service_level }: Scenario) {
  const formulaOf = (name: FigureName) => (name === 'service_level' ? service_level.formula : name)
  return {
    figure: (moments: Moments, figure: number): Figure | null => {
      const name = figureNames[figure % figureNames.length]!
      const formula = formulaOf(name)
      const most = figureFormulas[formula].unit === 'share' ? 1 : Number.POSITIVE_INFINITY
      return said(figureOf(moments, figure, confidence), { formula, least: 0, most })
    },
    difference: ({ today, aligned }: Gathered, figure: number): Figure | null => {
      const formula = formulaOf(figureNames[figure % figureNames.length]!)
      const known = aligned && differenceOf(today, aligned, { figure, confidence })
      return said(known, { formula, least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY })
    },
  }
}

function said(known: Known | null, { formula, least, most }: { formula: string; least: number; most: number }): Figure | null {
  if (!known) return null
  const { value, half, n } = known
  return {
    mean: value,
    low: half === null ? null : Math.max(least, value - half),
    high: half === null ? null : Math.min(most, value + half),
    n,
    formula,
  }
}
