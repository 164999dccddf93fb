import { lazy, Suspense, useState } from 'react'
import { List } from '#ui/list'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { getAdherence, type Adherence, type DayOfPerson } from '../../contract.ts'
import { isOut, usePercent } from '../shown.ts'
import { peopleWords as words } from '../people-words.ts'
import { PersonLine } from './person-line.tsx'

const PersonDrawer = lazy(async () => ({ default: (await import('./person-drawer.tsx')).PersonDrawer }))
const ROW = 60
const ALL = 'all'

/** Who is where they planned to be; whoever is not, first. Only one's own teams. */
export function Adherences() {
  const say = useWords(words)
  const { data } = useAsk(getAdherence, {})
  const [team, setTeam] = useState(ALL)
  const [only, setOnly] = useState<'showAll' | 'showOut'>('showAll')
  const [opened, setOpened] = useState<DayOfPerson | null>(null)
  if (!data) return <Panel title={say('adherence')}><Skeleton lines={5} kind="rows" /></Panel>
  const shown = peopleShown(data, { team, only })
  return (
    <Panel title={say('adherence')} flush>
      <Teams teams={data.teams.filter(({ adherence, conformance, planned_now }) => planned_now > 0 || adherence !== null || conformance !== null)} />
      <div className="intraday-filters">
        <Select label={say('allTeams')} hideLabel value={team} onChange={setTeam}
          options={[{ id: ALL, label: say('allTeams') }, ...data.teams.flatMap(({ team: id, name }) => (id ? [{ id, label: name }] : []))]} />
        <Select label={say('show')} hideLabel value={only} onChange={setOnly} options={(['showAll', 'showOut'] as const).map((id) => ({ id, label: say(id) }))} />
      </div>
      {shown.length === 0 ? (
        <p className="intraday-quiet intraday-inset">{say(only === 'showOut' ? 'nobodyOut' : 'noOne')}</p>
      ) : (
        <>
        <div className="intraday-person intraday-person-head" aria-hidden="true">
          <span>{say('adherenceShort')}</span>
          <span>{say('conformanceShort')}</span>
        </div>
        <div className="intraday-people" style={{ blockSize: Math.min(shown.length, 9) * ROW }}>
          <List label={say('adherence')} rows={shown} idOf={({ person }) => person.id} rowHeight={ROW} chosen={opened?.person.id ?? null} onOpen={setOpened}
            render={(each) => <PersonLine of={each} day={data} />} />
        </div>
        </>
      )}
      <p className="intraday-quiet intraday-inset"><small>{say('adherenceOf')} {say('conformanceOf')} {say('toleratedOf', data.tolerance)}</small></p>
      <Suspense>{opened && <PersonDrawer person={opened.person} onClose={() => setOpened(null)} />}</Suspense>
    </Panel>
  )
} // prettier-ignore

type Wished = { team: string; only: 'showAll' | 'showOut' }

function peopleShown({ people }: Adherence, { team, only }: Wished): DayOfPerson[] {
  const wanted = people.filter(
    (each) => (team === ALL || each.teams.some((own) => own === team)) && (only === 'showAll' || isOut(each)),
  )
  return wanted.toSorted((a, b) => rank(a) - rank(b)) // of alike ones by name, as they came
}

const rank = ({ standing }: DayOfPerson): number =>
  standing === null ? 3 : standing.verdict === 'out' ? 0 : standing.verdict === 'customer' ? 1 : 2

function Teams({ teams }: Pick<Adherence, 'teams'>) {
  const say = useWords(words)
  const percent = usePercent()
  return (
    <ul className="intraday-teams">
      {teams.map((team) => (
        <li key={team.team ?? ''}>
          <strong>{team.name || say('noTeam')}</strong>
          <span>
            {team.planned_now > 0 ? say('asPlanned', { kept: team.as_planned, of: team.planned_now }) : say('notPlanned')}
          </span>
          <small>
            {say('adherenceShort')} {percent(team.adherence)} · {say('conformanceShort')} {percent(team.conformance)}
          </small>
        </li>
      ))}
    </ul>
  )
}
