// Beside a task, for whoever answers for its case: mail that is not its answer by itself, mail that does not arrive, what is chased next, and whom to
// ask where the one who was asked does not know. Nothing where there is nothing to say.
import { Button, ButtonLink } from '#ui/button'
import { Notice } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  deleteChasePaused, getChase, getNextWhom, getTask, listCaseTasks, listTasks, postNextWhom, postStraySetAside, postStrayTaken, putChasePaused, type Chase, type Stray,
  type Task,
} from '../../contract.ts' // prettier-ignore
import { words } from './words.ts'
import './outside.css'

const changed = [getTask, getChase, listTasks, listCaseTasks]

export function OutsideStrip({ task }: { task: Task }) {
  const say = useWords(words)
  const answers = task.may.includes('edit') || task.may.includes('accept')
  const chase = useAsk(getChase, { id: task.id }, { enabled: answers }).data
  if (!answers || !chase) return null
  const hasSomething =
    chase.strays.length > 0 || chase.undeliverable_at || chase.next || chase.paused_at || task.may.includes('redirect')
  if (!hasSomething) return null
  return (
    <section className="tasks-outside" aria-label={say('title')}>
      {chase.undeliverable_at && (
        <Notice tone="danger" title={say('undeliverable')} action={<ButtonLink size="small" href="/desk/directory?tab=parties">{say('openDirectory')}</ButtonLink>}>
          {say('undeliverableText')} {chase.undeliverable_because}
        </Notice>
      )}
      {chase.strays.map((stray) => (
        <StrayMail key={stray.id} stray={stray} />
      ))}
      {task.may.includes('redirect') && <AskNext task={task} />}
      <Reminders chase={chase} />
    </section>
  ) // prettier-ignore
}

function StrayMail({ stray }: { stray: Stray }) {
  const say = useWords(words)
  const take = useSend(postStrayTaken, { refetch: changed })
  const aside = useSend(postStraySetAside, { refetch: changed })
  const name = stray.decided_by?.name ?? ''
  return (
    <article className="tasks-stray" data-open={stray.decided_at === null || undefined}>
      <header>
        <strong>{stray.from.name || stray.from.address}</strong>
        <span>{stray.from.address}</span>
        <Time at={stray.at} />
      </header>
      <p className="tasks-stray-why">{say(`why_${stray.why}`)}</p>
      {stray.text !== '' && <p className="tasks-stray-text">{stray.text}</p>}
      {stray.files.length > 0 && (
        <ul>
          {stray.files.map((file, index) => (
            <li key={`${file.name} ${index}`}>
              <a href={`/api/v1/task-strays/${stray.id}/files/${index}`} download>
                {file.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {stray.decided_at === null ? (
        <span className="ui-button-row">
          {stray.why !== 'over' && stray.why !== 'again' && (
            <Button size="small" tone="primary" icon="check" busy={take.isPending} onPress={() => take.mutate({ id: stray.id })}>
              {say('take')}
            </Button>
          )}
          <Button size="small" tone="quiet" busy={aside.isPending} onPress={() => aside.mutate({ id: stray.id })}>
            {say('setAside')}
          </Button>
        </span>
      ) : (
        <p className="tasks-stray-why">{say(stray.taken ? 'taken' : 'aside', { name })}</p>
      )}
    </article>
  )
}

function AskNext({ task }: { task: Task }) {
  const say = useWords(words)
  const next = useAsk(getNextWhom, { id: task.id }, { staleSeconds: 60 }).data?.next
  const ask = useSend(postNextWhom, {
    refetch: [...changed, getNextWhom],
    onDone: ({ asked }) => toast({ tone: 'good', text: say('askedNext', { name: asked.name }) }),
  })
  if (!next) return null
  return (
    <Button size="small" icon="forward" busy={ask.isPending} onPress={() => ask.mutate({ id: task.id, because: '' })}>
      {say('askNext', { name: next.name })}
    </Button>
  )
}

function Reminders({ chase }: { chase: Chase }) {
  const say = useWords(words)
  const pause = useSend(putChasePaused, { refetch: [getChase] })
  const resume = useSend(deleteChasePaused, { refetch: [getChase] })
  const by = chase.paused_by?.name
  if (chase.paused_at)
    return (
      <p className="tasks-reminders">
        <span>{by ? say('pausedBy', { name: by }) : say('paused')}</span>
        <Button size="small" tone="quiet" busy={resume.isPending} onPress={() => resume.mutate({ id: chase.task })}>
          {say('resume')}
        </Button>
      </p>
    )
  if (!chase.next) return null
  return (
    <p className="tasks-reminders">
      <span>
        {say('next', { tone: say(`tone_${chase.next.tone}`) })} · <Time at={chase.next.at} />
      </span>
      <Button size="small" tone="quiet" busy={pause.isPending} onPress={() => pause.mutate({ id: chase.task })}>
        {say('pause')}
      </Button>
    </p>
  )
}
