import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMe } from './me.ts'
import { Button, ButtonLink } from '#ui/button'
import { Segments, Switch } from '#ui/choice'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useAskPages } from '#ui/query'
import { useWords } from '#ui/words'
import { countTasks, listTasks, type TaskList } from '../contract.ts'
import { Board } from './board.tsx'
import { useDeeds } from './deeds.tsx'
import { Rows } from './rows.tsx'
import { words } from './page-words.ts'
import { readShowing } from './showing.ts'
import { Waits } from './waits.tsx'
import './tasks.css'

/** What is asked of me and of my teams, and who keeps me waiting. */
export function TasksPage() {
  const say = useWords(words)
  const may = useMe()?.may
  const go = useNavigate()
  const showing = readShowing(useSearch({ strict: false }))
  const { whose, view, late } = showing
  const show = (part: Partial<typeof showing>) => void go({ to: '/tasks', search: { ...showing, ...part }, replace: true })
  const counted = useAsk(countTasks, {}).data
  const lists = (['mine', 'teams', 'asked', 'all'] as const).filter(
    (id) => id === 'mine' || id === 'teams' || may?.has('case.read'),
  )
  return (
    <Page
      title={say('title')}
      lead={counted && say('lead', { mine: counted.mine + counted.teams, late: counted.late })}
      actions={
        <>
          <Segments
            label={say('show')}
            options={(['list', 'board'] as const).map((id) => ({ id, label: say(id) }))}
            value={view}
            onChange={(next) => show({ view: next })}
          />
          {may?.has('task.manage') && (
            <ButtonLink href="/desk/tasks/settings" icon="settings">
              {say('settings')}
            </ButtonLink>
          )}
        </>
      }
    >
      <div className="tasks-page">
        <div className="tasks-choosing">
          <Segments
            label={say('whose')}
            options={lists.map((id) => ({ id, label: say(id) }))}
            value={whose}
            onChange={(next) => show({ whose: next })}
          />
          <Switch isSelected={late} onChange={(on) => show({ late: on })}>
            {say('lateOnly')}
          </Switch>
        </div>
        {whose === 'asked' && view === 'list' && !late ? <Waits /> : <Tasks whose={whose} view={view} late={late} />}
      </div>
    </Page>
  )
}

function Tasks({ whose, view, late }: { whose: TaskList; view: 'list' | 'board'; late: boolean }) {
  const say = useWords(words)
  const deeds = useDeeds()
  const found = useAskPages(listTasks, { whose, state: late ? 'late' : 'open', limit: 100 }, { keepPrevious: true })
  if (found.isError && !found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending)
    return (
      <Panel flush>
        <Skeleton lines={5} kind="rows" />
      </Panel>
    )
  if (found.items.length === 0) return <Nothing whose={whose} late={late} />
  return (
    <>
      {view === 'board' ? <Board tasks={found.items} deeds={deeds} /> : <Rows tasks={found.items} deeds={deeds} />}
      {found.hasMore && (
        <Button tone="quiet" busy={found.isFetchingNextPage} onPress={found.more}>
          {say('more')}
        </Button>
      )}
      {deeds.dialogs}
    </>
  )
}

function Nothing({ whose, late }: { whose: TaskList; late: boolean }) {
  const say = useWords(words)
  const which = late ? 'Late' : whose === 'teams' ? 'Teams' : whose === 'mine' ? 'Mine' : 'Asked'
  return (
    <Empty drawing="calm" title={say(`empty${which}`)}>
      {say(`empty${which}Text`)}
    </Empty>
  )
}
