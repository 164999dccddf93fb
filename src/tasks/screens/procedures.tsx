import { lazy, Suspense, useState } from 'react'
import { listCalendars } from '#calendars/contract'
import { useAllTeams } from '#staff/screens'
import type { TeamId } from '#staff/contract'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import {
  deleteProcedure,
  getTaskFigures,
  listProcedures,
  listTeamDesks,
  putTeamDesk,
  type Procedure,
  type TeamDesk,
} from '../contract.ts'
import { words } from './procedures-words.ts'
import './tasks.css'

const ProcedureDialog = lazy(async () => ({ default: (await import('./procedure-dialog.tsx')).ProcedureDialog }))

/** Procedures, and the hours and usual times of teams with how often they were kept. */
export function ProceduresPage() {
  const say = useWords(words)
  const all = useAsk(listProcedures, {})
  const [edited, setEdited] = useState<Procedure | 'new' | null>(null)
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      actions={
        <Button tone="primary" icon="plus" onPress={() => setEdited('new')}>
          {say('add')}
        </Button>
      }
    >
      <div className="tasks-page">
        {all.isError && !all.data ? (
          <Failure error={all.error} onRetry={() => void all.refetch()} />
        ) : !all.data ? (
          <Skeleton lines={4} kind="rows" />
        ) : all.data.items.length === 0 ? (
          <Empty drawing="calm" title={say('none')}>
            {say('noneText')}
          </Empty>
        ) : (
          <Panel flush title={say('procedures')}>
            <ul className="tasks-procedures">
              {all.data.items.map((procedure) => (
                <One key={procedure.id} procedure={procedure} onEdit={() => setEdited(procedure)} />
              ))}
            </ul>
          </Panel>
        )}
        <Teams />
      </div>
      <Suspense>
        {edited && <ProcedureDialog procedure={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      </Suspense>
    </Page>
  )
}

function One({ procedure, onEdit }: { procedure: Procedure; onEdit: () => void }) {
  const say = useWords(words)
  const retire = useSend(deleteProcedure, { refetch: [listProcedures] })
  return (
    <li className="tasks-row">
      <span className="tasks-what">
        <strong>{procedure.name}</strong>
        <small>{procedure.about || procedure.steps.map(({ title }) => title).join(' → ')}</small>
      </span>
      <span className="tasks-badges">
        <Badge>{say('steps', { count: procedure.steps.length })}</Badge>
        <Badge tone={procedure.reason ? 'accent' : 'neutral'}>
          {procedure.reason ? say('forReason', { name: procedure.reason }) : say('byHand')}
        </Badge>
      </span>
      <span className="tasks-deeds">
        <Button size="small" icon="edit" onPress={onEdit}>
          {say('edit')}
        </Button>
        <Confirm
          label={say('retire')}
          question={say('retireQuestion')}
          yes={say('retireYes')}
          tone="quiet"
          size="small"
          onYes={() => retire.mutate({ id: procedure.id })}
        />
      </span>
    </li>
  )
}

const DAYS = 90
const period = (): { from: string; until: string } => {
  const until = Math.ceil(Date.now() / 3_600_000) * 3_600_000 // the same question within an hour
  return { from: new Date(until - DAYS * 86_400_000).toISOString(), until: new Date(until).toISOString() }
}

function Teams() {
  const say = useWords(words)
  const spoken = useLanguage()
  const [{ from, until }] = useState(period)
  const teams = useAllTeams()
  const desks = useAsk(listTeamDesks, {}).data?.items ?? []
  const figures = useAsk(getTaskFigures, { from, until }).data
  const calendars = useAsk(listCalendars, { limit: 100 }, { staleSeconds: 300 }).data?.items ?? []
  const options = [{ id: '', label: say('doorHours') }, ...calendars.map(({ id, name }) => ({ id: String(id), label: name }))]
  if (teams.length === 0) return null
  return (
    <Panel title={say('teams')}>
      <p className="tasks-quiet">{say('teamsText')}</p>
      <ul className="tasks-teams">
        {teams.map(({ id, name }) => (
          <TeamRow
            key={id}
            team={{ id, name }}
            desk={desks.find((desk) => desk.team.id === id)}
            options={options}
            kept={figures?.teams.find((each) => each.team?.id === id)}
          />
        ))}
      </ul>
      {figures && <p className="tasks-quiet">{figures.formula[spoken]}</p>}
    </Panel>
  )
}

type Kept = { in_time: number; due: number } | undefined
type Line = {
  team: { id: TeamId; name: string }
  desk: TeamDesk | undefined
  options: readonly { id: string; label: string }[]
  kept: Kept
}
function TeamRow({ team, desk, options, kept }: Line) {
  const say = useWords(words)
  const [hours, setHours] = useState<string | null>(null)
  const put = useSend(putTeamDesk, { refetch: [listTeamDesks], onDone: () => setHours(null) })
  const shown = hours ?? (desk?.minutes ? String(desk.minutes / 60) : '')
  const minutes = Math.round(Number(shown.replace(',', '.')) * 60)
  const save = (calendar: string | null) =>
    put.mutate({
      team: team.id,
      calendar,
      minutes: shown.trim() === '' || !Number.isFinite(minutes) || minutes < 1 ? null : minutes,
    })
  return (
    <li>
      <strong>{team.name}</strong>
      <Select label={say('calendar')} options={options} value={desk?.calendar?.id ?? ''} onChange={(id) => save(id || null)} />
      <TextField
        label={say('usual')}
        inputMode="decimal"
        value={shown}
        onChange={setHours}
        onBlur={() => hours !== null && save(desk?.calendar?.id ?? null)}
        maxLength={6}
      />
      <span>
        <small className="tasks-quiet">{say('kept')}</small>
        <br />
        {kept && kept.due > 0 ? say('keptOf', kept) : say('keptNone')}
      </span>
    </li>
  )
}
