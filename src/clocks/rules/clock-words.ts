// Why a clock stands as it stands, in a sentence. Pure.
import type { ClockState, Words } from '../contract.ts'
import type { ClockRow } from '../store/clock.ts'
import { lasting, moment, pauseWords } from './say.ts'

type Shown = { worked_minutes: number; opens: Temporal.Instant | null; zone: string; always: boolean }
const say = (fr: string, en: string): Words => ({ fr, en })

export function clockWords(clock: ClockRow & { state: ClockState }, { worked_minutes, opens, zone, always }: Shown): Words {
  const unit = always ? say('', '') : say(' ouvrées', ' of working time')
  const [done, target] = [lasting(worked_minutes), lasting(clock.target_minutes)]
  const gone = say(`${done.fr} sur ${target.fr}${unit.fr}.`, `${done.en} of ${target.en}${unit.en}.`)
  const last = clock.segments.at(-1)
  if (clock.ended_at) return ended(clock, { gone, zone })
  if (clock.paused_because && last) {
    const [from, why] = [moment(Temporal.Instant.from(last.from), zone), pauseWords[clock.paused_because]]
    const late = clock.breached_at ? say(' L’échéance était déjà passée.', ' It was late already.') : say('', '')
    return say(
      `En pause depuis ${from.fr} : ${why.fr}. ${gone.fr}${late.fr}`,
      `Paused since ${from.en}: ${why.en}. ${gone.en}${late.en}`,
    )
  }
  if (clock.state === 'breached') return late(clock, { gone, zone })
  const closed = opens ? moment(opens, zone) : null
  const waits = closed
    ? say(` Hors horaires : le temps reprend ${closed.fr}.`, ` Out of hours: time goes on ${closed.en}.`)
    : say('', '')
  return say(`${gone.fr}${waits.fr}`, `${gone.en}${waits.en}`)
}

function late({ breached_at, due_at }: ClockRow, { gone, zone }: { gone: Words; zone: string }): Words {
  const since = breached_at ?? due_at
  const at = since && moment(since, zone)
  return at ? say(`En retard depuis ${at.fr}. ${gone.fr}`, `Late since ${at.en}. ${gone.en}`) : gone
}

function ended({ ended_at, ended_as, breached_at, kind }: ClockRow, { gone, zone }: { gone: Words; zone: string }): Words {
  const at = moment(ended_at!, zone)
  if (ended_as === 'over')
    return say(`Arrêtée ${at.fr} : plus personne n’attendait. ${gone.fr}`, `Stopped ${at.en}: nobody waited any more. ${gone.en}`)
  const did = kind === 'resolution' ? say('Résolu', 'Resolved') : say('Répondu', 'Answered')
  const how = breached_at ? say('en retard', 'late') : say('dans le délai', 'in time')
  return say(`${did.fr} ${at.fr}, ${how.fr}. ${gone.fr}`, `${did.en} ${at.en}, ${how.en}. ${gone.en}`)
}

type Quiet = { since: Temporal.Instant; due: Temporal.Instant | null; alarm: Temporal.Instant | null; zone: string }
export function quietWords(cause: 'silence' | 'stagnation', { since, due, alarm, zone }: Quiet): Words {
  const from = moment(since, zone)
  const what = cause === 'silence' ? say(`Le client n’a pas de nouvelles depuis ${from.fr}.`, `The customer has heard nothing since ${from.en}.`) : say(`Rien n’avance depuis ${from.fr}.`, `Nothing has moved since ${from.en}.`) // prettier-ignore
  const then = alarm ?? due
  if (!then)
    return cause === 'stagnation' ? say(`${what.fr} Nous attendons le client.`, `${what.en} We wait for the customer.`) : what
  const at = moment(then, zone)
  return alarm ? say(`${what.fr} C’est trop long depuis ${at.fr}.`, `${what.en} That is too long since ${at.en}.`) : say(`${what.fr} Sera signalé ${at.fr}.`, `${what.en} Will be pointed out ${at.en}.`) // prettier-ignore
}
