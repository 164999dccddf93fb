// What became of tasks, told in the story of their case.
import { useEffect } from 'react'
import type { Case } from '#cases/contract'
import type { IconName } from '#ui/icon'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { listCaseTasks, type Task } from '../contract.ts'
import { words } from './words.ts'

type Told = { key: string; at: string; icon: IconName; words: string }
type Say = ReturnType<typeof useWords<typeof words.fr>>

export function TasksTold({ found, onTold }: { found: Case; onTold: (told: readonly Told[]) => void }) {
  const say = useWords(words)
  const items = useAsk(listCaseTasks, { case: found.id }).data?.items
  useEffect(() => {
    if (items) onTold(items.flatMap((task) => toldOf(task, say)))
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [items, say])
  return null
}

function toldOf({ id, title: named, asked, ...task }: Task, say: Say): Told[] {
  const title = say('quoted_title', { title: named })
  const { name } = asked
  const moments = [
    { what: 'asked', at: task.asked_at, icon: 'people', words: say('story_asked', { title, name }) },
    {
      what: 'answered',
      at: task.answered_at,
      icon: 'reply',
      words: say('story_answered', { title, name: task.taken_by?.name ?? name }),
    },
    { what: 'accepted', at: task.accepted_at, icon: 'check', words: say('story_accepted', { title }) },
    { what: 'declined', at: task.declined_at, icon: 'close', words: say('story_declined', { title, name }) },
    { what: 'cancelled', at: task.cancelled_at, icon: 'close', words: say('story_cancelled', { title }) },
  ] as const
  return moments.flatMap(({ what, at, icon, words: said }) => (at ? [{ key: `task ${what} ${id}`, at, icon, words: said }] : []))
}
