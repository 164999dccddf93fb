// Why people were not asked, counted: one reason each. Pure.
import { said, type Said } from './said.ts'

type Reason = { why: string; skill: string | null }

export function sayWhyNot({ why, skill }: Reason): Said {
  switch (why) {
    case 'off':
      return said('hors service', 'off duty')
    case 'paused':
      return said('en pause', 'paused')
    case 'busy':
      return said('déjà pris par ailleurs', 'busy with something else')
    case 'wrapping':
      return said('en train de clôturer un contact', 'wrapping up a contact')
    case 'on_break':
      return said('en pause prévue, ou sur le point d’y être', 'on a planned break, or about to be')
    case 'not_channel':
      return said('ne prend pas ce canal', 'not taking this channel')
    case 'declined':
      return said('vient de décliner, ou de laisser passer', 'has just declined, or let it pass')
    case 'excluded':
      return said('à l’écart de cette demande', 'left out of this one')
    case 'not_in_queue':
      return said('n’est pas de cette file', 'not of this queue')
    case 'outside_ring':
      return said('équipe ou site pas encore sollicité', 'a team or site not asked yet')
    case 'lacks_degree':
      return said('n’assure pas ce degré d’assistance', 'does not give this degree of support')
    case 'lacks_ability':
      return skill ? said(`n’a pas le niveau demandé\u202f: ${skill}`, `lacks the level asked for: ${skill}`) : said('n’a pas le niveau demandé', 'lacks the level asked for')
    case 'kept_free':
      return said('resté libre pour ce qui n’attend pas', 'kept free for what cannot wait')
    case 'persons_first':
      return said('attend que les personnes attitrées aient été sollicitées', 'waits until the people of the case were asked')
    default:
      return said('pour une autre raison', 'for another reason')
  }
} // prettier-ignore
