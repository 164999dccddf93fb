import { useMemo, useState } from 'react'
import { useMe } from '#access/screens'
import { Badge } from '#ui/badge'
import { Button, IconButton } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Failure } from '#ui/failure'
import { SearchField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAskPages } from '#ui/query'
import { useWords } from '#ui/words'
import { laws } from '../../contract/law.ts'
import { listContracts, type ContractsOf } from '../../contract/work-terms.ts'
import { dayName, lengthOf } from '../planning/grid/hours.ts'
import { ContractDrawer } from './contract-drawer.tsx'
import { contractWords } from './contract-words.ts'
import { words } from './words.ts'

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Everybody's contract in one table; one is written from its row, several at one go. */
export function Contracts() {
  const say = useWords(words)
  const { may } = useMe()
  const asked = useAskPages(listContracts, { limit: 200 })
  const [sought, setSought] = useState('')
  const sayContract = useWords(contractWords)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [written, setWritten] = useState<readonly ContractsOf[] | null>(null)
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
      <p className="scheduling-quiet">{say('contractsText')}{edits && ` ${say('contractsHow')}`}</p>
      <Panel flush>
        <div className="scheduling-settings-tools">
          <SearchField label={say('find')} value={sought} onChange={setSought} />
          {edits && <Checkbox isSelected={whole} isIndeterminate={!whole && chosen.size > 0} onChange={(on) => setChosen(new Set(on ? rows.map(({ person }) => person.id) : []))}>{chosen.size > 0 ? say('chosen', { count: chosen.size }) : say('chooseAll')}</Checkbox>}
          {chosen.size > 0 && <Button tone="primary" size="small" icon="edit" onPress={() => setWritten(asked.items.filter(({ person }) => chosen.has(person.id)))}>{sayContract('editMany', { count: chosen.size })}</Button>}
        </div>
        {rows.length === 0 ? <p className="scheduling-none">{say('none')}</p> : (
          <div className="scheduling-table-room">
            <table className="scheduling-table scheduling-contracts">
              <thead>
                <tr>
                  {(['person', 'hours', 'days', 'band', 'overtime', 'since'] as const).map((id) => <th key={id} scope="col">{say(id)}</th>)}
                  {edits && <th scope="col"><span className="unseen">{say('edit')}</span></th>}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => <Row key={row.person.id} row={row} edits={edits} isChosen={chosen.has(row.person.id)} onTurn={(on) => turn(row.person.id, on)} onEdit={() => setWritten([row])} />)}
              </tbody>
            </table>
          </div>
        )}
        {asked.hasMore && <Button tone="quiet" busy={asked.isFetchingNextPage} onPress={asked.more}>{say('more')}</Button>}
      </Panel>
      {written && <ContractDrawer people={written} onClose={() => setWritten(null)} onDone={() => { setWritten(null); setChosen(new Set()) }} />}
    </div>
  )
} // prettier-ignore

type Rowing = { row: ContractsOf; edits: boolean; isChosen: boolean; onTurn: (on: boolean) => void; onEdit: () => void }

function Row({ row: { person, now, usual, history }, edits, isChosen, onTurn, onEdit }: Rowing) {
  const say = useWords(words)
  const sayContract = useWords(contractWords)
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
      <td>{usual || !since ? <span className="scheduling-quiet">{say('usual')}</span> : `${dayName(since, spoken, 'short')} ${since.slice(0, 4)}`}</td>
      {edits && <td className="scheduling-row-act"><IconButton icon="edit" size="small" label={sayContract('edit', { name: person.name })} onPress={onEdit} /></td>}
    </tr>
  )
} // prettier-ignore
