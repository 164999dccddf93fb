import { useState } from 'react'
import type { CustomerId } from '#customers/contract'
import { listCustomers } from '#customers/contract'
import { Combobox } from '#ui/combobox'
import { Empty } from '#ui/empty'
import { Page, Panel, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { getDemonstration, type ReceivedLetter } from '../contract.ts'
import { Inbox } from './inbox.tsx'
import { Pen } from './pen.tsx'
import { words } from './words.ts'
import './demo.css'

/** Beside the desk: be one of the customers. By mail today; other doors become other pens. */
export function PlayPage() {
  const say = useWords(words)
  const { data } = useAsk(getDemonstration, {})
  return (
    <Page title={say('title')} lead={say('lead')}>
      {!data ? <Skeleton lines={4} /> : data.is ? <Stage /> : <NotHere />}
    </Page>
  )
}

function NotHere() {
  const say = useWords(words)
  return (
    <Empty drawing="shut" title={say('notHere')}>
      {say('notHereText')}
    </Empty>
  )
}

function Stage() {
  const say = useWords(words)
  const [customer, setCustomer] = useState<CustomerId | null>(null)
  const [answering, setAnswering] = useState<ReceivedLetter | null>(null)
  const be = (next: CustomerId | null) => {
    setCustomer(next)
    setAnswering(null)
  }
  return (
    <div className="demo-play">
      <Panel>
        <Stack>
          <Who chosen={customer} onChoose={be} />
          {customer && (
            <Pen
              key={`${customer} ${answering?.id}`}
              customer={customer}
              answering={answering}
              onNew={() => setAnswering(null)}
            />
          )}
        </Stack>
      </Panel>
      <Panel title={say('received')} flush>
        {customer ? (
          <Inbox customer={customer} onAnswer={setAnswering} />
        ) : (
          <Empty drawing="letter" title={say('choose')}>
            {say('chooseText')}
          </Empty>
        )}
      </Panel>
    </div>
  )
}

function Who({ chosen, onChoose }: { chosen: CustomerId | null; onChoose: (id: CustomerId | null) => void }) {
  const say = useWords(words)
  const [text, setText] = useState('')
  const { data } = useAsk(listCustomers, { limit: 100, ...(text && !chosen ? { q: text } : {}) }, { keepPrevious: true })
  const writing = (data?.items ?? []).filter(({ email }) => email !== null)
  return (
    <Combobox
      label={say('who')}
      hint={say('whoHint')}
      options={writing.map(({ id, name, company, email }) => ({ id, label: name, detail: company?.name ?? email ?? '' }))}
      value={chosen}
      text={text}
      onText={setText}
      onChange={(id) => {
        const found = writing.find((each) => each.id === id)
        setText(found?.name ?? '')
        onChoose(found?.id ?? null)
      }}
    />
  )
}
