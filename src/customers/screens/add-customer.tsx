import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { addCustomer, listCustomers, type CompanyId } from '../contract.ts'
import { ChooseCompany } from './choose-company.tsx'
import { words } from './words.ts'

export function AddCustomer({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) {
  const say = useWords(words)
  const [filled, setFilled] = useState({ name: '', email: '', phone: '' })
  const [company, setCompany] = useState<CompanyId | null>(null)
  const add = useSend(addCustomer, { refetch: [listCustomers], onDone: ({ id }) => onAdded(id), onError: () => {} }) // shown in place
  const save = () => {
    const identities = [
      { kind: 'email' as const, value: filled.email.trim() },
      { kind: 'phone' as const, value: filled.phone.trim() },
    ].filter(({ value }) => value !== '')
    add.mutate({ name: filled.name, language: null, company_id: company, notes: '', identities })
  }
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" busy={add.isPending} isDisabled={filled.name.trim() === ''} onPress={save}>
        {say('add')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={say('add')} foot={foot} size="small">
      <div className="customers-form">
        <TextField label={say('name')} autoFocus value={filled.name} onChange={(name) => setFilled({ ...filled, name })} />
        <TextField label={say('email')} type="email" value={filled.email} onChange={(email) => setFilled({ ...filled, email })} />
        <TextField label={say('phone')} type="tel" value={filled.phone} onChange={(phone) => setFilled({ ...filled, phone })} />
        <ChooseCompany value={company} onChange={setCompany} />
        {add.error && <Failure error={add.error} />}
      </div>
    </Dialog>
  )
}
