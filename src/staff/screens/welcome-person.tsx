import { useState } from 'react'
import { roleNames, roles, type RoleName } from '#access/contract'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { language, useLanguage } from '#ui/language'
import { Notice } from '#ui/layout'
import { useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { addPerson, listStaff, listTeams, type PersonId, type TeamId } from '../contract.ts'
import { ChoosePerson } from './choose-person.tsx'
import { ChooseTeams } from './choose-teams.tsx'
import { words } from './words.ts'

export function WelcomePerson({ onClose }: { onClose: () => void }) {
  const say = useWords(words)
  const [filled, setFilled] = useState({ name: '', title: '', email: '', language: language() })
  const [role, setRole] = useState<RoleName>('agent')
  const [teams, setTeams] = useState<readonly TeamId[]>([])
  const [deputy, setDeputy] = useState<PersonId | null>(null)
  const [missing, setMissing] = useState(false)
  const add = useSend(addPerson, {
    refetch: [listStaff, listTeams],
    onDone: () => {
      toast({ text: say('welcomed', { name: filled.name }), tone: 'good' })
      onClose()
    },
    onError: () => {}, // shown in place
  })
  const save = () => {
    const incomplete = filled.name.trim() === '' || !filled.email.includes('@')
    setMissing(incomplete)
    if (!incomplete) add.mutate({ ...filled, roles: [role], teams: [...teams], deputy_id: deputy })
  }
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" busy={add.isPending} onPress={save}>
        {say('welcome')}
      </Button>
    </>
  )
  return (
    <Drawer open onClose={onClose} title={say('welcomeTitle')} foot={foot}>
      <div className="staff-form">
        <TextField label={say('name')} autoFocus value={filled.name} onChange={(name) => setFilled({ ...filled, name })} />
        <TextField label={say('titleOf')} placeholder={say('titlePlace')} value={filled.title} onChange={(title) => setFilled({ ...filled, title })} />
        <TextField label={say('email')} hint={say('emailHint')} type="email" value={filled.email} onChange={(email) => setFilled({ ...filled, email })} />
        <LanguageOf value={filled.language} onChange={(spoken) => setFilled({ ...filled, language: spoken })} />
        <ChooseRole value={role} onChange={setRole} />
        <ChooseTeams value={teams} onChange={setTeams} />
        <ChoosePerson label={say('deputy')} hint={say('deputyHint')} value={deputy} onChange={setDeputy} />
        {missing && <Notice tone="danger">{say('missing')}</Notice>}
        {add.error && <Failure error={add.error} />}
      </div>
    </Drawer>
  ) // prettier-ignore
}

export function ChooseRole({ value, onChange }: { value: RoleName; onChange: (role: RoleName) => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <Select
      label={say('role')}
      hint={say('roleHint')}
      value={value}
      onChange={onChange}
      options={roleNames.map((id) => ({ id, label: roles[id][spoken] }))}
    />
  )
}

export function LanguageOf({ value, onChange }: { value: 'fr' | 'en'; onChange: (to: 'fr' | 'en') => void }) {
  const say = useWords(words)
  const options = [
    { id: 'fr', label: 'Français' },
    { id: 'en', label: 'English' },
  ] as const
  return (
    <div className="staff-line">
      <span className="ui-label">{say('language')}</span>
      <Segments label={say('language')} value={value} onChange={onChange} options={options} />
    </div>
  )
}
