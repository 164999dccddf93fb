import { useState } from 'react'
import { Confirm } from '#ui/confirm'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listStaff, removePerson, type Person, type PersonId } from '../contract.ts'
import { useAllPeople } from './all-people.ts'
import { ChoosePerson } from './choose-person.tsx'
import { words } from './words.ts'

/** Nobody leaves without somebody taking over. */
export function Leaving({ person, onGone }: { person: Person; onGone: () => void }) {
  const say = useWords(words)
  const [successor, setSuccessor] = useState<PersonId | null>(null)
  const names = new Map(useAllPeople().map(({ id, name }) => [id, name]))
  const leave = useSend(removePerson, {
    refetch: [listStaff],
    onDone: () => {
      toast({ text: say('left', { name: person.name, successor: (successor && names.get(successor)) ?? '' }) })
      onGone()
    },
  })
  const go = () => successor && leave.mutate({ person: person.id, successor })
  return (
    <section className="staff-part">
      <h3>{say('leaving')}</h3>
      <p>{say('leavingText', { name: person.name })}</p>
      <ChoosePerson label={say('successor')} without={person.id} value={successor} onChange={setSuccessor} />
      <Confirm tone="danger" label={say('leave')} question={say('leaveQuestion')} yes={say('yesLeave')} isDisabled={!successor} onYes={go} />
    </section>
  ) // prettier-ignore
}
