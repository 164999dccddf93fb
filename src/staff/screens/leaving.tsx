import { ButtonLink } from '#ui/button'
import { useWords } from '#ui/words'
import type { Person } from '../contract.ts'
import { words } from './words.ts'

/** Nobody leaves while anything rests on them: a page of its own shows what does, and to whom it goes. */
export function Leaving({ person }: { person: Person }) {
  const say = useWords(words)
  return (
    <section className="staff-part">
      <h3>{say('leaving')}</h3>
      <p>{say('leavingText', { name: person.name })}</p>
      <ButtonLink icon="out" href={`/desk/departures?person=${person.id}`}>
        {say('prepareLeaving')}
      </ButtonLink>
    </section>
  )
}
