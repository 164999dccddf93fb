import { useState } from 'react'
import type { PersonId } from '#base/contract'
import { itemKinds } from '#handovers/contract'
import { ChoosePerson, ChooseTeam } from '#staff/screens'
import type { TeamId } from '#staff/contract'
import { Button } from '#ui/button'
import { Checkbox, Radios } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextArea } from '#ui/field'
import { Stack } from '#ui/layout'
import { Person } from '#ui/person'
import { useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { getDeparture, getSplit, postPassing, type Departure, type Receiver, type RestingKind } from '../contract.ts'
import { words } from './words.ts'

type Passing = { departure: Departure; kinds: readonly string[]; way: RestingKind['way']; onClose: () => void }
type Split = ReturnType<typeof getSplit.output.parse>
type How = 'person' | 'team' | 'directory'

/** To one person, shared out over a team, or by the directory; how it would be shared out is shown before it is. */
export function PassDialog({ departure, kinds, way, onClose }: Passing) {
  const say = useWords(words)
  const [how, setHow] = useState<How>('person')
  const [person, setPerson] = useState<PersonId | null>(null)
  const [team, setTeam] = useState<TeamId | null>(null)
  const [message, setMessage] = useState('')
  const [introduce, setIntroduce] = useState(true)
  const offered = itemKinds.filter((each) => kinds.includes(each))
  const offers = offered.length > 0
  const pass = useSend(postPassing, { refetch: [getDeparture], onDone: onClose, onError: () => {} }) // shown in place
  const split = useSend(getSplit, { onError: () => {} }) // shown in place
  const to = receiverOf(how, { person, team })
  const ends = way === 'end'
  const go = () => {
    const receiver: Receiver | null = ends ? { directory: true } : to // what ends goes to nobody
    if (receiver) pass.mutate({ id: departure.id, kinds: [...kinds], to: receiver, message, introduce })
  }
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      {offers && how !== 'person' && (
        <Button
          isDisabled={!to}
          busy={split.isPending}
          onPress={() => to && split.mutate({ id: departure.id, kinds: offered, to })}
        >
          {say('preview')}
        </Button>
      )}
      <Button tone="primary" icon="handover" isDisabled={!ends && !to} busy={pass.isPending} onPress={go}>
        {say(ends ? 'end' : 'offer')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={say('passTitle')} foot={foot}>
      <Stack>
        {ends && <p>{say('way_end')}</p>}
        {!ends && offers && <Ways how={how} onChange={setHow} />}
        {!ends && how === 'person' && <ChoosePerson label={say('person')} without={departure.person.id} value={person} onChange={setPerson} />}
        {how === 'team' && <ChooseTeam label={say('team')} value={team} onChange={setTeam} />}
        {offers && <Word message={message} onMessage={setMessage} introduce={introduce} onIntroduce={setIntroduce} />}
        {split.data && <Shares split={split.data} />}
        <Failed error={pass.error ?? split.error} />
      </Stack>
    </Dialog>
  ) // prettier-ignore
}

type Wording = { message: string; onMessage: (message: string) => void; introduce: boolean; onIntroduce: (on: boolean) => void }
function Word({ message, onMessage, introduce, onIntroduce }: Wording) {
  const say = useWords(words)
  return (
    <>
      <TextArea label={say('message')} rows={3} value={message} onChange={onMessage} maxLength={4000} />
      <Checkbox isSelected={introduce} onChange={onIntroduce}>
        {say('introduce')}
      </Checkbox>
    </>
  )
}

const Failed = ({ error }: { error: Error | null }) => error && <Failure error={error} />

function Ways({ how, onChange }: { how: How; onChange: (how: How) => void }) {
  const say = useWords(words)
  return (
    <Radios<How>
      label={say('passTitle')}
      hideLabel
      value={how}
      onChange={onChange}
      options={[
        { id: 'person', label: say('toPerson') },
        { id: 'team', label: say('toTeam'), detail: say('toTeamDetail') },
        { id: 'directory', label: say('toDirectory'), detail: say('toDirectoryDetail') },
      ]}
    />
  )
}

function Shares({ split }: { split: Split }) {
  const say = useWords(words)
  return (
    <ul className="cover-people">
      {split.shares.map(({ person, things, customers, open_cases }) => (
        <li key={person.id}>
          <Person
            person={person}
            detail={`${say('share', { things, customers })} · ${say('openCases', { count: open_cases })}`}
          />
        </li>
      ))}
      {split.nobody > 0 && <li>{say('nobodyKnows', { count: split.nobody })}</li>}
    </ul>
  )
}

function receiverOf(how: How, { person, team }: { person: PersonId | null; team: TeamId | null }): Receiver | null {
  if (how === 'directory') return { directory: true }
  if (how === 'team') return team && { team }
  return person && { person }
}
