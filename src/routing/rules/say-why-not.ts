// Why people were not asked, counted: one reason each. Pure.
import { said, type Said } from './said.ts'

type Reason = { why: string; skill: string | null }

const REASONS: Readonly<Record<string, Said>> = {
  off: said('hors service', 'off duty'),
  paused: said('en pause', 'paused'),
  busy: said('déjà pris par ailleurs', 'busy with something else'),
  wrapping: said('en train de clôturer un contact', 'wrapping up a contact'),
  on_break: said('en pause prévue, ou sur le point d’y être', 'on a planned break, or about to be'),
  not_channel: said('ne prend pas ce canal', 'not taking this channel'),
  declined: said('vient de décliner, ou de laisser passer', 'has just declined, or let it pass'),
  excluded: said('à l’écart de cette demande', 'left out of this one'),
  not_in_queue: said('n’est pas de cette file', 'not of this queue'),
  outside_ring: said('équipe ou site pas encore sollicité', 'a team or site not asked yet'),
  lacks_degree: said('n’assure pas ce degré d’assistance', 'does not give this degree of support'),
  kept_free: said('resté libre pour ce qui n’attend pas', 'kept free for what cannot wait'),
  persons_first: said('attend que les personnes attitrées aient été sollicitées', 'waits until the people of the case were asked'),
  lacks_ability: said('n’a pas le niveau demandé', 'lacks the level asked for'),
} // prettier-ignore

export function sayWhyNot({ why, skill }: Reason): Said {
  const reason = REASONS[why] ?? said('pour une autre raison', 'for another reason')
  return skill ? said(`${reason.fr}\u202f: ${skill}`, `${reason.en}: ${skill}`) : reason
}
