import { useState } from 'react'
import { useMe } from '#access/screens'
import { Button } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Dialog } from '#ui/dialog'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Avatar } from '#ui/person'
import { useAsk, useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { addTeam, closeTeam, editTeam, listTeams, type PersonId, type Team } from '../contract.ts'
import { ChoosePerson } from './choose-person.tsx'
import { words } from './words.ts'

export function Teams() {
  const say = useWords(words)
  const { may } = useMe()
  const [open, setOpen] = useState<Team | 'new' | null>(null)
  const { data, error, refetch } = useAsk(listTeams, {})
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton kind="rows" />
  const add = may('staff.manage') && (
    <Button tone="primary" icon="plus" onPress={() => setOpen('new')}>
      {say('newTeam')}
    </Button>
  )
  return (
    <Panel>
      {data.items.length === 0 ? (
        <Empty drawing="shut" title={say('noTeamsTitle')} action={add}>
          {say('noTeamsText')}
        </Empty>
      ) : (
        <>
          <div className="staff-teams-head">{add}</div>
          <ul className="staff-teams">
            {data.items.map((team) => (
              <One key={team.id} team={team} {...(add ? { onEdit: () => setOpen(team) } : {})} />
            ))}
          </ul>
        </>
      )}
      {open && <EditTeam team={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Panel>
  )
}

function One({ team, onEdit }: { team: Team; onEdit?: () => void }) {
  const say = useWords(words)
  const close = useSend(closeTeam, { refetch: [listTeams] })
  return (
    <li className="staff-team">
      <Avatar person={team.manager} size={36} />
      <div>
        <h2>{team.name}</h2>
        <small>
          {team.manager.name} · {say('members', { count: team.members })}
        </small>
      </div>
      {onEdit && (
        <span className="ui-button-row">
          <Button size="small" icon="edit" onPress={onEdit}>
            {say('edit')}
          </Button>
          <Confirm size="small" tone="quiet" label={say('closeTeam')} question={say('closeQuestion')} yes={say('yesClose')} onYes={() => close.mutate({ id: team.id })} />
        </span>
      )}
    </li>
  ) // prettier-ignore
}

function EditTeam({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const say = useWords(words)
  const [name, setName] = useState(team?.name ?? '')
  const [manager, setManager] = useState<PersonId | null>(team?.manager.id ?? null)
  const done = { refetch: [listTeams], onDone: onClose, onError: () => {} } // shown in place
  const [add, edit] = [useSend(addTeam, done), useSend(editTeam, done)]
  const ready = name.trim() !== '' && manager !== null
  const save = () => {
    if (!manager) return
    if (team) edit.mutate({ id: team.id, version: team.version, name, manager_id: manager })
    else add.mutate({ name, manager_id: manager })
  }
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" isDisabled={!ready} busy={add.isPending || edit.isPending} onPress={save}>
        {say(team ? 'save' : 'makeTeam')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={team?.name ?? say('newTeam')} foot={foot} size="small">
      <div className="staff-form">
        <TextField label={say('teamName')} autoFocus value={name} onChange={setName} />
        <ChoosePerson label={say('manager')} value={manager} onChange={setManager} />
        {(add.error ?? edit.error) && <Failure error={add.error ?? edit.error} />}
      </div>
    </Dialog>
  )
}
