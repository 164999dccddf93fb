import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Icon } from '#ui/icon'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { listViews, type View } from '../../contract.ts'
import { EditView } from './edit-view.tsx'
import { words } from './words.ts'
import './views.css'

/** All views: mine, and everybody's. */
export function ViewsPage() {
  const say = useWords(words)
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  const asked = useAsk(listViews, {})
  const add = (
    <Button tone="primary" icon="plus" onPress={() => setAdding(true)}>
      {say('add')}
    </Button>
  )
  const [mine, shared] = [
    asked.data?.items.filter((each) => !each.shared) ?? [],
    asked.data?.items.filter((each) => each.shared) ?? [],
  ]
  return (
    <Page title={say('title')} lead={say('lead')} actions={add}>
      {asked.error && !asked.data && <Failure error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton kind="rows" />}
      {asked.data?.items.length === 0 && (
        <Empty drawing="search" title={say('emptyTitle')} action={add}>
          {say('emptyText')}
        </Empty>
      )}
      <div className="fields-views">
        {mine.length > 0 && <Shelf title={say('mine')} views={mine} />}
        {shared.length > 0 && <Shelf title={say('shared')} views={shared} />}
      </div>
      {adding && (
        <EditView view={null} onClose={() => setAdding(false)} onSaved={(view) => void navigate({ href: `/views/${view.id}` })} />
      )}
    </Page>
  )
}

function Shelf({ title, views }: { title: string; views: readonly View[] }) {
  const say = useWords(words)
  return (
    <Panel title={title} flush>
      <ul className="fields-views-list">
        {views.map(({ id, name, owner }) => (
          <li key={id}>
            <Link to={`/views/${id}`}>
              <Icon name="filter" />
              <strong>{name}</strong>
              {owner && <small>{say('by', { name: owner.name })}</small>}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
