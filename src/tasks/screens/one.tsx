import { useParams } from '@tanstack/react-router'
import { Refused } from '#ui/api'
import { ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { getTask, type TaskId } from '../contract.ts'
import { Whole } from './whole.tsx'
import { words } from './words.ts'
import './tasks.css'

/** One task on a page of its own: for whoever it is asked of. */
export function TaskPage() {
  const say = useWords(words)
  const { id }: { id?: string } = useParams({ strict: false })
  const found = useAsk(getTask, { id: id as TaskId }) // from the address; the server knows whether it is one
  if (found.data)
    return (
      <Page
        title={found.data.title}
        width="reading"
        actions={
          <ButtonLink href="/desk/tasks" icon="left">
            {say('tasks')}
          </ButtonLink>
        }
      >
        <Panel>
          <Whole key={found.data.id} task={found.data} />
        </Panel>
      </Page>
    )
  if (found.error instanceof Refused && (found.error.status === 404 || found.error.status === 422))
    return (
      <Empty
        level={1}
        drawing="lost"
        title={say('goneTitle')}
        action={<ButtonLink href="/desk/tasks">{say('toTasks')}</ButtonLink>}
      >
        {say('goneText')}
      </Empty>
    )
  if (found.error) return <Failure error={found.error} onRetry={() => void found.refetch()} />
  return <Skeleton lines={8} />
}
