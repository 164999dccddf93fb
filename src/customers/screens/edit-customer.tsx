import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextArea, TextField } from '#ui/field'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { editCustomer, getCustomer, listCustomers, type Card, type CompanyId } from '../contract.ts'
import { ChooseCompany } from './choose-company.tsx'
import { words } from './words.ts'

export function EditCustomer({ card, onClose }: { card: Card; onClose: () => void }) {
  const say = useWords(words)
  const [name, setName] = useState(card.name)
  const [notes, setNotes] = useState(card.notes)
  const [company, setCompany] = useState<CompanyId | null>(card.company?.id ?? null)
  const edit = useSend(editCustomer, {
    refetch: [getCustomer, listCustomers],
    onDone: () => {
      toast({ text: say('saved'), tone: 'good' })
      onClose()
    },
    onError: () => {}, // shown in place
  })
  const save = () => edit.mutate({ id: card.id, version: card.version, name, notes, company_id: company })
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" busy={edit.isPending} isDisabled={name.trim() === ''} onPress={save}>
        {say('save')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={say('edit')} foot={foot} size="small">
      <div className="customers-form">
        <TextField label={say('name')} autoFocus value={name} onChange={setName} />
        <ChooseCompany value={company} onChange={setCompany} />
        <TextArea label={say('notes')} hint={say('notesHint')} value={notes} onChange={setNotes} />
        {edit.error && <Failure error={edit.error} />}
      </div>
    </Dialog>
  )
}
