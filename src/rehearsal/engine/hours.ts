// People come to work and go, queues open and close.
import { agentChanged, closed, opened, type AgentChange } from '#routing/engine'
import { put } from './calendar.ts'
import { countBusy } from './finish.ts'
import { obey } from './obey.ts'
import { READY } from './people.ts'
import { CODE_SHIFT, OPENING, ROSTER, type Play } from './play.ts'

// By READY, PAUSED, OFF. A new day's count of what somebody handled begins with the first shift of it.
const changes: readonly AgentChange[] = [{}, { state: 'ready' }, { state: 'paused' }, { state: 'off' }]

export function rosterChanges(play: Play, at: number): void {
  const { roster } = play.side
  while (play.rosterAt < roster.at.length && roster.at[play.rosterAt]! <= at) {
    const person = roster.person[play.rosterAt]! // as many as times
    const change = roster.change[play.rosterAt]! // likewise
    play.rosterAt++
    if (play.load[person]! > 0) countBusy(play, at, person)
    play.busySince[person] = at
    play.offSince[person] = change === READY ? Number.NaN : at
    agentChanged(play.routed, at, { agent: person, change: changes[change]! })
    obey(play, at)
  }
  if (play.rosterAt < roster.at.length) put(play.calendar, roster.at[play.rosterAt]!, ROSTER << CODE_SHIFT, 0)
}

export function doorsChange(play: Play, at: number): void {
  const { hours, hoursEvery } = play.side
  const { queue, open } = hours[play.hoursAt % hours.length]! // called only where there are hours
  play.hoursAt++
  if (open) opened(play.routed, at, queue)
  else closed(play.routed, at, queue)
  obey(play, at)
  const times = Math.floor(play.hoursAt / hours.length)
  const next = hours[play.hoursAt % hours.length]! // likewise
  put(play.calendar, times * hoursEvery + next.at, OPENING << CODE_SHIFT, 0)
}
