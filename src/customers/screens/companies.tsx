import { useState } from 'react'
import { useMe } from '#access/screens'
import { Button } from '#ui/button'
import { Drawer } from '#ui/dialog'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { SearchField, TextField } from '#ui/field'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAskPages, useSend } from '#ui/query'
import { Table } from '#ui/table'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { addCompanyEndpoint, editCompanyEndpoint, listCompanies, type Company } from '../contract.ts'
import { Contacts } from './contacts/panel.tsx'
import { words as contactWords } from './contacts/words.ts'
import { PanelsOf } from './panels.tsx'
import { Projects } from './projects/list.tsx'
import { words } from './words.ts'

export function Companies() {
  const say = useWords(words)
  const { may } = useMe()
  const [sought, setSought] = useState('')
  const [open, setOpen] = useState<Company | 'new' | null>(null)
  const list = useAskPages(listCompanies, sought.trim() ? { q: sought.trim() } : {})
  const edits = may('customer.edit')
  const add = edits && (
    <Button icon="plus" onPress={() => setOpen('new')}>
      {say('addCompany')}
    </Button>
  )
  return (
    <Panel flush>
      <div className="customers-head">
        <SearchField label={say('searchCompany')} value={sought} onChange={setSought} />
        {add}
      </div>
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton kind="rows" />}
      {list.isSuccess && (
        <Table
          label={say('companies')}
          rows={list.items}
          idOf={({ id }) => id}
          {...(edits ? { onOpen: setOpen } : {})}
          columns={[
            { id: 'name', title: say('company'), width: 'wide', cell: ({ name }) => <strong>{name}</strong> },
            { id: 'domains', title: say('domains'), cell: ({ domains }) => domains.join(', ') },
            {
              id: 'since',
              title: say('since'),
              quiet: true,
              width: 'narrow',
              cell: ({ added_at }) => <Time at={added_at} as="day" />,
            },
          ]}
          empty={
            <Empty drawing="shut" title={say('noCompanies')}>
              {say('noCompaniesText')}
            </Empty>
          }
        />
      )}
      {open && <EditCompany company={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Panel>
  )
}

function EditCompany({ company, onClose }: { company: Company | null; onClose: () => void }) {
  const say = useWords(words)
  const sayOf = useWords(contactWords)
  const [name, setName] = useState(company?.name ?? '')
  const [domains, setDomains] = useState(company?.domains.join(', ') ?? '')
  const done = () => {
    toast({ text: say('saved'), tone: 'good' })
    onClose()
  }
  const how = { refetch: [listCompanies], onDone: done, onError: () => {} } // shown in place
  const [add, edit] = [useSend(addCompanyEndpoint, how), useSend(editCompanyEndpoint, how)]
  const save = () => {
    const fields = { name, domains: domains.split(/[\s,;]+/).filter(Boolean) }
    if (company) edit.mutate({ id: company.id, version: company.version, ...fields })
    else add.mutate(fields)
  }
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" busy={add.isPending || edit.isPending} isDisabled={name.trim() === ''} onPress={save}>
        {say('save')}
      </Button>
    </>
  )
  return (
    <Drawer open onClose={onClose} title={company?.name ?? say('addCompany')} foot={foot}>
      <div className="customers-form">
        <TextField label={say('name')} autoFocus value={name} onChange={setName} />
        <TextField label={say('domains')} hint={say('domainsHint')} value={domains} onChange={setDomains} />
        {(add.error ?? edit.error) && <Failure error={add.error ?? edit.error} />}
        {company && (
          <>
            <PanelsOf subject="company" of={company.id} />
            <h3>{sayOf('contact')}</h3>
            <Contacts of={{ company: company.id }} name={company.name} edits />
            <h3>{sayOf('projects')}</h3>
            <Projects of={{ company: company.id }} edits />
          </>
        )}
      </div>
    </Drawer>
  )
}
