import { lazy, Suspense, useState } from 'react'
import type { Case } from '#cases/contract'
import { Button } from '#ui/button'
import { Menu } from '#ui/menu'
import { useCommands } from '#ui/keys'
import { Panel } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listCaseTasks, listProcedures, postProcedureStart, type Task, type TaskId } from '../contract.ts'
import { Checklist } from './checklist.tsx'
import { DeedButtons, useDeeds, type Deeds } from './deeds.tsx'
import { Due } from './due.tsx'
import { isOver } from './said.ts'
import { State, Whom } from './state.tsx'
import { touched } from './touched.ts'
import { words } from './words.ts'
import './tasks.css'

const AskDialog = lazy(async () => ({ default: (await import('./ask-dialog.tsx')).AskDialog }))
const TaskDrawer = lazy(async () => ({ default: (await import('./drawer.tsx')).TaskDrawer }))

/** What is asked of others for this case: what waits for its owner on top, what is over below; the checklist of the case. */
export function TasksPanel({ found }: { found: Case }) {
  const say = useWords(words)
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<TaskId | null>(null)
  const { data } = useAsk(listCaseTasks, { case: found.id })
  const deeds = useDeeds()
  const may = found.may.includes('case.reply') && found.status === 'open'
  useCommands(may ? [{ id: 'tasks.ask', label: say('askLong'), group: say('group'), keys: 'Shift+t', icon: 'people', run: () => setAsking(true) }] : []) // prettier-ignore
  if (!data) return null
  const open = data.items.filter((task) => !isOver(task))
  const over = data.items.filter(isOver)
  return (
    <Panel
      title={say('tasks')}
      {...(open.some(({ may: deed }) => deed.includes('accept')) ? { tone: 'promise' as const } : {})}
      actions={
        may && (
          <span className="tasks-deeds">
            <Start found={found} />
            <Button size="small" tone="quiet" icon="people" keys="⇧T" onPress={() => setAsking(true)}>
              {say('ask')}
            </Button>
          </span>
        )
      }
    >
      {data.items.length === 0 && <p className="tasks-quiet">{say('nothing')}</p>}
      <ul className="tasks-list">
        {open.map((task) => (
          <Line key={task.id} task={task} deeds={deeds} onOpen={() => setShown(task.id)} />
        ))}
      </ul>
      {(data.checklist.length > 0 || may) && (
        <Checklist of={found.id} items={data.checklist} write={may} tick={may} title={say('checklist')} />
      )}
      {over.length > 0 && (
        <details className="tasks-over">
          <summary>{say('over', { count: over.length })}</summary>
          <ul className="tasks-list">
            {over.map((task) => (
              <Line key={task.id} task={task} deeds={deeds} onOpen={() => setShown(task.id)} />
            ))}
          </ul>
        </details>
      )}
      {deeds.dialogs}
      <Suspense>
        {asking && <AskDialog found={found} others={data.items} onClose={() => setAsking(false)} />}
        {shown && <TaskDrawer id={shown} onClose={() => setShown(null)} />}
      </Suspense>
    </Panel>
  )
}

function Line({ task, deeds, onOpen }: { task: Task; deeds: Deeds; onOpen: () => void }) {
  const say = useWords(words)
  return (
    <li className="tasks-one">
      <button type="button" className="tasks-title" onClick={onOpen}>
        {task.title}
      </button>
      <small>
        <State task={task} /> <Whom task={task} />
      </small>
      {!isOver(task) && (
        <small className="tasks-quiet">
          <Due task={task} />
          {task.items.all > 0 && <> · {say('itemsDone', task.items)}</>}
        </small>
      )}
      {!isOver(task) && <DeedButtons task={{ ...task, may: task.may.filter((deed) => deed !== 'take') }} deeds={deeds} />}
    </li>
  )
}

// The procedures of the house, started by hand.
function Start({ found }: { found: Case }) {
  const say = useWords(words)
  const procedures = useAsk(listProcedures, {}, { staleSeconds: 300 }).data?.items ?? []
  const start = useSend(postProcedureStart, {
    refetch: touched,
    onDone: ({ items }) => toast({ tone: 'good', text: say('started', { name: items[0]?.procedure?.name ?? '' }) }),
  })
  if (procedures.length === 0) return null
  return (
    <Menu
      label={say('startProcedure')}
      trigger={
        <Button size="small" tone="quiet" icon="bullets" busy={start.isPending}>
          {say('procedure')}
        </Button>
      }
      groups={[
        {
          choices: procedures.map((each) => ({
            id: each.id,
            label: each.name,
            ...(each.about ? { detail: each.about } : {}),
            run: () => start.mutate({ case: found.id, procedure: each.id, knowingly: true }),
          })),
        },
      ]}
    />
  )
}
