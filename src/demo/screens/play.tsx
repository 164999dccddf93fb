import { useState } from 'react'
import type { CustomerId } from '#customers/contract'
import { listCustomers } from '#customers/contract'
import { Combobox } from '#ui/combobox'
import { Empty } from '#ui/empty'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Tabs } from '#ui/tabs'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { getDemonstration, type ReceivedLetter } from '../contract.ts'
import { ByForm } from './by-form.tsx'
import { InTheChat } from './in-the-chat.tsx'
import { Inbox } from './inbox.tsx'
import { Pen } from './pen.tsx'
import { words } from './words.ts'
import './demo.css'

/** Beside the desk: be one of the customers, by mail, in the chat of a site or by its form. */
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
  return (
    <div className="demo-play">
      <Panel>
        <Who chosen={customer} onChoose={setCustomer} />
      </Panel>
      {customer ? (
        <Tabs
          key={customer}
          label={say('doors')}
          pages={[
            { id: 'mail', label: say('byMail'), content: <ByMail customer={customer} /> },
            { id: 'chat', label: say('byChat'), content: <InTheChat customer={customer} /> },
            { id: 'form', label: say('byForm'), content: <ByForm customer={customer} /> },
          ]}
        />
      ) : (
        <Empty drawing="letter" title={say('choose')}>
          {say('chooseText')}
        </Empty>
      )}
    </div>
  )
}

function ByMail({ customer }: { customer: CustomerId }) {
  const say = useWords(words)
  const [answering, setAnswering] = useState<ReceivedLetter | null>(null)
  return (
    <div className="demo-letters">
      <Panel>
        <Pen key={answering?.id ?? 'new'} customer={customer} answering={answering} onNew={() => setAnswering(null)} />
      </Panel>
      <Panel title={say('received')} flush>
        <Inbox customer={customer} onAnswer={setAnswering} />
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
