// A situation as it would be after a move: pure, so that what is simulated is what would be done, and taking it back gives the situation there was.
import type { Step } from '../contract/moves.ts'
import type { PersonNow, Situation } from './situation.ts'

export const withSteps = (situation: Situation, steps: readonly Step[]): Situation => steps.reduce(withStep, situation)

function withStep(situation: Situation, step: Step): Situation {
  switch (step.does) {
    case 'retime':
      return withPerson(situation, step.person.id, (person) => ({
        ...person,
        activities: person.activities.map((each) => (each.id === step.activity ? { ...each, ...spanOf(step.to) } : each)),
      }))
    case 'cancel':
      return withPerson(situation, step.person.id, (person) => ({
        ...person,
        activities: person.activities.filter(({ id }) => id !== step.activity),
      }))
    case 'place':
      return withPerson(situation, step.person.id, (person) => ({
        ...person,
        queues: { ...person.queues, [step.queue]: step.preference },
      }))
    case 'chats':
      return withPerson(situation, step.person.id, (person) => ({ ...person, chats: step.most }))
    case 'call_back':
      return {
        ...situation,
        queues: situation.queues.map((each) => (each.key === step.queue ? { ...each, call_back_after_s: step.after_s } : each)),
      }
    case 'ask':
      return withPerson(situation, step.person.id, (person) => withHours(person, spanOf(step)))
  }
}

const spanOf = ({ from, to }: { from: string; to: string }): { from: number; to: number } => ({
  from: Date.parse(from),
  to: Date.parse(to),
})

function withPerson(situation: Situation, id: string, change: (person: PersonNow) => PersonNow): Situation {
  return { ...situation, people: situation.people.map((person) => (person.id === id ? change(person) : person)) }
}

// Whoever is asked is counted as if they said yes: the figure is what a yes is worth.
function withHours(person: PersonNow, { from, to }: { from: number; to: number }): PersonNow {
  const shift = person.shift ?? { id: '', from, to }
  return {
    ...person,
    here: true,
    from: Math.min(person.shift ? person.from : from, from),
    shift: { ...shift, from: Math.min(shift.from, from), to: Math.max(shift.to, to) },
  }
}
