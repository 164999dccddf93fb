import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { Confirm } from '#ui/confirm'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextArea, TextField } from '#ui/field'
import { language } from '#ui/language'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { addBrand, closeBrand, editBrand, listBrands, type brandShape } from '../contract.ts'
import { words } from './words.ts'

export type BrandCard = z.infer<typeof brandShape>

export function EditBrand({ brand, onClose }: { brand: BrandCard | null; onClose: () => void }) {
  const say = useWords(words)
  const [filled, setFilled] = useState(() => filledFrom(brand))
  const done = () => {
    toast({ text: say('saved'), tone: 'good' })
    onClose()
  }
  const how = { refetch: [listBrands], onDone: done, onError: () => {} } // shown in place
  const [add, edit, close] = [useSend(addBrand, how), useSend(editBrand, how), useSend(closeBrand, how)]
  const save = () => (brand ? edit.mutate({ id: brand.id, version: brand.version, ...filled }) : add.mutate(filled))
  const error = add.error ?? edit.error ?? close.error
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" busy={add.isPending || edit.isPending} isDisabled={filled.name.trim() === ''} onPress={save}>
        {say('save')}
      </Button>
    </>
  )
  const spoken = [{ id: 'fr', label: 'Français' }, { id: 'en', label: 'English' }] as const // prettier-ignore
  return (
    <Drawer open onClose={onClose} title={brand?.name ?? say('newBrand')} foot={foot}>
      <div className="brands-form">
        <TextField label={say('brandName')} autoFocus value={filled.name} onChange={(name) => setFilled({ ...filled, name })} />
        <label className="brands-colour">
          <span className="ui-label">{say('colour')}</span>
          <input type="color" value={filled.colour} onChange={({ target }) => setFilled({ ...filled, colour: target.value })} />
        </label>
        <div className="brands-line">
          <span className="ui-label">{say('language')}</span>
          <Segments label={say('language')} value={filled.language} onChange={(to) => setFilled({ ...filled, language: to })} options={spoken} />
        </div>
        <TextArea label={say('signature')} hint={say('signatureHint')} value={filled.signature} onChange={(signature) => setFilled({ ...filled, signature })} />
        {error && <Failure error={error} />}
        {brand && <Confirm tone="quiet" label={say('closeBrand')} question={say('closeBrandQuestion')} yes={say('yesClose')} onYes={() => close.mutate({ id: brand.id })} />}
      </div>
    </Drawer>
  ) // prettier-ignore
}

function filledFrom(brand: BrandCard | null) {
  if (!brand) return { name: '', colour: '#0e6063', language: language(), signature: '' }
  const { name, colour, language: spoken, signature } = brand
  return { name, colour, language: spoken, signature }
}
