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
  if (why === 'lacks_ability' && skill?.startsWith('brand ')) return said('sans accès à cette marque', 'without access to this brand')
  if (why === 'lacks_ability' && skill?.startsWith('team ')) return said('d’une autre équipe', 'of another team')
  const reason = REASONS[why] ?? said('pour une autre raison', 'for another reason')
  const ability = sayAbility(skill)
  return ability ? said(`${reason.fr}\u202f: ${ability.fr}`, `${reason.en}: ${ability.en}`) : reason
} // prettier-ignore

/** What was asked for: a skill by its name, a language in each language; null for what has no name of its own. */
export function sayAbility(skill: string | null): Said | null {
  if (skill === null || skill === '' || skill === 'nobody' || /^(skill|brand|team) /.test(skill)) return null
  if (!skill.startsWith('language ')) return said(skill, skill)
  const code = skill.slice('language '.length)
  const named = (locale: string): string => {
    try {
      return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
    } catch {
      return code // not a language tag: said as it was written
    }
  }
  return said(named('fr'), named('en'))
}
