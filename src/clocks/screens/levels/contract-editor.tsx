import { useState, type FormEvent } from 'react'
import type { Id } from '#base/contract'
import { listCompanies, listCustomers } from '#customers/contract'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { Combobox } from '#ui/combobox'
import { DateField } from '#ui/date'
import { Dialog } from '#ui/dialog'
import { TextField } from '#ui/field'
import { Stack } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listContracts, listPolicies, postContract, putContract, type PolicyId, type ServiceContract } from '../../contract.ts'
import { words } from './words.ts'

const today = (): string => new Date().toISOString().slice(0, 10)
type Form = {
  name: string
  kind: 'customer' | 'company'
  holder: string | null
  policy: string | null
  starts_on: string | null
  ends_on: string | null
}

const formOf = (contract: ServiceContract | null): Form =>
  contract
    ? {
        ...contract,
        kind: contract.company ? 'company' : 'customer',
        holder: contract.company?.id ?? contract.customer?.id ?? null,
        policy: contract.policy.id,
      }
    : { name: '', kind: 'customer', holder: null, policy: null, starts_on: today(), ends_on: null }

export function ContractEditor({ contract, onClose }: { contract: ServiceContract | null; onClose: () => void }) {
  const say = useWords(words)
  const [form, setForm] = useState<Form>(() => formOf(contract))
  const set = (part: Partial<Form>): void => setForm((before) => ({ ...before, ...part }))
  const levels = useAsk(listPolicies, {}).data?.items ?? []
  const keep = useKeep(contract, onClose)
  const ready = form.name.trim() !== '' && form.holder && form.policy && form.starts_on
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (ready) keep.send(form)
  }
  return (
    <Dialog open onClose={onClose} title={say(contract ? 'contractEdit' : 'contractNew')} foot={
      <>
        <Button onPress={onClose}>{say('cancel')}</Button>
        <Button type="submit" form="clocks-contract" tone="primary" isDisabled={!ready} busy={keep.busy}>{say('save')}</Button>
      </>
    }>
      <form id="clocks-contract" onSubmit={submit}>
        <Stack>
          <TextField label={say('name')} value={form.name} onChange={(name) => set({ name })} maxLength={120} isRequired autoFocus />
          {contract ? <p>{contract.customer?.name ?? contract.company?.name}</p> : <Holder form={form} set={set} />}
          <Select label={say('level')} options={levels.map(({ id, name }) => ({ id: String(id), label: name }))} value={form.policy} onChange={(policy) => set({ policy })} isRequired />
          <DateField label={say('from')} value={form.starts_on} onChange={(starts_on) => set({ starts_on })} isRequired />
          <DateField label={say('until')} hint={say('untilHint')} value={form.ends_on} onChange={(ends_on) => set({ ends_on })} />
        </Stack>
      </form>
    </Dialog>
  )
} // prettier-ignore

function useKeep(contract: ServiceContract | null, onClose: () => void) {
  const say = useWords(words)
  const done = {
    refetch: [listContracts, listPolicies],
    onDone: () => {
      toast({ tone: 'good', text: say('contractSaved') })
      onClose()
    },
  }
  const give = useSend(postContract, done)
  const edit = useSend(putContract, done)
  const send = ({ name, kind, holder, policy, starts_on, ends_on }: Form): void => {
    const terms = { name: name.trim(), policy_id: policy as PolicyId, starts_on: starts_on!, ends_on } // asked for before it can be sent
    if (contract) edit.mutate({ ...terms, id: contract.id, version: contract.version })
    else
      give.mutate({
        ...terms,
        holder: kind === 'customer' ? { customer: holder as Id<'customer'> } : { company: holder as Id<'company'> },
      }) // found by its kind
  }
  return { send, busy: give.isPending || edit.isPending }
}

function Holder({ form, set }: { form: Form; set: (part: Partial<Form>) => void }) {
  const say = useWords(words)
  const [text, setText] = useState('')
  const people =
    useAsk(listCustomers, { q: text, limit: 20 }, { enabled: form.kind === 'customer', keepPrevious: true }).data?.items ?? []
  const companies =
    useAsk(listCompanies, { q: text, limit: 20 }, { enabled: form.kind === 'company', keepPrevious: true }).data?.items ?? []
  const found = form.kind === 'customer' ? people.map(({ id, name, email }) => ({ id: String(id), label: name, detail: email ?? '' })) : companies.map(({ id, name }) => ({ id: String(id), label: name })) // prettier-ignore
  const kinds = [
    { id: 'customer' as const, label: say('aCustomer') },
    { id: 'company' as const, label: say('aCompany') },
  ]
  return (
    <>
      <Segments label={say('holder')} options={kinds} value={form.kind} onChange={(kind) => set({ kind, holder: null })} />
      <Combobox
        label={say('searchHolder')}
        options={found}
        value={form.holder}
        onChange={(holder) => set({ holder })}
        text={text}
        onText={setText}
        isRequired
      />
    </>
  )
}
