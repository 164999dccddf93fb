import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Notice } from '#ui/layout'
import { useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getKeys, postKey, roleNames, roles, type RoleName } from '../contract.ts'
import { words } from './words.ts'

/** Asks what the key is for, then shows it once. */
export function NewKey({ onClose }: { onClose: () => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const [name, setName] = useState('')
  const [role, setRole] = useState<RoleName>('agent')
  const [days, setDays] = useState('365')
  const make = useSend(postKey, { refetch: [getKeys], onError: () => {} }) // shown in place
  if (make.data) return <Shown secret={make.data.secret} onClose={onClose} />
  const save = () => make.mutate({ name, role, days: Math.max(1, Number(days) || 365), teams: null, brands: null })
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" busy={make.isPending} isDisabled={name.trim() === ''} onPress={save}>
        {say('makeKey')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={say('newKey')} foot={foot} size="small">
      <div className="access-form-rows">
        <TextField label={say('keyName')} hint={say('keyNameHint')} autoFocus value={name} onChange={setName} />
        <Select
          label={say('role')}
          value={role}
          onChange={setRole}
          options={roleNames.map((id) => ({ id, label: roles[id][spoken] }))}
        />
        <TextField label={say('days')} inputMode="numeric" value={days} onChange={setDays} />
        {make.error && <Failure error={make.error} />}
      </div>
    </Dialog>
  )
}

function Shown({ secret, onClose }: { secret: string; onClose: () => void }) {
  const say = useWords(words)
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    toast({ text: say('copied'), tone: 'good' })
  }
  return (
    <Dialog open onClose={onClose} title={say('keyMade')} foot={<Button onPress={onClose}>{say('done')}</Button>} size="small">
      <div className="access-form-rows">
        <Notice tone="promise">{say('keyOnce')}</Notice>
        <p className="access-secret">
          <code>{secret}</code>
        </p>
        <Button tone="primary" icon="copy" onPress={() => void copy()}>
          {say('copy')}
        </Button>
      </div>
    </Dialog>
  )
}
