import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { z } from 'zod'
import type { brandShape } from '#brands/contract'
import { Button } from '#ui/button'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Notice } from '#ui/layout'
import { useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { listWidgets, postWidget, type Widget } from '../../contract.ts'
import { Snippet } from './snippet.tsx'
import { Offers, Sites } from './fields.tsx'
import { filledFrom, settingsFrom, type Wrong } from './filled.ts'
import { words } from './words.ts'

export type Brands = readonly z.infer<typeof brandShape>[]

/** Asks what is needed and no more, then gives the line to paste. */
export function AddWidget({ brands, onClose }: { brands: Brands; onClose: () => void }) {
  const say = useWords(words)
  const [brand, setBrand] = useState(brands[0]?.id ?? null)
  const [name, setName] = useState('')
  const [filled, setFilled] = useState(() => filledFrom())
  const [wrong, setWrong] = useState<Wrong>({})
  const make = useSend(postWidget, { refetch: [listWidgets], onError: () => {} }) // shown in place
  if (make.data) return <Made widget={make.data} onClose={onClose} />
  const fill = (part: Partial<typeof filled>) => setFilled({ ...filled, ...part })
  const save = () => {
    const read = settingsFrom(filled)
    setWrong('wrong' in read ? read.wrong : {})
    if ('settings' in read && brand)
      make.mutate({ ...read.settings, brand_id: brand, ...(name.trim() ? { name: name.trim() } : {}) })
  }
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" busy={make.isPending} onPress={save}>
        {say('create')}
      </Button>
    </>
  )
  return (
    <Drawer open onClose={onClose} title={say('add')} foot={foot}>
      <Form className="widgets-form" onSubmit={(event) => { event.preventDefault(); save() }}>
        {brands.length > 1 && <Select label={say('brand')} value={brand} onChange={setBrand} options={brands.map(({ id, name: label }) => ({ id, label }))} />}
        <TextField label={say('name')} hint={say('nameHint')} placeholder={say('namePlace')} autoFocus value={name} onChange={setName} />
        <Sites filled={filled} wrong={wrong} onFill={fill} />
        <Offers filled={filled} wrong={wrong} onFill={fill} />
        {make.error && <Failure error={make.error} />}
      </Form>
    </Drawer>
  ) // prettier-ignore
}

function Made({ widget, onClose }: { widget: Widget; onClose: () => void }) {
  const say = useWords(words)
  return (
    <Drawer open onClose={onClose} title={widget.name} foot={<Button tone="primary" onPress={onClose}>{say('done')}</Button>}>
      <div className="widgets-form">
        <Notice tone="good">{say('made')}</Notice>
        <Snippet widget={widget} />
      </div>
    </Drawer>
  ) // prettier-ignore
}
