import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button, ButtonLink } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { OwnerPair } from '#ui/person'
import { useAsk, useAskPages, useSend } from '#ui/query'
import { Table, type Column } from '#ui/table'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  countViews,
  deleteView,
  listFields,
  listViewCases,
  listViews,
  type Field,
  type SeenCase,
  type View,
} from '../../contract.ts'
import { EditView } from './edit-view.tsx'
import { words } from './words.ts'
import './views.css'

/** The cases of one view, in its columns. */
export function ViewPage() {
  const say = useWords(words)
  const id = String(useParams({ strict: false }).id)
  const asked = useAsk(listViews, {})
  const view = asked.data?.items.find((each) => each.id === id)
  if (asked.error && !asked.data)
    return (
      <Page title={say('title')}>
        <Failure error={asked.error} onRetry={() => void asked.refetch()} />
      </Page>
    )
  if (asked.isPending)
    return (
      <Page title={say('title')}>
        <Skeleton kind="rows" />
      </Page>
    )
  if (!view)
    return (
      <Empty
        level={1}
        drawing="lost"
        title={say('goneTitle')}
        action={<ButtonLink href="/desk/views">{say('manage')}</ButtonLink>}
      />
    )
  return <Shown key={view.id} view={view} />
}

function Shown({ view }: { view: View }) {
  const say = useWords(words)
  const navigate = useNavigate()
  const [editing, setEditing] = useState(false)
  const list = useAskPages(listViewCases, { id: view.id, limit: 50 })
  const columns = useColumns(view)
  const remove = useSend(deleteView, {
    refetch: [listViews, countViews],
    onDone: () => {
      toast({ text: say('removed') })
      void navigate({ href: '/views' })
    },
  })
  const actions = (
    <>
      {view.may_edit && (
        <>
          <Confirm
            tone="quiet"
            label={say('remove')}
            question={say('removeAsk', { name: view.name })}
            yes={say('removeYes')}
            onYes={() => remove.mutate({ id: view.id })}
          />
          <Button icon="edit" onPress={() => setEditing(true)}>
            {say('edit')}
          </Button>
        </>
      )}
    </>
  )
  return (
    <Page title={view.name} actions={actions}>
      {list.error && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton kind="rows" />}
      {list.isSuccess && (
        <Panel flush>
          <Table
            label={view.name}
            rows={list.items}
            idOf={({ id }) => id}
            columns={columns}
            onOpen={({ id }) => void navigate({ href: `/cases/${id}` })}
            empty={
              <Empty drawing="calm" title={say('noneTitle')}>
                {say('noneText')}
              </Empty>
            }
          />
        </Panel>
      )}
      {list.hasMore && (
        <Button tone="quiet" busy={list.isFetchingNextPage} onPress={list.more}>
          {say('more')}
        </Button>
      )}
      {editing && <EditView view={view} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} />}
    </Page>
  )
}

type Shower = (row: SeenCase) => React.ReactNode

function useColumns(view: View): Column<SeenCase>[] {
  const say = useWords(words)
  const spoken = useLanguage()
  const fields = [...(useAsk(listFields, { subject: 'case', retired: false }, { staleSeconds: 60 }).data?.items ?? [])]
  const own: Readonly<Record<string, Shower>> = {
    customer: (row) => row.customer?.name ?? say('unknown'),
    owner: (row) => <OwnerPair compact owner={row.owner} deputy={row.deputy} />,
    stands: (row) =>
      row.stands === 'closed' ? (
        say('one_closed')
      ) : (
        <Badge tone={row.stands === 'waiting_for_others' ? 'neutral' : 'accent'}>{say(`one_${row.stands}`)}</Badge>
      ),
    reason: (row) => row.reason?.name ?? '',
    priority: (row) =>
      row.priority === 'normal' ? '' : <Badge tone={row.priority === 'urgent' ? 'danger' : 'promise'}>{say(row.priority)}</Badge>,
    brand: (row) => row.brand.name,
    opened: (row) => <Time at={row.opened_at} as="day" />,
    last: (row) => <Time at={row.last_at} />,
    due: (row) => (row.due ? <Badge tone={row.due.late ? 'danger' : 'promise'}>{row.due[spoken]}</Badge> : ''),
    waits: (row) => <Waits waits={row.waits} />,
  }
  const title: Column<SeenCase> = { id: 'case', title: say('case'), width: 'wide', cell: (row) => <Subject row={row} /> }
  const rest = view.columns.flatMap((name): Column<SeenCase>[] => {
    const show = own[name]
    if (show)
      return [
        { id: name, title: say(titles[name] ?? (name as 'customer')), cell: show, quiet: name === 'brand' || name === 'opened' },
      ] // every name of a column is a word without values
    const field = fields.find(({ id }) => id === name)
    return field ? [ofField(field, spoken)] : []
  })
  return [title, ...rest]
}

const titles: Readonly<Record<string, 'colOwner' | 'colStands' | 'colWaits'>> = {
  owner: 'colOwner',
  stands: 'colStands',
  waits: 'colWaits',
}

function Waits({ waits }: { waits: readonly string[] }) {
  const say = useWords(words)
  const [first, ...others] = waits
  return (
    <span className="fields-waits">
      {first}
      {others.length > 0 && <small>{say('andMore', { count: others.length })}</small>}
    </span>
  )
}

const ofField = (field: Field, spoken: 'fr' | 'en'): Column<SeenCase> => ({
  id: field.id,
  title: field.name[spoken],
  cell: (row) => (
    <span className={field.kind === 'date' || field.kind === 'money' ? 'fields-whole' : undefined}>
      {row.values[field.id]?.[spoken] ?? ''}
    </span>
  ),
  ...(field.kind === 'number' || field.kind === 'money' ? { align: 'end' as const } : {}),
})

function Subject({ row }: { row: SeenCase }) {
  const say = useWords(words)
  return (
    <Link to={`/cases/${row.id}`} className="fields-view-subject">
      <strong>{row.subject || say('noSubject')}</strong>
      <small>{say('number', { number: row.number })}</small>
    </Link>
  )
}
