// A rehearsal made ready, and its replications one by one: both sides on the same chance.
import { daySeconds } from '../contract/clock.ts'
import type { Scenario } from '../contract/scenario.ts'
import type { Kind } from '../contract/traffic.ts'
import { rowOf, type Row } from './figures.ts'
import { addFates, newHurt, type HurtSums } from './hurt.ts'
import { newPlay, type Play } from './play.ts'
import { replay } from './replay.ts'
import { sideOf, type Side, type Window, type Written } from './side.ts'
import { flowsOf, type Flow } from './traffic.ts'

export type Rehearsal = {
  readonly scenario: Scenario
  readonly kinds: readonly Kind[]
  readonly flows: readonly Flow[]
  readonly window: Window
  readonly today: Side
  readonly tomorrow: Side | null
  readonly plays: { today: Play; tomorrow: Play | null }
  readonly hurt: HurtSums | null
}

/** What one replication came to. */
export type Replicated = { replication: number; today: Row; tomorrow: Row | null; events: number; unplayed: number }

/** A scenario whose traffic has been read: the list of kinds, not a file. */
export type Ready = Scenario & { traffic: Kind[] }

export function prepareRehearsal(scenario: Ready): Rehearsal {
  const { traffic: kinds, compare } = scenario
  const to = scenario.days * daySeconds
  const window = { from: Math.min(scenario.warm_up_s, to), to, end: to + scenario.finish_s }
  const flows = flowsOf(kinds, to)
  const today = sideOf(scenario, kinds, window)
  const tomorrow = compare ? sideOf(tomorrowOf(scenario, compare), kinds, window) : null
  const options = { seed: scenario.seed, busyness: scenario.busyness?.cv ?? 0, window, fates: tomorrow !== null }
  return {
    scenario,
    kinds,
    flows,
    window,
    today,
    tomorrow,
    plays: { today: newPlay(today, flows, options), tomorrow: tomorrow ? newPlay(tomorrow, flows, options) : null },
    hurt: tomorrow ? newHurt(flows, scenario.lost_counts_as_s) : null,
  }
}

/**
 * What tomorrow says of staff and rules, and where it says nothing what today says. Rules are said as a whole: a rulebook replaces queues, and
 * queues a rulebook.
 */
export function tomorrowOf(scenario: Scenario, compare: NonNullable<Scenario['compare']>): Written {
  const saysRules = compare.queues !== undefined || compare.rulebook !== undefined
  const { queues, rulebook, openings } = saysRules ? compare : scenario
  return {
    name: compare.name,
    staff: compare.staff ?? scenario.staff,
    service_level: scenario.service_level,
    queues,
    rulebook,
    openings,
    channels: compare.channels ?? scenario.channels,
  }
}

export function replicate(rehearsal: Rehearsal, replication: number): Replicated {
  const { plays, hurt } = rehearsal
  const today = playOne(rehearsal, plays.today, replication)
  const tomorrow = plays.tomorrow && playOne(rehearsal, plays.tomorrow, replication)
  if (hurt && plays.tomorrow) addFates(hurt, replication, { today: plays.today.fates!, tomorrow: plays.tomorrow.fates! }) // both keep fates
  return {
    replication,
    today,
    tomorrow,
    events: plays.today.tally.events + (plays.tomorrow?.tally.events ?? 0),
    unplayed: plays.today.tally.unresolved + (plays.tomorrow?.tally.unresolved ?? 0),
  }
}

function playOne({ window, scenario }: Rehearsal, play: Play, replication: number): Row {
  replay(play, replication)
  return rowOf(play.tally, play.side, { window, formula: scenario.service_level.formula })
}
