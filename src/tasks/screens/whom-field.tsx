// Of whom something is asked: a team, a colleague, somebody outside; who may know comes first.
import { ChoosePerson, ChooseTeam, useAllPeople } from '#staff/screens'
import type { PersonId } from '#base/contract'
import type { CaseId } from '#cases/contract'
import type { TeamId } from '#staff/contract'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { Combobox } from '#ui/combobox'
import { TextField } from '#ui/field'
import { Stack } from '#ui/layout'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { listParties, postWhomToAsk, type Asked, type AskedKind, type PartyId } from '../contract.ts'
import { words } from './ask-words.ts'
import { hoursOf } from './said.ts'

export type Chosen = {
  kind: AskedKind
  team: TeamId | null
  person: PersonId | null
  party: PartyId | 'new' | null
  name: string
  email: string
}
export const NOBODY: Chosen = { kind: 'team', team: null, person: null, party: null, name: '', email: '' }

/** As the contract takes it; null until somebody is chosen. */
export function askedOf({ kind, team, person, party, name, email }: Chosen): Asked | null {
  if (kind === 'team') return team && { team }
  if (kind === 'person') return person && { person }
  if (party && party !== 'new') return { party }
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? { name: name.trim(), email: email.trim() } : null
}

type Choosing = { of: CaseId | null; about: string; value: Chosen; onChange: (chosen: Chosen) => void }

export function WhomField({ of, about, value, onChange }: Choosing) {
  const say = useWords(words)
  const change = (part: Partial<Chosen>) => onChange({ ...value, ...part })
  return (
    <Stack gap={2}>
      <Segments
        label={say('whom')}
        options={(['team', 'person', 'party'] as const).map((id) => ({ id, label: say(`whom_${id}`) }))}
        value={value.kind}
        onChange={(kind) => change({ kind })}
      />
      {of && <Suggested of={of} about={about} onPick={onChange} />}
      {value.kind === 'team' && <ChooseTeam label={say('team')} value={value.team} onChange={(team) => change({ team })} />}
      {value.kind === 'person' && <Colleague value={value.person} onChange={(person) => change({ person })} />}
      {value.kind === 'party' && <Outside value={value} change={change} />}
    </Stack>
  )
}

const MOST_SUGGESTED = 3

// By the words of the case and of what is being asked, from the directory.
function Suggested({ of, about, onPick }: { of: CaseId; about: string; onPick: (chosen: Chosen) => void }) {
  const say = useWords(words)
  const found =
    useAsk(postWhomToAsk, { case: of, text: about.slice(0, 4_000) }, { keepPrevious: true, staleSeconds: 60 }).data?.items ?? []
  const shown = found.filter(({ gone }) => !gone).slice(0, MOST_SUGGESTED)
  if (shown.length === 0) return null
  return (
    <p className="tasks-suggested">
      {say('suggested')}
      {shown.map((each) => (
        <Button
          key={`${each.topic.id} ${each.id}`}
          size="small"
          tone="quiet"
          icon="people"
          onPress={() => onPick(chosenOf(each))}
        >
          {each.usual ? `${each.name} (${say('usually', { hours: hoursOf(each.usual.minutes) })})` : each.name}
        </Button>
      ))}
    </p>
  )
}

const chosenOf = ({ kind, id }: { kind: AskedKind; id: string }): Chosen => ({
  ...NOBODY,
  kind,
  ...(kind === 'team' ? { team: id as TeamId } : kind === 'person' ? { person: id as PersonId } : { party: id as PartyId }), // an id of that kind
})

function Colleague({ value, onChange }: { value: PersonId | null; onChange: (person: PersonId | null) => void }) {
  const say = useWords(words)
  const people = useAllPeople()
  const chosen = people.find(({ id }) => id === value)
  const deputy = people.find(({ id }) => id === chosen?.deputy_id)
  const away = chosen?.absent_until
  const hint = away ? say('awayUntil', { day: away.slice(0, 10), name: deputy?.name ?? '…' }) : undefined
  return <ChoosePerson label={say('person')} value={value} onChange={onChange} {...(hint ? { hint } : {})} />
}

function Outside({ value, change }: { value: Chosen; change: (part: Partial<Chosen>) => void }) {
  const say = useWords(words)
  const parties = useAsk(listParties, { limit: 200 }, { staleSeconds: 60 }).data?.items ?? []
  const options = [
    ...parties.map(({ id, name, email }) => ({ id: String(id), label: name, detail: email })),
    { id: 'new', label: say('partyNew') },
  ]
  const isNew = parties.length === 0 || value.party === 'new'
  const pick = (id: string | null) =>
    change({ party: id === 'new' ? 'new' : (parties.find((party) => party.id === id)?.id ?? null) })
  return (
    <>
      {parties.length > 0 && <Combobox label={say('party')} options={options} value={value.party} onChange={pick} />}
      {isNew && (
        <div className="tasks-two">
          <TextField
            label={say('partyEmail')}
            type="email"
            value={value.email}
            onChange={(email) => change({ email })}
            maxLength={254}
            hint={say('partyHint')}
            isRequired
          />
          <TextField label={say('partyName')} value={value.name} onChange={(name) => change({ name })} maxLength={200} />
        </div>
      )}
    </>
  )
}
