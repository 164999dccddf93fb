// Why people were not asked, counted: one reason each. Pure.
import { said, type Said } from './said.ts'

type Reason = { why: string; skill: string | null }

// Said after a number of people, so that one and several read alike.
const REASONS: Readonly<Record<string, Said>> = {
  off: said('hors service', 'off duty'),
  paused: said('en pause', 'paused'),
  busy: said('avec autre chose en main', 'busy with something else'),
  wrapping: said('en clôture', 'wrapping up'),
  on_break: said('en pause prévue, ou bientôt', 'on a planned break, or about to be'),
  not_channel: said('hors de ce canal pour le moment', 'not on this channel for now'),
  declined: said('après avoir décliné ou laissé passer', 'after declining, or letting it pass'),
  excluded: said('à l’écart de cette demande', 'left out of this one'),
  not_in_queue: said('hors de cette file', 'not of this queue'),
  outside_ring: said('d’une équipe ou d’un site pas encore sollicités', 'of a team or site not asked yet'),
  lacks_degree: said('sans ce degré d’assistance', 'without this degree of support'),
  lacks_ability: said('sans le niveau demandé', 'without the level asked for'),
  kept_free: said('en réserve pour ce qui n’attend pas', 'kept free for what cannot wait'),
  persons_first: said('après les personnes attitrées', 'after the people of the case'),
}

export function sayWhyNot({ why, skill }: Reason): Said {
  const reason = REASONS[why] ?? said('pour une autre raison', 'for another reason')
  return skill ? said(`${reason.fr}\u202f: ${skill}`, `${reason.en}: ${skill}`) : reason
}
