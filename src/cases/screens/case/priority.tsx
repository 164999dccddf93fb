import { useRef } from 'react'
import { Button } from '#ui/button'
import { useCommands } from '#ui/keys'
import { Menu } from '#ui/menu'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { countCases, getCase, listCases, patchCase, priorities, type Case, type Priority } from '../../contract.ts'
import { priorityIcons } from '../lists/priority-icons.ts'
import { words } from './standing-words.ts'

/** How urgent the case is; one of four, by a press or by Y. */
export function PriorityChoice({ found }: { found: Case }) {
  const say = useWords(words)
  const room = useRef<HTMLSpanElement>(null)
  const change = useSend(patchCase, { refetch: [getCase, listCases, countCases] })
  const set = (priority: Priority) => () => {
    if (priority === found.priority) return
    change.mutateAsync({ id: found.id, version: found.version, priority }).then(
      () => toast({ text: say('priorityDone', { priority: say(`priority_${priority}`) }) }),
      () => {}, // useSend has told it
    )
  }
  const may = found.may.includes('case.edit') && found.merged_into === null
  useCommands(
    may
      ? [{ id: 'case.priority', label: say('changePriority'), group: say('group'), keys: 'y', icon: 'sort', run: () => room.current?.querySelector('button')?.click() }]
      : [],
  ) // prettier-ignore
  const label = say('priorityIs', { priority: say(`priority_${found.priority}`) })
  const icon = priorityIcons[found.priority] ?? 'sort'
  const trigger = (
    <Button size="small" tone="quiet" icon={icon} keys="Y" isDisabled={!may} busy={change.isPending}>
      <span className="unseen">{say('priority')} </span>
      {say(`priority_${found.priority}`)}
    </Button>
  )
  const choices = priorities.toReversed().map((priority) => ({
    id: priority,
    label: say(`priority_${priority}`),
    chosen: priority === found.priority,
    run: set(priority),
    ...(priorityIcons[priority] ? { icon: priorityIcons[priority] } : {}),
  }))
  return (
    <span ref={room} className="cases-priority" data-priority={found.priority}>
      <Menu label={label} trigger={trigger} groups={[{ title: say('priority'), choices }]} />
    </span>
  )
}
