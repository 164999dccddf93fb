import { useNavigate, useSearch } from '@tanstack/react-router'
import { Page } from '#ui/layout'
import { freshOn } from '#ui/live'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import { listAbsences, listStaff, listTeams } from '../contract.ts'
import { Absences } from './absences/list.tsx'
import { People } from './people.tsx'
import { Teams } from './teams.tsx'
import { words } from './words.ts'
import './staff.css'

freshOn(['staff.person_joined', 'staff.person_changed', 'staff.person_left', 'staff.presence_changed'], [listStaff])
freshOn(['staff.team_changed'], [listTeams, listStaff])
freshOn(
  [
    'staff.absence_asked',
    'staff.absence_planned',
    'staff.absence_declined',
    'staff.absence_cancelled',
    'staff.part_time_changed',
  ],
  [listAbsences, listStaff],
)

export function StaffPage() {
  const say = useWords(words)
  const navigate = useNavigate()
  const { tab } = useSearch({ strict: false })
  return (
    <Page title={say('title')} lead={say('lead')}>
      <Tabs
        label={say('title')}
        chosen={typeof tab === 'string' ? tab : 'people'}
        onChoose={(chosen) => void navigate({ to: '.', search: { tab: chosen } as never, replace: true })} // the page's own search, see rooms.tsx
        pages={[
          { id: 'people', label: say('people'), content: <People /> },
          { id: 'teams', label: say('teams'), content: <Teams /> },
          { id: 'absences', label: say('absences'), content: <Absences /> },
        ]}
      />
    </Page>
  )
}
