// What routing knows of somebody, from what the house keeps of them. Pure.
import type { Ability, SeatSettings } from '../contract/abilities.ts'
import type { PersonFactsOfRouting } from '../contract/rulebook.ts'

export const factsOf = ({
  person,
  name,
  teams,
  skills,
  speaks,
  degree,
  queues,
  most,
  seat_units,
}: Ability): PersonFactsOfRouting => ({
  id: person,
  name,
  teams,
  skills,
  languages: speaks,
  degree,
  queues,
  most,
  seat_units,
})

const FLUENT = 5

/** With what is so where nobody said otherwise: everybody speaks the language their desk is in. */
export const spokenBy = ({ languages }: Pick<SeatSettings, 'languages'>, desk: string): Record<string, number> =>
  languages ?? { [desk]: FLUENT }
