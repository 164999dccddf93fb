import { Badge } from '#ui/badge'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { Task } from '../contract.ts'
import { isLate, tones } from './said.ts'
import { words } from './words.ts'

/** How it stands; that it is late, or was, is said in words beside it. */
export function State({ task }: { task: Pick<Task, 'state' | 'due_at' | 'begun_at' | 'late_at'> }) {
  const say = useWords(words)
  const late = isLate(task, useNow())
  return (
    <>
      <Badge tone={tones[task.state]}>{say(`state_${task.state}`)}</Badge>
      {late ? (
        <Badge tone="danger">{say('late')}</Badge>
      ) : (
        task.late_at !== null && <Badge tone="promise">{say('wasLate')}</Badge>
      )}
    </>
  )
}

/** Of whom it is asked, who stands in for them, who took it. */
export function Whom({ task }: { task: Pick<Task, 'asked' | 'stand_in' | 'taken_by'> }) {
  const say = useWords(words)
  const { asked, stand_in, taken_by } = task
  return (
    <>
      {say(`whom_${asked.kind}`, { name: asked.name })}
      {taken_by && asked.kind === 'team' && <>, {say('takenBy', { name: taken_by.name })}</>}
      {stand_in && <> ({say('standsIn', { name: stand_in.name })})</>}
    </>
  )
}
