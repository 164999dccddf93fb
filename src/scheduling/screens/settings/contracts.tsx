import { useMemo, useState } from 'react'
import { useMe } from '#access/screens'
import { send } from '#ui/api'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { DateField } from '#ui/date'
import { tell } from '#ui/failure'
import { Failure } from '#ui/failure'
import { SearchField, TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { refetch, useAskPages } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { laws } from '../../contract/law.ts'
import type { WorkContract } from '../../contract/work-contract.ts'
import { listContracts, putContract, type ContractsOf } from '../../contract/work-terms.ts'
import { dayName, lengthOf } from '../planning/grid/hours.ts'
import { words } from './words.ts'

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Everybody's contract in one table; several are written at one go. */
export function Contracts() {
  const say = useWords(words)
  const { may } = useMe()
  const asked = useAskPages(listContracts, { limit: 200 })
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => asked.items.filter(({ person }) => fold(person.name).includes(fold(sought))), [asked.items, sought])
  const edits = may('workforce.manage')
  if (asked.error) return <Failure error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.isPending) return <Skeleton lines={8} kind="rows" />
  const turn = (id: string, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const whole = rows.length > 0 && rows.every(({ person }) => chosen.has(person.id))
  return (
    <div className="scheduling-settings">
      <p className="scheduling-quiet">{say('contractsText')}</p>
      {edits && asked.items.length > 0 && <Write people={asked.items.filter(({ person }) => chosen.has(person.id))} all={asked.items} onDone={() => setChosen(new Set())} />}
      <Panel flush>
        <div className="scheduling-settings-tools">
          <SearchField label={say('find')} value={sought} onChange={setSought} />
          {edits && <Checkbox isSelected={whole} onChange={(on) => setChosen(new Set(on ? rows.map(({ person }) => person.id) : []))}>{say('chooseAll')}</Checkbox>}
        </div>
        {rows.length === 0 ? <p className="scheduling-none">{say('none')}</p> : (
          <div className="scheduling-table-room">
            <table className="scheduling-table">
              <thead>
                <tr>
                  {(['person', 'hours', 'days', 'band', 'overtime', 'since'] as const).map((id) => <th key={id} scope="col">{say(id)}</th>)}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => <Row key={row.person.id} row={row} edits={edits} isChosen={chosen.has(row.person.id)} onTurn={(on) => turn(row.person.id, on)} />)}
              </tbody>
            </table>
          </div>
        )}
        {asked.hasMore && <Button tone="quiet" onPress={asked.more}>+</Button>}
      </Panel>
    </div>
  )
} // prettier-ignore

type Rowing = { row: ContractsOf; edits: boolean; isChosen: boolean; onTurn: (on: boolean) => void }

function Row({ row: { person, now, usual, history }, edits, isChosen, onTurn }: Rowing) {
  const say = useWords(words)
  const spoken = useLanguage()
  const hours = (value: number): string => lengthOf(value * 60, spoken)
  const since = history[0]?.from
  return (
    <tr data-chosen={isChosen || undefined}>
      <th scope="row">{edits ? <Checkbox isSelected={isChosen} onChange={onTurn} aria-label={say('choose', { name: person.name })}>{person.name}</Checkbox> : person.name}</th>
      <td>
        {hours(now.hours_week)} {now.hours_week < laws.fr.full_time_h && <Badge>{say('partTime')}</Badge>}
      </td>
      <td>{now.days_most}</td>
      <td>{now.hours_less + now.hours_more > 0 ? say('bandText', { hours: hours(Math.max(now.hours_less, now.hours_more)) }) : '–'}</td>
      <td>{now.overtime_most > 0 ? hours(now.overtime_most) : '–'}</td>
      <td>{usual || !since ? <span className="scheduling-quiet">{say('usual')}</span> : dayName(since, spoken, 'short')}</td>
    </tr>
  )
} // prettier-ignore

const number = (text: string): number => Number(text.trim().replace(',', '.'))

/** One contract for all who are chosen: what it does not name stays as it is. */
function Write({ people, all, onDone }: { people: readonly ContractsOf[]; all: readonly ContractsOf[]; onDone: () => void }) {
  const say = useWords(words)
  const [hours, setHours] = useState('35')
  const [days, setDays] = useState('5')
  const [band, setBand] = useState('0')
  const [overtime, setOvertime] = useState('0')
  const [from, setFrom] = useState<string | null>(Temporal.Now.plainDateISO().toString())
  const [busy, setBusy] = useState(false)
  const wrong = !(number(hours) >= 1 && number(hours) <= 60)
  const unwritten = all.filter(({ version }) => version === 0)
  const write = async (whom: readonly ContractsOf[], terms: (now: WorkContract) => WorkContract): Promise<void> => {
    if (!from) return
    setBusy(true)
    try {
      for (const { person, version, now } of whom) await send(putContract, { person: person.id, version, from, until: null, terms: terms(now) })
      toast({ text: say('written', { count: whom.length }), tone: 'good' })
      onDone()
    } catch (error) {
      tell(error as Error) // whatever was thrown is told
    } finally {
      setBusy(false)
      await refetch(listContracts)
    }
  }
  const given = (now: WorkContract): WorkContract => ({ ...now, name: `${hours.trim()} h`, hours_week: number(hours), days_most: Number(days) || now.days_most, hours_less: number(band) || 0, hours_more: number(band) || 0, overtime_most: number(overtime) || 0 })
  return (
    <Panel title={say('chosen', { count: people.length })} actions={unwritten.length > 0 && <Button size="small" tone="quiet" busy={busy} onPress={() => void write(unwritten, (now) => ({ ...now, name: '35 h', hours_week: 35 }))}>{say('quick')}</Button>}>
      <div className="scheduling-write">
        <TextField label={say('hours')} value={hours} onChange={setHours} inputMode="decimal" {...(wrong ? { error: say('hoursWrong') } : {})} />
        <TextField label={say('days')} value={days} onChange={setDays} inputMode="numeric" />
        <TextField label={say('band')} value={band} onChange={setBand} inputMode="decimal" />
        <TextField label={say('overtime')} value={overtime} onChange={setOvertime} inputMode="decimal" />
        <DateField label={say('from')} value={from} onChange={setFrom} />
        <Button tone="primary" busy={busy} isDisabled={people.length === 0 || wrong || !from} onPress={() => void write(people, given)}>{say('write')}</Button>
      </div>
    </Panel>
  )
} // prettier-ignore
