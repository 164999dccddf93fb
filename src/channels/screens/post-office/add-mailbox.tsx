import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { z } from 'zod'
import type { entryPointShape } from '#brands/contract'
import { Button } from '#ui/button'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Notice } from '#ui/layout'
import { Progress } from '#ui/loading'
import { useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listMailboxes, postMailbox, postMailboxProbe } from '../../contract.ts'
import { Walk } from './walk.tsx'
import { words } from './words.ts'

type Doors = readonly z.infer<typeof entryPointShape>[]
const empty = {
  host: '', port: '993', security: 'tls' as 'tls' | 'starttls' | 'none', user: '', password: '', folder: 'INBOX', start: 'now' as 'now' | 'beginning',
  after: 'leave' as 'leave' | 'seen',
} // prettier-ignore
type Filled = typeof empty

/** A mailbox is tried, hop by hop, before it is trusted. */
export function AddMailbox({ doors, onClose }: { doors: Doors; onClose: () => void }) {
  const say = useWords(words)
  const [filled, setFilled] = useState(empty)
  const [door, setDoor] = useState(doors[0]?.id ?? null)
  const [missing, setMissing] = useState(false)
  const probe = useSend(postMailboxProbe, { onError: () => {} }) // shown in place
  const save = useSend(postMailbox, {
    refetch: [listMailboxes],
    onDone: () => {
      toast({ text: say('saved'), tone: 'good' })
      onClose()
    },
    onError: () => {}, // shown in place
  })
  const complete = () => {
    const good = door !== null && filled.host.trim() !== '' && filled.user.trim() !== '' && filled.password !== ''
    setMissing(!good)
    return good
  }
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button busy={probe.isPending} onPress={() => complete() && probe.mutate(settingsOf(filled))}>
        {say('probe')}
      </Button>
      <Button tone="primary" busy={save.isPending} onPress={() => complete() && door && save.mutate({ ...settingsOf(filled), entry_point: door })}>
        {say('save')}
      </Button>
    </>
  ) // prettier-ignore
  return (
    <Drawer open onClose={onClose} title={say('addTitle')} foot={foot}>
      <Fields filled={filled} onFill={(part) => setFilled({ ...filled, ...part })} />
      <Select
        label={say('entryPoint')}
        value={door}
        onChange={setDoor}
        options={doors.map(({ id, name, address }) => ({ id, label: name, ...(address ? { detail: address } : {}) }))}
      />
      {missing && <Notice tone="danger">{say('missing')}</Notice>}
      {probe.isPending && <Progress label={say('probing')} />}
      {(probe.error ?? save.error) && <Failure error={probe.error ?? save.error} />}
      {probe.data && !probe.isPending && <Walk probe={probe.data} />}
    </Drawer>
  )
}

const settingsOf = ({ port, password, ...rest }: Filled) => ({
  ...rest,
  host: rest.host.trim(),
  user: rest.user.trim(),
  port: Number(port) || 993,
  authserv_id: null,
  secret: { kind: 'password' as const, password },
})

function Fields({ filled, onFill }: { filled: Filled; onFill: (part: Partial<Filled>) => void }) {
  const say = useWords(words)
  const secure = (security: Filled['security']) => onFill({ security, port: security === 'tls' ? '993' : '143' })
  return (
    <Form className="post-form" onSubmit={(event) => event.preventDefault()}>
      <TextField label={say('host')} placeholder="imap.example.org" autoComplete="off" autoFocus value={filled.host} onChange={(host) => onFill({ host })} />
      <div className="post-pair">
        <Select
          label={say('security')} value={filled.security} onChange={secure}
          options={[{ id: 'tls', label: say('tls') }, { id: 'starttls', label: say('starttls') }, { id: 'none', label: say('none') }]}
        />
        <TextField label={say('port')} inputMode="numeric" value={filled.port} onChange={(port) => onFill({ port })} />
      </div>
      <TextField label={say('user')} autoComplete="off" value={filled.user} onChange={(user) => onFill({ user })} />
      <TextField label={say('password')} hint={say('passwordHint')} type="password" autoComplete="new-password" value={filled.password} onChange={(password) => onFill({ password })} />
      <TextField label={say('folder')} value={filled.folder} onChange={(folder) => onFill({ folder })} />
      <div className="post-pair">
        <Select
          label={say('start')} value={filled.start} onChange={(start) => onFill({ start })}
          options={[{ id: 'now', label: say('now') }, { id: 'beginning', label: say('beginning') }]}
        />
        <Select
          label={say('after')} value={filled.after} onChange={(after) => onFill({ after })}
          options={[{ id: 'leave', label: say('leave') }, { id: 'seen', label: say('seen') }]}
        />
      </div>
    </Form>
  ) // prettier-ignore
}
