// May an arrival that carries our token go on with that conversation? Pure.
// The token alone is not enough: a forwarded mail carries it too. Only who already takes part may go on, and only when the sender's
// authentication did not fail. A bounce comes from a machine that never takes part: quoting our token is all it can do, and it neither
// reopens nor starts a clock.
import type { InteractionKind } from '../contract.ts'

export type Join = 'joins' | 'not_a_participant' | 'authentication_failed'

export function mayJoin(arrival: {
  kind: InteractionKind
  participates: boolean
  trusted: boolean
  returned?: boolean | undefined
  certain?: boolean | undefined
}): Join {
  if (arrival.kind === 'bounce') return 'joins'
  if (arrival.certain) return 'joins' // the door itself holds the conversation: a chat's secret, a customer's link
  if (!arrival.trusted) return 'authentication_failed'
  if (arrival.returned) return 'joins' // our own words: where they came from is where they belong, and they ask for nothing
  return arrival.participates ? 'joins' : 'not_a_participant'
}
