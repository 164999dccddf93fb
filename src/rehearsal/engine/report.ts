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
    today: {
      ...resultOf(today, (figure) => say.figure(gathered.today, figure)),
      warnings: warningsOf(rehearsal, today, gathered),
    },
    tomorrow:
      tomorrow && gathered.tomorrow
        ? {
            ...resultOf(tomorrow, (figure) => say.figure(gathered.tomorrow!, figure)),
            warnings: warningsOf(rehearsal, tomorrow, gathered),
          } // checked
        : null,
    difference: gathered.aligned
      ? {
          ...resultOf(today, (figure) => say.difference(gathered, figure)),
          name: `${tomorrow?.name} − ${today.name}`,
          warnings: [],
        }
      : null,
    most_hurt: hurt ? mostHurt(hurt, flows) : [],
  }
}

type Say = (figure: number) => Figure | null

function resultOf(side: Side, say: Say): Omit<Result, 'warnings'> {
  const scopes = scopesOf(side)
  const of = (scope: number): Figures => figuresOf(scope, say)
  const hours = Array.from({ length: HOURS }, (_, hour) => ({ hour, figures: of(hourScope(scopes, hour)) }))
  return {
    name: side.name,
    whole: of(0),
    queues: side.queues.map((name, queue) => ({ name, figures: of(queueScope(queue)) })),
    teams: side.teams.map((name, team) => ({ name, figures: of(teamScope(scopes, team)) })),
    hours: hours.filter(
      ({ figures }) => (figures.offered?.high ?? figures.offered?.mean ?? 0) !== 0 || (figures.offered?.low ?? 0) !== 0,
    ),
  }
}

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
