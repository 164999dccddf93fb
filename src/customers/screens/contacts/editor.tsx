import { useState } from 'react'
import type { PersonId } from '#base/contract'
import { listStaff, type TeamId } from '#staff/contract'
import { ChoosePerson, ChooseTeam } from '#staff/screens'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { Combobox } from '#ui/combobox'
import { DateField } from '#ui/date'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  getCustomer, listPointsOfContact, putCompanyContact, putPointOfContact, putProjectContact, type Deputy, type PointOfContact,
} from '../../contract.ts' // prettier-ignore
import { Chain } from './chain.tsx'
import type { Subject } from './panel.tsx'
import { words } from './words.ts'

type Editing = { of: Subject; name: string; now: PointOfContact | null; onClose: () => void }
type Holder = { kind: 'person' | 'team'; person: PersonId | null; team: TeamId | null }

const bare = (deputies: PointOfContact['deputies']): Deputy[] =>
  deputies.map((each) => ('person' in each ? { person: each.person.id } : { team: each.team.id }))

/** Names who answers from a moment on. What was stays told: the one before ends where this one begins. */
export function EditContact({ of, name, now, onClose }: Editing) {
  const say = useWords(words)
  const [holder, setHolder] = useState<Holder>({
    kind: now?.team ? 'team' : 'person',
    person: now?.person?.id ?? null,
    team: now?.team?.id ?? null,
  })
  const [deputies, setDeputies] = useState<readonly Deputy[]>(bare(now?.deputies ?? []))
  const [[from, to], setDays] = useState<[string | null, string | null]>([null, null])
  const saving = useNaming(of, () => {
    toast({ text: say('saved'), tone: 'good' })
    onClose()
  })
  const isReady = holder.kind === 'team' ? holder.team !== null : holder.person !== null
  const save = () =>
    saving.name({
      person: holder.person,
      team: holder.kind === 'team' ? holder.team : null,
      deputies: [...deputies],
      deputy: null,
      ...(from ? { from: startOf(from) } : {}),
      ...(to ? { to: afterDay(to) } : {}),
    })
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" isDisabled={!isReady} busy={saving.busy} onPress={save}>
        {say('save')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={say('title', { name })} foot={foot}>
      <div className="customers-form">
        <p className="contacts-quiet">{say('contactText')}</p>
        <Who holder={holder} onChange={setHolder} />
        <Chain deputies={deputies} onChange={setDeputies} without={holder} />
        <div className="customers-pair">
          <DateField label={say('from')} hint={say('fromHint')} value={from} onChange={(day) => setDays([day, to])} />
          <DateField label={say('to')} hint={say('toHint')} value={to} onChange={(day) => setDays([from, day])} {...(from ? { min: from } : {})} />
        </div>
        {saving.error && <Failure error={saving.error} />}
      </div>
    </Dialog>
  ) // prettier-ignore
}

function Who({ holder, onChange }: { holder: Holder; onChange: (holder: Holder) => void }) {
  const say = useWords(words)
  const kinds = [
    { id: 'person' as const, label: say('aPerson') },
    { id: 'team' as const, label: say('aTeam') },
  ]
  return (
    <>
      <div>
        <Segments
          label={say('holder')}
          value={holder.kind}
          options={kinds}
          onChange={(kind) => onChange({ kind, person: null, team: null })}
        />
      </div>
      {holder.kind === 'person' ? (
        <ChoosePerson label={say('person')} value={holder.person} onChange={(person) => onChange({ ...holder, person })} />
      ) : (
        <div className="customers-pair">
          <ChooseTeam label={say('team')} value={holder.team} onChange={(team) => onChange({ ...holder, team, person: null })} />
          <Shown holder={holder} onChange={onChange} />
        </div>
      )}
    </>
  )
}

// Only a member is shown for a team.
function Shown({ holder, onChange }: { holder: Holder; onChange: (holder: Holder) => void }) {
  const say = useWords(words)
  const { team } = holder
  const members =
    useAsk(listStaff, { gone: false, limit: 200, ...(team ? { team } : {}) }, { enabled: team !== null }).data?.items ?? []
  const options = team ? members.map(({ id, name, title }) => ({ id, label: name, ...(title ? { detail: title } : {}) })) : []
  return (
    <Combobox
      label={say('shown')} hint={say('shownHint')} isDisabled={!team} options={options} value={holder.person}
      onChange={(id) => onChange({ ...holder, person: members.find((member) => member.id === id)?.id ?? null })}
    />
  ) // prettier-ignore
}

type Named = {
  person: PersonId | null
  team: TeamId | null
  deputies: Deputy[]
  deputy: null
  from?: string
  to?: string
}

function useNaming(of: Subject, onDone: () => void) {
  const how = { refetch: [listPointsOfContact, getCustomer], onDone, onError: () => {} } // shown in place
  const customer = useSend(putPointOfContact, how)
  const company = useSend(putCompanyContact, how)
  const project = useSend(putProjectContact, how)
  const all = [customer, company, project]
  return {
    busy: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error)?.error ?? null,
    name: (naming: Named) => {
      if ('customer' in of) customer.mutate({ ...of, ...naming })
      else if ('company' in of) company.mutate({ ...of, ...naming })
      else project.mutate({ ...of, ...naming })
    },
  }
}

const startOf = (day: string): string => new Date(`${day}T00:00`).toISOString()
function afterDay(day: string): string {
  const at = new Date(`${day}T00:00`)
  at.setDate(at.getDate() + 1) // a day may have 23 or 25 hours
  return at.toISOString()
}
