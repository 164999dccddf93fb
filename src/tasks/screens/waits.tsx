import { Badge } from '#ui/badge'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Avatar } from '#ui/person'
import { useAsk } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { listTasks, listWaits, type Wait } from '../contract.ts'
import { useDeeds, type Deeds } from './deeds.tsx'
import { words } from './page-words.ts'
import { Rows } from './rows.tsx'
import { words as common } from './words.ts'

/** Answers to accept first; then who keeps me waiting, the longest first, with the chase at hand. */
export function Waits() {
  const say = useWords(words)
  const deeds = useDeeds()
  const waits = useAsk(listWaits, { owner: 'me' })
  const answered = useAsk(listTasks, { whose: 'asked', state: 'answered', limit: 100 }).data?.items ?? []
  if (waits.isError && !waits.data) return <Failure error={waits.error} onRetry={() => void waits.refetch()} />
  if (!waits.data)
    return (
      <Panel flush>
        <Skeleton lines={5} kind="rows" />
      </Panel>
    )
  if (waits.data.items.length + answered.length === 0)
    return (
      <Empty drawing="calm" title={say('emptyAsked')}>
        {say('emptyAskedText')}
      </Empty>
    )
  return (
    <>
      {answered.length > 0 && (
        <section className="tasks-waiting" aria-label={say('toAccept')}>
          <header>
            <h2>{say('toAccept')}</h2>
          </header>
          <Rows tasks={answered} deeds={deeds} />
        </section>
      )}
      {waits.data.items.map((wait) => (
        <One key={`${wait.whom.kind} ${wait.whom.id}`} wait={wait} deeds={deeds} />
      ))}
      {deeds.dialogs}
    </>
  )
}

function One({ wait, deeds }: { wait: Wait; deeds: Deeds }) {
  const say = useWords(words)
  const said = useWords(common)
  const { whom, stand_in } = wait
  return (
    <section className="tasks-waiting" aria-label={whom.name}>
      <header>
        <Avatar person={{ id: whom.id, name: whom.name }} />
        <h2>{said(`whom_${whom.kind}`, { name: whom.name })}</h2>
        {stand_in && <small>{said('standsIn', { name: stand_in.name })}</small>}
        {wait.late > 0 && <Badge tone="danger">{say('waitLate', { count: wait.late })}</Badge>}
        <small className="tasks-quiet">
          {say('waitTasks', { count: wait.tasks })} · <Time at={wait.since} />
        </small>
      </header>
      <Rows tasks={wait.items} deeds={deeds} />
    </section>
  )
}
