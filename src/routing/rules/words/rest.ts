// Hours, overflow, offers and wrap-up, in sentences. Pure.
import type { Elsewhere, Overflow, Queue, QueueHours } from '../../contract/rulebook.ts'
import { queueNamed, type Names } from '../names.ts'
import { listed, said, type Said } from '../said.ts'
import { sayExactly } from '../say-exactly.ts'
import { number, quotedName, sentence, together } from './phrases.ts'
import { weekWords } from './week.ts'

export function hoursWords({ hours, closed }: Pick<Queue, 'hours' | 'closed'>, names: Names): Said {
  if (hours.kind === 'always') return said('Toujours ouverte.', 'Always open.')
  return together(openWords(hours, names), closedWords(closed, names))
}

function openWords(hours: Exclude<QueueHours, { kind: 'always' }>, names: Names): Said {
  if (hours.kind === 'calendar') {
    const name = quotedName(names(hours.calendar))
    return said(`Ouverte aux horaires ${name.fr}.`, `Open in the hours ${name.en}.`)
  }
  const week = weekWords(hours.ranges)
  return said(`Ouverte ${week.fr}.`, `Open ${week.en}.`)
}

function closedWords(closed: Elsewhere, names: Names): Said {
  switch (closed.does) {
    case 'wait':
      return said('Ce qui arrive ensuite attend l’ouverture.', 'What comes outside of them waits until it opens.')
    case 'refuse':
      return said('En dehors, rien n’est accepté.', 'Outside of them nothing is accepted.')
    case 'call_back':
      return said('En dehors, on propose de rappeler.', 'Outside of them a call-back is offered.')
    case 'overflow': {
      const to = quotedName(queueNamed(names, closed.to))
      return said(`En dehors, cela va dans ${to.fr}.`, `Outside of them it goes to ${to.en}.`)
    }
  }
}

export function overflowWords(queue: Pick<Queue, 'overflow' | 'most_waiting' | 'call_back'>, names: Names): Said {
  const moves = queue.overflow.map((each) => moveWords(each, names))
  const all = together(
    moves.length > 0 ? sentence(listed(moves)) : null,
    queue.most_waiting ? fullWords(queue.most_waiting, names) : null,
    queue.call_back ? callBackWords(queue.call_back.after_s) : null,
  )
  return all.fr === '' ? said('Chacun y attend son tour, sans limite.', 'Everybody waits their turn, without limit.') : all
}

function moveWords({ when, to }: Overflow, names: Names): Said {
  const name = quotedName(queueNamed(names, to))
  if ('after_s' in when) {
    const wait = sayExactly(when.after_s)
    return said(`après ${wait.fr} d’attente, cela passe dans ${name.fr}`, `after a wait of ${wait.en} it moves to ${name.en}`)
  }
  const n = number(when.longer_than)
  return said(
    `si plus de ${n.fr} attendent déjà, cela va d’emblée dans ${name.fr}`,
    `when more than ${n.en} wait already, it goes to ${name.en} at once`,
  )
}

function fullWords({ count, otherwise }: NonNullable<Queue['most_waiting']>, names: Names): Said {
  const n = number(count)
  const then = {
    wait: said('les suivants attendent tout de même', 'others wait all the same'),
    refuse: said('les suivants sont refusés', 'others are refused'),
    call_back: said('aux suivants, on propose de rappeler', 'others are offered a call-back'),
    overflow: null,
  }[otherwise.does]
  const to = otherwise.does === 'overflow' ? quotedName(queueNamed(names, otherwise.to)) : said('', '')
  const next = then ?? said(`les suivants vont dans ${to.fr}`, `others go to ${to.en}`)
  return said(`Au plus ${n.fr} y attendent\u202f; ${next.fr}.`, `At most ${n.en} wait in it; ${next.en}.`)
}

function callBackWords(after_s: number): Said {
  const wait = sayExactly(after_s)
  return said(
    `Après ${wait.fr}, on propose de rappeler sans perdre sa place.`,
    `After ${wait.en} a call-back is offered, and the place is kept.`,
  )
}

export function offerWords(queue: Pick<Queue, 'offer' | 'wrap_up' | 'mode' | 'accountable' | 'lasts_s'>): Said {
  const { offer, wrap_up, mode, accountable, lasts_s } = queue
  const [rings, wrap] = [sayExactly(offer.rings_s), sayExactly(wrap_up.most_s)]
  const how = offer.auto_accept
    ? said('Ce qui est proposé est accepté d’office.', 'What is offered is accepted by itself.')
    : said(
        `Une proposition attend ${rings.fr} sa réponse, puis reprend sa place.`,
        `An offer waits ${rings.en} for its answer, then goes back to its place.`,
      )
  return together(
    mode === 'pull'
      ? said(
          'Rien n’est proposé d’office\u00a0: chacun demande la suite.',
          'Nothing is offered by itself: people ask for the next.',
        )
      : how,
    mode === 'push' && !offer.auto_accept && offer.away_after !== null ? awayWords(offer.away_after) : null,
    mode === 'push' && !offer.auto_accept && offer.declined_for_s > 0 ? declinedWords(offer.declined_for_s) : null,
    lasts_s === null ? null : lastsWords(lasts_s),
    wrap_up.most_s > 0 ? said(`Ensuite, jusqu’à ${wrap.fr} de clôture.`, `Then up to ${wrap.en} of wrap-up.`) : null,
    accountable
      ? said(
          'Qui accepte répond du dossier, si personne n’avait été choisi.',
          'Whoever accepts answers for the case, where nobody had been chosen.',
        )
      : said('Le dossier garde la personne qui en répond.', 'The case keeps whoever answers for it.'),
  )
}

const awayWords = (count: number): Said =>
  count === 1
    ? said('Une proposition laissée sans réponse met en pause.', 'An offer left without an answer pauses the person.')
    : said(
        `${count} propositions de suite sans réponse mettent en pause.`,
        `${count} offers in a row without an answer pause the person.`,
      )

function declinedWords(declined_for_s: number): Said {
  const wait = sayExactly(declined_for_s)
  return said(
    `Qui ne la prend pas n’est plus sollicité pour elle pendant ${wait.fr}.`,
    `Whoever does not take it is not asked for it again for ${wait.en}.`,
  )
}

function lastsWords(lasts_s: number): Said {
  const wait = sayExactly(lasts_s)
  return said(
    `Cela dure d’ordinaire ${wait.fr}\u00a0: rien n’est proposé juste avant une pause.`,
    `It usually lasts ${wait.en}: nothing is offered shortly before a break.`,
  )
}
