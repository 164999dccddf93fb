import { Link } from '@tanstack/react-router'
import { Count } from '#ui/badge'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { Task, TaskState } from '../contract.ts'
import { DeedButtons, type Deeds } from './deeds.tsx'
import { Due } from './due.tsx'
import { words } from './page-words.ts'
import { isLate } from './said.ts'
import { State, Whom } from './state.tsx'

const columns = {
  todo: ['asked', 'seen', 'sent_back', 'declined'],
  doing: ['taken'],
  answered: ['answered'],
  waiting: ['waiting'],
} as const satisfies Record<string, readonly TaskState[]>
type Column = keyof typeof columns
const order: readonly Column[] = ['todo', 'doing', 'answered', 'waiting']
const columnOf = ({ state }: Task): Column =>
  order.find((column) => (columns[column] as readonly TaskState[]).includes(state)) ?? 'todo' // each literal is a state

/** The same tasks by where they stand. What moves one is what becomes of it, never a hand that drags it. */
export function Board({ tasks, deeds }: { tasks: readonly Task[]; deeds: Deeds }) {
  const say = useWords(words)
  const by = Map.groupBy(tasks, columnOf)
  return (
    <div className="tasks-board">
      {order.map((column) => (
        <section key={column} aria-labelledby={`tasks-${column}`}>
          <header>
            <h2 id={`tasks-${column}`}>{say(`column_${column}`)}</h2>
            <Count value={by.get(column)?.length ?? 0} />
          </header>
          {by.has(column) ? (
            <ul>
              {by.get(column)?.map((task) => (
                <Card key={task.id} task={task} deeds={deeds} />
              ))}
            </ul>
          ) : (
            <p className="tasks-quiet">{say('columnEmpty')}</p>
          )}
        </section>
      ))}
    </div>
  )
}

function Card({ task, deeds }: { task: Task; deeds: Deeds }) {
  const late = isLate(task, useNow())
  return (
    <li className="tasks-card" data-late={late || undefined}>
      <Link to={`/tasks/${task.id}`}>
        <strong>{task.title}</strong>
      </Link>
      <small>
        <State task={task} /> <Whom task={task} />
      </small>
      <small className="tasks-quiet">
        <Due task={task} />
      </small>
      <DeedButtons task={task} deeds={deeds} />
    </li>
  )
}
