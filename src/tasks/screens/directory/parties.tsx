import { useState } from 'react'
import { useMe } from '#access/screens'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { SearchField, TextArea, TextField } from '#ui/field'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAskPages, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { listParties, listTopics, postParty, putParty, type Party } from '../../contract.ts'
import { useUsual } from './said.ts'
import { words } from './words.ts'

export function Parties() {
  const say = useWords(words)
  const { may } = useMe()
  const [q, setQ] = useState('')
  const [open, setOpen] = useState<Party | 'new' | null>(null)
  const found = useAskPages(listParties, { limit: 50, ...(q.trim() === '' ? {} : { q: q.trim() }) })
  const add = may('case.reply') && (
    <Button tone="primary" icon="plus" onPress={() => setOpen('new')}>
      {say('newParty')}
    </Button>
  )
  const isNew = found.items.length === 0 && q === ''
  return (
    <div className="tasks-directory">
      {!(isNew && found.data) && (
        <div className="tasks-directory-head">
          <SearchField label={say('searchParties')} value={q} onChange={setQ} />
          {add}
        </div>
      )}
      {found.isError && !found.data ? (
        <Failure error={found.error} onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <Panel flush>
          <Skeleton lines={4} kind="rows" />
        </Panel>
      ) : isNew ? (
        <Empty drawing="letter" title={say('noPartiesTitle')} action={add}>
          {say('noPartiesText')}
        </Empty>
      ) : found.items.length === 0 ? (
        <Empty drawing="search" title={say('nothingFound')}>
          {say('nothingFoundText')}
        </Empty>
      ) : (
        <ul className="tasks-parties">
          {found.items.map((party) => (
            <One key={party.id} party={party} {...(add ? { onEdit: () => setOpen(party) } : {})} />
          ))}
        </ul>
      )}
      {found.hasMore && (
        <Button tone="quiet" busy={found.isFetchingNextPage} onPress={found.more}>
          {say('more')}
        </Button>
      )}
      {open && <EditParty party={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function One({ party, onEdit }: { party: Party; onEdit?: () => void }) {
  const say = useWords(words)
  const usual = useUsual()
  return (
    <li className="tasks-party">
      <div>
        <h2>
          {party.name} {party.trade !== '' && <small>{party.trade}</small>}
        </h2>
        <p>
          <span>{party.email}</span>
          {party.phone !== '' && <span>{party.phone}</span>}
          <span>{say('openTasks', { count: party.open_tasks })}</span>
          {party.usual && <span>{usual(party.usual)}</span>}
        </p>
        {party.note !== '' && <p className="tasks-quiet">{party.note}</p>}
      </div>
      <span className="ui-button-row">
        {party.undeliverable_at && <Badge tone="danger">{say('undeliverable')}</Badge>}
        {onEdit && (
          <Button size="small" icon="edit" onPress={onEdit}>
            {say('edit')}
          </Button>
        )}
      </span>
    </li>
  )
}

const BLANK = {
  name: '',
  email: '',
  trade: '',
  phone: '',
  note: '',
  superiorName: '',
  superiorEmail: '',
  language: 'fr' as 'fr' | 'en',
  zone: 'Europe/Paris',
}

function EditParty({ party, onClose }: { party: Party | null; onClose: () => void }) {
  const say = useWords(words)
  const [card, setCard] = useState(
    party ? { ...party, superiorName: party.superior?.name ?? '', superiorEmail: party.superior?.email ?? '' } : BLANK,
  )
  const set = (part: Partial<typeof BLANK>) => setCard((before) => ({ ...before, ...part }))
  const done = { refetch: [listParties, listTopics], onDone: onClose, onError: () => {} } // shown in place
  const [add, edit] = [useSend(postParty, done), useSend(putParty, done)]
  const save = () => {
    const { name, email, trade, phone, note, language, zone, superiorName, superiorEmail } = card
    const superior = superiorEmail.trim() === '' ? null : { name: superiorName, email: superiorEmail }
    const given = { name, email, trade, phone, note, language, zone, superior }
    if (party) edit.mutate({ id: party.id, version: party.version, ...given })
    else add.mutate(given)
  }
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button
        tone="primary"
        isDisabled={card.name.trim() === '' || card.email.trim() === ''}
        busy={add.isPending || edit.isPending}
        onPress={save}
      >
        {say('save')}
      </Button>
    </>
  )
  const languages = [{ id: 'fr', label: say('french') }, { id: 'en', label: say('english') }] // prettier-ignore
  return (
    <Dialog open onClose={onClose} title={party?.name ?? say('newParty')} foot={foot}>
      <div className="tasks-form tasks-form-pairs">
        <TextField label={say('partyName')} autoFocus isRequired value={card.name} onChange={(name) => set({ name })} maxLength={200} />
        <TextField label={say('email')} type="email" isRequired value={card.email} onChange={(email) => set({ email })} maxLength={254} />
        <TextField label={say('trade')} placeholder={say('tradeExample')} value={card.trade} onChange={(trade) => set({ trade })} maxLength={120} />
        <TextField label={say('phone')} value={card.phone} onChange={(phone) => set({ phone })} maxLength={60} />
        <TextField label={say('superiorName')} value={card.superiorName} onChange={(superiorName) => set({ superiorName })} maxLength={200} />
        <TextField label={say('superiorEmail')} hint={say('superiorHint')} type="email" value={card.superiorEmail} onChange={(superiorEmail) => set({ superiorEmail })} maxLength={254} />
        <div>
          <Select label={say('language')} options={languages} value={card.language} onChange={(id) => set({ language: id === 'en' ? 'en' : 'fr' })} />
        </div>
        <TextField label={say('zone')} hint={say('zoneHint')} value={card.zone} onChange={(zone) => set({ zone })} maxLength={64} />
        <TextArea label={say('partyNote')} value={card.note} onChange={(note) => set({ note })} maxLength={2000} />
        {(add.error ?? edit.error) && <Failure error={add.error ?? edit.error} />}
      </div>
    </Dialog>
  ) // prettier-ignore
}
