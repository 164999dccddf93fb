import type { PersonId } from '#base/contract'
import type { TeamId } from '#staff/contract'
import { ChoosePerson, ChooseTeam, useAllPeople, useAllTeams } from '#staff/screens'
import { Badge } from '#ui/badge'
import { IconButton } from '#ui/button'
import { useWords } from '#ui/words'
import { MOST_DEPUTIES, type Deputy } from '../../contract.ts'
import { words } from './words.ts'

type Chained = {
  deputies: readonly Deputy[]
  onChange: (deputies: readonly Deputy[]) => void
  without: { person: PersonId | null; team: TeamId | null }
}

const idOf = (deputy: Deputy): string => ('person' in deputy ? deputy.person : deputy.team)

/** Who is asked next, in this order, when whoever answers is away. */
export function Chain({ deputies, onChange, without }: Chained) {
  const say = useWords(words)
  const [people, teams] = [useAllPeople(), useAllTeams()]
  const names = new Map([...people, ...teams].map(({ id, name }) => [id as string, name]))
  const taken = new Set([...deputies.map(idOf), without.person, without.team])
  const add = (deputy: Deputy) => !taken.has(idOf(deputy)) && onChange([...deputies, deputy])
  const move = (at: number, by: -1 | 1) => onChange(moved(deputies, at, by))
  return (
    <fieldset className="contacts-editor">
      <legend>{say('chain')}</legend>
      <p className="contacts-quiet">{say('chainText')}</p>
      {deputies.length > 0 && (
        <ol>
          {deputies.map((deputy, at) => {
            const name = names.get(idOf(deputy)) ?? ''
            return (
              <li key={idOf(deputy)}>
                <span>
                  {`${at + 1}. ${name}`} {'team' in deputy && <Badge>{say('team')}</Badge>}
                </span>
                <IconButton size="small" icon="up" label={say('earlier', { name })} isDisabled={at === 0} onPress={() => move(at, -1)} />
                <IconButton size="small" icon="down" label={say('later', { name })} isDisabled={at === deputies.length - 1} onPress={() => move(at, 1)} />
                <IconButton size="small" icon="close" label={say('remove', { name })} onPress={() => onChange(deputies.toSpliced(at, 1))} />
              </li>
            )
          })}
        </ol>
      )}
      {deputies.length < MOST_DEPUTIES ? (
        <div className="customers-pair">
          <ChoosePerson key={`p${deputies.length}`} label={say('addPerson')} value={null} onChange={(person) => person && add({ person })} {...(without.person ? { without: without.person } : {})} />
          <ChooseTeam key={`t${deputies.length}`} label={say('addTeam')} value={null} onChange={(team) => team && add({ team })} />
        </div>
      ) : (
        <p className="contacts-quiet">{say('chainFull')}</p>
      )}
    </fieldset>
  ) // prettier-ignore
}

function moved<Item>(items: readonly Item[], at: number, by: -1 | 1): Item[] {
  const item = items[at]
  return item === undefined ? [...items] : items.toSpliced(at, 1).toSpliced(at + by, 0, item)
}
