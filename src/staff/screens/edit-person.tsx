import { useState } from 'react'
import { getGrants, putGrants, type RoleName } from '#access/contract'
import { useMe } from '#access/screens'
import { Button } from '#ui/button'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Notice } from '#ui/layout'
import { refetch, useAsk, useSend } from '#ui/query'
import { send } from '#ui/api'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { editPerson, joinTeam, leaveTeam, listStaff, listTeams, type Person } from '../contract.ts'
import { PartTime } from './absences/part-time.tsx'
import { ChoosePerson } from './choose-person.tsx'
import { ChooseTeams } from './choose-teams.tsx'
import { Leaving } from './leaving.tsx'
import { SignInLink } from './sign-in-link.tsx'
import { ChooseRole, LanguageOf } from './welcome-person.tsx'
import { words } from './words.ts'

type Opened = { person: Person; onClose: () => void }

export function EditPerson({ person, onClose }: Opened) {
  const say = useWords(words)
  const { may, me } = useMe()
  const [filled, setFilled] = useState(person)
  const [role, setRole] = useState<RoleName | null>(null)
  const change = useSaving(person, { onClose })
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" busy={change.busy} onPress={() => change.save(filled, role)}>
        {say('save')}
      </Button>
    </>
  )
  return (
    <Drawer open onClose={onClose} title={person.name} foot={foot}>
      <div className="staff-form">
        <TextField label={say('name')} value={filled.name} onChange={(name) => setFilled({ ...filled, name })} />
        <TextField label={say('titleOf')} placeholder={say('titlePlace')} value={filled.title} onChange={(title) => setFilled({ ...filled, title })} />
        <TextField label={say('email')} hint={say('emailHint')} type="email" value={filled.email} onChange={(email) => setFilled({ ...filled, email })} />
        <LanguageOf value={filled.language} onChange={(language) => setFilled({ ...filled, language })} />
        {may('role.manage') && <Role person={person} chosen={role} onChange={setRole} />}
        <ChooseTeams value={filled.teams} onChange={(teams) => setFilled({ ...filled, teams: [...teams] })} />
        <ChoosePerson label={say('deputy')} hint={say('deputyHint')} without={person.id} value={filled.deputy_id} onChange={(deputy_id) => setFilled({ ...filled, deputy_id })} />
        {may('absence.approve') && <PartTime person={person} />}
        {change.error !== null && <Failure error={change.error} />}
        {may('role.manage') && <SignInLink person={person} />}
        {me?.person?.id !== person.id && <Leaving person={person} />}
      </div>
    </Drawer>
  ) // prettier-ignore
}

function Role({ person, chosen, onChange }: { person: Person; chosen: RoleName | null; onChange: (role: RoleName) => void }) {
  const say = useWords(words)
  const { data } = useAsk(getGrants, { person: person.id })
  const [only, ...others] = data?.grants ?? []
  if (!only) return null
  if (others.length > 0 || only.teams || only.brands) return <Notice>{say('severalRoles')}</Notice>
  return <ChooseRole value={chosen ?? only.role} onChange={onChange} />
}

// The card first: if somebody else changed it meanwhile, nothing else is touched.
function useSaving(person: Person, { onClose }: Pick<Opened, 'onClose'>) {
  const say = useWords(words)
  const [error, setError] = useState<unknown>(null)
  const card = useSend(editPerson, { onError: setError })
  const save = (filled: Person, role: RoleName | null) => {
    const { name, title, email, language, deputy_id } = filled
    setError(null)
    const done = async () => {
      await moveTeams(person, filled)
      if (role) await send(putGrants, { person: person.id, grants: [{ role, teams: null, brands: null }] })
      await refetch(listStaff, listTeams, getGrants)
      toast({ text: say('saved'), tone: 'good' })
      onClose()
    }
    const changes = { name, title, language, deputy_id, ...(email === person.email ? {} : { email }) }
    card.mutate({ person: person.id, version: person.version, ...changes }, { onSuccess: () => void done().catch(setError) })
  }
  return { save, busy: card.isPending, error }
}

async function moveTeams(before: Person, after: Person): Promise<void> {
  for (const team of after.teams) if (!before.teams.includes(team)) await send(joinTeam, { team, person: before.id })
  for (const team of before.teams) if (!after.teams.includes(team)) await send(leaveTeam, { team, person: before.id })
}
