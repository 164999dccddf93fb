import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { OwnerPair, Person, type Somebody } from '#ui/person'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import type { Case, Ownership } from '../../contract.ts'
import { presenceOf, usePeople } from '../people.ts'
import { words } from './case-words.ts'

/** Who answers for the case and who stands in, by which rule and since when; the whole history on a press. */
export function Owners({ found }: { found: Case }) {
  const say = useWords(words)
  const [open, setOpen] = useState(false)
  const face = useFaces()
  const beside = found.covered_by?.person ?? found.deputy // who really stands in comes before who would
  const now = found.owners.find(({ until }) => until === null)
  return (
    <div className="cases-owners">
      <OwnerPair owner={face(found.owner)} deputy={beside && face(beside)} />
      <div className="cases-owners-why">
        {now && (
          <span>
            <Why ownership={now} /> · <Time at={now.since} />
          </span>
        )}
        <Button size="small" tone="quiet" icon="clock" onPress={() => setOpen(true)}>
          {say('history')}
        </Button>
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title={say('historyTitle')}>
        <ol className="cases-owner-list">
          {found.owners.toReversed().map((each, place) => (
            <li key={found.owners.length - place}>
              <Person
                person={face(each.owner)}
                size={36}
                detail={each.deputy ? say('withDeputy', { name: each.deputy.name }) : ''}
              />
              <div>
                <Why ownership={each} />
                <small>
                  <Time at={each.since} as="exact" />{' '}
                  {each.until ? (
                    <>
                      → <Time at={each.until} as="exact" />
                    </>
                  ) : (
                    `· ${say('today')}`
                  )}
                </small>
              </div>
            </li>
          ))}
        </ol>
      </Dialog>
    </div>
  )
}

function Why({ ownership: { chosen_by, by } }: { ownership: Ownership }) {
  const say = useWords(words)
  return <>{chosen_by === 'assigned' ? say('by_assigned', { by }) : say(`by_${chosen_by}`)}</>
}

/** A name with its presence, where we know it. */
function useFaces(): (person: { id: string; name: string }) => Somebody {
  const people = usePeople()
  return (person) => {
    const known = people.find((each) => each.id === person.id)
    return known ? { ...person, presence: presenceOf(known) } : person
  }
}
