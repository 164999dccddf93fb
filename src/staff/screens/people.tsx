import { useState } from 'react'
import { useMe } from '#access/screens'
import { Badge, type BadgeTone } from '#ui/badge'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { SearchField } from '#ui/field'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Person as Face } from '#ui/person'
import { useAsk, useAskPages } from '#ui/query'
import { Table } from '#ui/table'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { listStaff, listTeams, type Person, type PresenceState } from '../contract.ts'
import { EditPerson } from './edit-person.tsx'
import { WelcomePerson } from './welcome-person.tsx'
import { words } from './words.ts'

export function People() {
  const say = useWords(words)
  const { may } = useMe()
  const [sought, setSought] = useState('')
  const [open, setOpen] = useState<string | null>(null) // an id, or 'new'
  const people = useAskPages(listStaff, { gone: false, ...(sought.trim() ? { q: sought.trim() } : {}) })
  const chosen = people.items.find(({ id }) => id === open)
  const manages = may('staff.manage')
  if (people.error) return <Failure error={people.error} onRetry={() => void people.refetch()} />
  return (
    <Panel flush>
      <div className="staff-head">
        <SearchField label={say('search')} value={sought} onChange={setSought} />
        {manages && (
          <Button tone="primary" icon="plus" onPress={() => setOpen('new')}>
            {say('welcome')}
          </Button>
        )}
      </div>
      {people.isPending ? <Skeleton kind="rows" /> : <Rows people={people.items} {...(manages ? { onOpen: ({ id }: Person) => setOpen(id) } : {})} />}
      {people.hasMore && (
        <div className="staff-more">
          <Button onPress={people.more}>{say('more')}</Button>
        </div>
      )}
      {open === 'new' && <WelcomePerson onClose={() => setOpen(null)} />}
      {chosen && <EditPerson key={`${chosen.id} ${chosen.version}`} person={chosen} onClose={() => setOpen(null)} />}
    </Panel>
  ) // prettier-ignore
}

function Rows({ people, onOpen }: { people: readonly Person[]; onOpen?: (person: Person) => void }) {
  const say = useWords(words)
  const teams = new Map(useAsk(listTeams, {}).data?.items.map(({ id, name }) => [id as string, name]))
  const names = new Map(people.map(({ id, name }) => [id as string, name]))
  return (
    <Table
      label={say('people')}
      rows={people}
      idOf={({ id }) => id}
      {...(onOpen ? { onOpen } : {})}
      columns={[
        { id: 'name', title: say('name'), width: 'wide', cell: (person) => <Face person={person.presence === 'offline' ? faceOf(person) : { ...faceOf(person), presence: shown[person.presence] }} detail={person.title || person.email} size={36} /> },
        { id: 'teams', title: say('teams'), quiet: true, cell: (person) => person.teams.map((id) => teams.get(id)).filter(Boolean).join(', ') },
        { id: 'deputy', title: say('deputy'), quiet: true, cell: ({ deputy_id }) => (deputy_id && names.get(deputy_id)) ?? '' },
        { id: 'presence', title: say('presence'), width: 'narrow', cell: (person) => <PresenceBadge person={person} /> },
      ]}
      empty={
        <Empty drawing="search" title={say('noneFound')}>
          {say('noneFoundText')}
        </Empty>
      }
    />
  ) // prettier-ignore
}

const faceOf = ({ id, name }: Person) => ({ id, name })
const shown = { available: 'present', busy: 'busy', away: 'away' } as const
const tones: Record<PresenceState, BadgeTone> = { available: 'good', busy: 'promise', away: 'neutral', offline: 'neutral' }

function PresenceBadge({ person }: { person: Person }) {
  const say = useWords(words)
  if (person.absent_until)
    return (
      <Badge tone="info" icon="calendar">
        {say('onLeave')} <Time at={person.absent_until} as="day" />
      </Badge>
    )
  return <Badge tone={tones[person.presence]}>{say(person.presence)}</Badge>
}
