import { Combobox } from '#ui/combobox'
import type { PersonId } from '../contract.ts'
import { optionsOf, useAllPeople } from './all-people.ts'

type Choosing = {
  label: string
  hint?: string
  value: PersonId | null
  onChange: (person: PersonId | null) => void
  without?: string
  isRequired?: boolean
}

/** One of the staff, by typing their name. */
export function ChoosePerson({ value, onChange, without, ...field }: Choosing) {
  const people = useAllPeople()
  if (people.length === 0) return null
  const pick = (id: string | null) => onChange(people.find((person) => person.id === id)?.id ?? null)
  return <Combobox {...field} options={optionsOf(people, without)} value={value} onChange={pick} />
}
