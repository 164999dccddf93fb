import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Id } from '#base/contract'
import { Chart } from '#ui/chart'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { getTeamDay, type TeamDay } from '../../contract.ts'
import { UnhappyList } from '../unhappy/list.tsx'
import { Gates } from './gates.tsx'
import { Lines } from './lines.tsx'
import { Members } from './members.tsx'
import { words } from './words.ts'
import '../today.css'
import './team.css'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export const readTeam = ({ team }: Record<string, unknown>): { team?: Id<'team'> } =>
  typeof team === 'string' && UUID.test(team) ? { team: team as Id<'team'> } : {} // shaped as one; the server knows whether it is

/** The day of a team: who carries what, what would break, who is away and who covers. */
export function TeamPage() {
  const say = useWords(words)
  const go = useNavigate()
  const asked = readTeam(useSearch({ strict: false }))
  const day = useAsk(getTeamDay, asked, { staleSeconds: 15, keepPrevious: true })
  const found = day.data
  const choose = (team: string) => void go({ to: '.', search: { team } as never, replace: true }) // read by readTeam
  return (
    <Page
      title={found?.team?.name ?? say('title')}
      lead={
        found?.team && say('lead', { breaking: found.breaking.length, away: found.members.filter(({ away }) => away).length })
      }
      actions={
        found &&
        found.teams.length > 1 && (
          <Select
            label={say('team')}
            hideLabel
            options={found.teams.map(({ id, name }) => ({ id: String(id), label: name }))}
            value={String(found.team?.id ?? '')}
            onChange={choose}
          />
        )
      }
    >
      {found?.team ? (
        <Shown day={found} />
      ) : found ? (
        <Empty drawing="search" title={say('emptyTitle')}>
          {say('emptyText')}
        </Empty>
      ) : day.isError ? (
        <Failure error={day.error} onRetry={() => void day.refetch()} />
      ) : (
        <Panel flush>
          <Skeleton lines={6} kind="rows" />
        </Panel>
      )}
    </Page>
  )
}

function Shown({ day }: { day: TeamDay }) {
  const say = useWords(words)
  return (
    <div className="today">
      <Panel title={say('people')} flush>
        {day.members.length === 0 ? <p className="today-nothing">{say('nobody')}</p> : <Members members={day.members} />}
      </Panel>
      {day.members.length > 1 && <Load day={day} />}
      <div className="today-team-columns">
        <Panel title={say('breaking')} flush>
          <Lines lines={day.breaking} nothing={say('noBreaking')} act="give" team={day} />
        </Panel>
        <Panel title={say('escalated')} flush>
          <Lines lines={day.escalated} nothing={say('noEscalated')} act="take" team={day} />
        </Panel>
        <Panel title={say('unhappy')} flush>
          {day.unhappy.length === 0 ? (
            <p className="today-nothing">{say('noUnhappy')}</p>
          ) : (
            <UnhappyList items={day.unhappy} owners />
          )}
        </Panel>
        <Panel title={say('gates')} flush>
          {day.team && <Gates team={day.team.id} />}
        </Panel>
      </div>
      <Formulas day={day} />
    </div>
  )
}

const drawn = [
  { say: 'drawnPromises', tone: 'promise', of: ['promises_late', 'promises_today'] },
  { say: 'drawnDeadlines', tone: 'info', of: ['deadlines_late', 'deadlines_today'] },
  { say: 'drawnUnhappy', tone: 'danger', of: ['unhappy'] },
  { say: 'drawnSilent', tone: 'neutral', of: ['silent'] },
  { say: 'drawnTasks', tone: 'accent', of: ['tasks_late'] },
] as const

// Where people would rather look than read.
function Load({ day: { members } }: { day: TeamDay }) {
  const say = useWords(words)
  const go = useNavigate()
  const shown = members.slice(0, 24)
  if (shown.every(({ points }) => points === 0)) return null
  return (
    <Panel title={say('load')}>
      <Chart
        title={say('load')}
        kind="bars"
        stacked
        labels={shown.map(({ person }) => person.name)}
        labelName={say('person')}
        series={drawn.map(({ say: name, tone, of }) => ({
          name: say(name),
          tone,
          values: shown.map(({ counts }) => of.reduce((sum, each) => sum + counts[each], 0)),
        }))}
        onPick={(label) => {
          const person = shown[label]?.person.id
          if (person) void go({ to: '/today', search: { person } as never }) // read by readPerson
        }}
      />
    </Panel>
  )
}

function Formulas({ day: { formulas } }: { day: TeamDay }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <details className="today-counted">
      <summary>{say('howCounted')}</summary>
      {[formulas.heat, formulas.breaking].map((formula) => (
        <p key={formula.id}>
          <code>{formula.id}</code> {formula[spoken]}
        </p>
      ))}
    </details>
  )
}
