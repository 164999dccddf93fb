import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '#access/screens'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { SearchField } from '#ui/field'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Person as Face } from '#ui/person'
import { useAskPages } from '#ui/query'
import { Table } from '#ui/table'
import { useWords } from '#ui/words'
import { listCustomers } from '../contract.ts'
import { AddCustomer } from './add-customer.tsx'
import { words } from './words.ts'

export function People() {
  const say = useWords(words)
  const navigate = useNavigate()
  const { may } = useMe()
  const [sought, setSought] = useState('')
  const [adding, setAdding] = useState(false)
  const list = useAskPages(listCustomers, sought.trim() ? { q: sought.trim() } : {})
  const open = (id: string) => void navigate({ href: `/customers/${id}` })
  return (
    <Panel flush>
      <div className="customers-head">
        <SearchField label={say('search')} value={sought} onChange={setSought} />
        {may('customer.edit') && (
          <Button icon="plus" onPress={() => setAdding(true)}>
            {say('add')}
          </Button>
        )}
      </div>
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton kind="rows" />}
      {list.isSuccess && (
        <Table
          label={say('people')}
          rows={list.items}
          idOf={({ id }) => id}
          onOpen={({ id }) => open(id)}
          columns={[
            { id: 'name', title: say('name'), width: 'wide', cell: ({ id, name }) => <Face person={{ id, name }} size={36} /> },
            { id: 'email', title: say('email'), cell: ({ email }) => email ?? '' },
            { id: 'company', title: say('company'), quiet: true, cell: ({ company }) => company?.name ?? '' },
          ]}
          empty={
            <Empty drawing="search" title={say(sought.trim() ? 'none' : 'noneYet')}>
              {say('noneText')}
            </Empty>
          }
        />
      )}
      {list.hasMore && (
        <div className="customers-more">
          <Button busy={list.isFetchingNextPage} onPress={list.more}>
            {say('more')}
          </Button>
        </div>
      )}
      {adding && <AddCustomer onClose={() => setAdding(false)} onAdded={open} />}
    </Panel>
  )
}
