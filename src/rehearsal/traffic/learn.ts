// Everything a rehearsal rests on, learnt from what was read.
import type { Duration } from '../contract.ts'
import { togetherOf } from './at-once.ts'
import { byChannel, type Contacts } from './contacts.ts'
import type { Given } from './given.ts'
import { handlingOf, quantiles } from './handling.ts'
import { kindsOf } from './kinds.ts'
import { patienceOf } from './patience.ts'
import type { Learnt } from './scenario-of.ts'
import type { Said } from './shifts.ts'
import { staffingOf } from './staffing.ts'

export function learn(contacts: Contacts, said: readonly Said[], given: Given): { learnt: Learnt; merged: number } {
  const { assume } = given.asked
  const handling = handlingOf(contacts, assume)
  const { kinds, merged } = kindsOf(contacts)
  const staffing = staffingOf(contacts, said, { given, handling })
  const patience = patienceOf(contacts, assume)
  return {
    learnt: { handling, wrap_up: wrapUps(contacts, given), patience, staffing, kinds, together: togetherOf(contacts) },
    merged,
  }
}

function wrapUps(contacts: Contacts, { asked: { assume } }: Given): Map<string, Duration> {
  const laws = new Map<string, Duration>()
  for (const [channel, places] of byChannel(contacts)) {
    const given = (assume[channel] ?? assume['*'])?.wrap_up_s
    const seen = places.flatMap((i) => ((contacts.wrap_up_s[i] ?? NaN) >= 0 ? [contacts.wrap_up_s[i] ?? 0] : []))
    if (given !== undefined) laws.set(channel, given)
    else if (seen.length > 0) laws.set(channel, { law: 'empirical', values_s: quantiles(seen) })
  }
  return laws
}
