import { useRef, type RefObject } from 'react'
import { Link } from '@tanstack/react-router'
import { Badge } from '#ui/badge'
import { useCommands } from '#ui/keys'
import { Time, useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { Task } from '../contract.ts'
import { DeedButtons, type Deeds } from './deeds.tsx'
import { useMoment } from './due.tsx'
import { words } from './page-words.ts'
import { isLate } from './said.ts'
import { State, Whom } from './state.tsx'
import { words as common } from './words.ts'

/** Tasks line by line, the first due first; j and k walk. */
export function Rows({ tasks, deeds }: { tasks: readonly Task[]; deeds: Deeds }) {
  const room = useRef<HTMLUListElement>(null)
  useWalk(room)
  return (
    <ul className="tasks-rows" ref={room}>
      {tasks.map((task) => (
        <Row key={task.id} task={task} deeds={deeds} />
      ))}
    </ul>
  )
}

function Row({ task, deeds }: { task: Task; deeds: Deeds }) {
  const say = useWords(common)
  const moment = useMoment()
  const late = isLate(task, useNow())
  return (
    <li className="tasks-row" data-late={late || undefined}>
      <Link to={`/tasks/${task.id}`} className="tasks-what" data-line={task.id}>
        <strong>{task.title}</strong>
        <small>
          {task.asked_by && `${say('askedBy', { name: task.asked_by.name })} · `}
          <Whom task={task} /> · {task.reference}
          {task.case && <> · {task.case.subject}</>}
        </small>
      </Link>
      <span className="tasks-badges">
        <State task={task} />
        {task.case?.closed && <Badge icon="check">{say('caseClosed')}</Badge>}
      </span>
      <span className="tasks-when">
        {task.waits_for.length > 0 ? (
          <small>{say('afterOthers', { names: task.waits_for.map(({ title }) => title).join(', ') })}</small>
        ) : (
          task.due_at && (
            <>
              <strong>
                <Time at={task.due_at} />
              </strong>
              <small>{moment(task.due_at)}</small>
            </>
          )
        )}
      </span>
      <DeedButtons task={task} deeds={deeds} />
    </li>
  )
}

function useWalk(room: RefObject<HTMLElement | null>): void {
  const say = useWords(words)
  const group = say('group')
  useCommands([
    { id: 'tasks.next', label: say('next'), group, keys: 'j', icon: 'down', run: () => walk(room.current, 1) },
    { id: 'tasks.previous', label: say('previous'), group, keys: 'k', icon: 'up', run: () => walk(room.current, -1) },
  ])
}

function walk(room: HTMLElement | null, step: 1 | -1): void {
  const lines = [...(room?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
  const at = lines.findIndex((line) => line.closest('.tasks-row')?.contains(document.activeElement))
  lines[Math.min(lines.length - 1, Math.max(0, at + step))]?.focus()
}
