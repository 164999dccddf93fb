import { useState } from 'react'
import { Badge, Count, type BadgeTone } from '#ui/badge'
import { Facts, Notice, Panel, Stack } from '#ui/layout'
import { List } from '#ui/list'
import { OwnerPair, Person } from '#ui/person'
import { Table, type Column, type Order } from '#ui/table'
import { Tabs } from '#ui/tabs'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { cases, crowd, type SampleCase } from './samples.ts'
import { words } from './words.ts'

const tones: Readonly<Record<SampleCase['state'], BadgeTone>> = {
  isNew: 'accent',
  waitsForMe: 'promise',
  waitsForThem: 'neutral',
  late: 'danger',
}
const thousand = Array.from({ length: 1000 }, (_, place) => ({
  id: String(place),
  name: `${crowd[place % crowd.length]?.name ?? ''} · G-${1000 + place}`,
}))

export function Lists() {
  const say = useWords(words)
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      <CaseTable />
      <div className="design-both">
        <Panel title={say('thousand')} flush>
          <div className="design-list">
            <List
              label={say('thousand')}
              rows={thousand}
              idOf={({ id }) => id}
              rowHeight={48}
              chosen={open}
              onOpen={({ id }) => setOpen(id)}
              render={Row}
            />
          </div>
        </Panel>
        <States />
      </div>
    </>
  )
}

const Row = ({ name }: { name: string }) => (
  <div className="design-list-row">
    <Person person={{ name }} size={24} />
  </div>
)

function CaseTable() {
  const say = useWords(words)
  const [chosen, setChosen] = useState<string | null>('G-2038')
  const [order, setOrder] = useState<Order>({ by: 'since', descending: true })
  const columns: readonly Column<SampleCase>[] = [
    {
      id: 'owner',
      title: say('owner'),
      width: 'narrow',
      cell: (row) => <OwnerPair compact owner={row.owner} deputy={row.deputy} />,
    },
    {
      id: 'case',
      title: say('case'),
      width: 'wide',
      sortable: true,
      cell: (row) => <strong className="design-subject">{row.subject}</strong>,
    },
    { id: 'customer', title: say('customer'), quiet: true, sortable: true, cell: (row) => row.customer },
    { id: 'state', title: say('state'), width: 'narrow', cell: (row) => <Badge tone={tones[row.state]}>{say(row.state)}</Badge> },
    {
      id: 'since',
      title: say('since'),
      width: 'narrow',
      align: 'end',
      quiet: true,
      sortable: true,
      cell: (row) => <Time at={row.at} />,
    },
  ]
  return (
    <Panel title={say('lists')} flush>
      <Table
        label={say('lists')}
        columns={columns}
        rows={order.descending ? cases : cases.toReversed()}
        idOf={({ number }) => number}
        chosen={chosen}
        onOpen={({ number }) => setChosen(number)}
        order={order}
        onOrder={setOrder}
      />
    </Panel>
  )
}

function States() {
  const say = useWords(words)
  const facts = [
    { name: say('mail'), value: 'nadia.benali@example.org' },
    { name: say('phone'), value: '+33 6 12 34 56 78' },
    { name: say('company'), value: 'Atelier Verdier' },
  ]
  return (
    <Panel title={say('states')}>
      <Stack>
        <div className="design-row">
          <Badge tone="accent">{say('isNew')}</Badge>
          <Badge tone="promise" icon="promise">
            {say('promised')}
          </Badge>
          <Badge tone="danger" icon="clock">
            {say('late')}
          </Badge>
          <Badge tone="good" icon="check">
            {say('kept')}
          </Badge>
          <Badge tone="info">{say('uncertain')}</Badge>
          <Badge>{say('waitsForThem')}</Badge>
          <Count value={3} /> <Count value={12} tone="promise" /> <Count value={1200} tone="accent" />
        </div>
        <Notice title={say('knowTitle')}>{say('know')}</Notice>
        <Notice tone="promise" icon="promise">
          {say('due')}
        </Notice>
        <Tabs
          label={say('tabs')}
          pages={[
            { id: 'mail', label: say('tabMail'), count: 4, content: <Facts facts={facts} /> },
            { id: 'tasks', label: say('tabTasks'), count: 0, content: say('emptyText') },
            { id: 'history', label: say('tabHistory'), content: say('opened') },
          ]}
        />
      </Stack>
    </Panel>
  )
}
