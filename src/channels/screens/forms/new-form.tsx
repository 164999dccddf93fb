import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { listBrands } from '#brands/contract'
import { Button } from '#ui/button'
import { Radios } from '#ui/choice'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { listForms, postForm, type FormStart } from '../../contract.ts'
import { words } from './words.ts'

/** A form of a brand, begun with one of the whole ones or with a blank page. */
export function NewForm({ start: first, onClose }: { start: FormStart; onClose: () => void }) {
  const say = useWords(words)
  const navigate = useNavigate()
  const brands = useAsk(listBrands, { limit: 200 })
  const [chosen, setChosen] = useState<string | null>(null)
  const [start, setStart] = useState<FormStart>(first)
  const usual = { contact: say('startContact'), complaint: say('startComplaint'), empty: '' }
  const [name, setName] = useState<string | null>(null)
  const brand = chosen ?? brands.data?.items[0]?.id ?? null
  const called = name ?? usual[start]
  const make = useSend(postForm, {
    refetch: [listForms],
    onDone: ({ id }) => void navigate({ to: '/forms/$id', params: { id } } as never),
    onError: () => {}, // shown in place
  })
  const go = () => brand && make.mutate({ brand_id: brand, name: called.trim(), start })
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" busy={make.isPending} isDisabled={called.trim() === '' || brand === null} onPress={() => go()}>
        {say('create')}
      </Button>
    </>
  )
  return (
    <Drawer open onClose={onClose} title={say('new')} foot={foot}>
      <Radios
        label={say('start')}
        value={start}
        onChange={setStart}
        options={[
          { id: 'contact', label: say('startContact'), detail: say('startContactText') },
          { id: 'complaint', label: say('startComplaint'), detail: say('startComplaintText') },
          { id: 'empty', label: say('startEmpty'), detail: say('startEmptyText') },
        ]}
      />
      <TextField label={say('name')} hint={say('nameHint')} value={called} onChange={setName} maxLength={200} isRequired />
      {(brands.data?.items.length ?? 0) > 1 && (
        <Select
          label={say('brand')}
          value={brand}
          onChange={setChosen}
          options={(brands.data?.items ?? []).map((each) => ({ id: each.id as string, label: each.name }))}
        />
      )}
      {make.error && <Failure error={make.error} />}
    </Drawer>
  )
}
