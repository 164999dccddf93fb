import { useState } from 'react'
import type { z } from 'zod'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAskPages, useSend } from '#ui/query'
import { Table } from '#ui/table'
import { Time, useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { deleteKey, getKeys, roles, type keyShape } from '../contract.ts'
import { NewKey } from './new-key.tsx'
import { words } from './words.ts'
import './access.css'

type Key = z.infer<typeof keyShape>

export function KeysPage() {
  const say = useWords(words)
  const [making, setMaking] = useState(false)
  const keys = useAskPages(getKeys, {})
  const make = (
    <Button tone="primary" icon="plus" onPress={() => setMaking(true)}>
      {say('newKey')}
    </Button>
  )
  return (
    <Page title={say('keys')} lead={say('keysLead')} actions={keys.items.length > 0 && make}>
      {keys.error && <Failure error={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.isPending && <Skeleton kind="rows" />}
      {keys.isSuccess && (
        <Panel flush>
          <Keys
            keys={keys.items}
            empty={
              <Empty drawing="shut" title={say('noKeys')} action={make}>
                {say('noKeysText')}
              </Empty>
            }
          />
        </Panel>
      )}
      {making && <NewKey onClose={() => setMaking(false)} />}
    </Page>
  )
}

function Keys({ keys, empty }: { keys: readonly Key[]; empty: React.ReactNode }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const revoke = useSend(deleteKey, { refetch: [getKeys] })
  return (
    <Table
      label={say('keys')}
      rows={keys}
      idOf={({ id }) => id}
      empty={empty}
      columns={[
        { id: 'name', title: say('keyName'), width: 'wide', cell: ({ name }) => <strong>{name}</strong> },
        { id: 'role', title: say('role'), cell: ({ role }) => roles[role][spoken] },
        { id: 'state', title: say('state'), width: 'narrow', cell: (key) => <State of={key} /> },
        { id: 'expires', title: say('expires'), quiet: true, width: 'narrow', cell: ({ expires_at }) => <Time at={expires_at} as="day" /> },
        { id: 'used', title: say('used'), quiet: true, width: 'narrow', cell: ({ used_at }) => (used_at ? <Time at={used_at} /> : say('never')) },
        {
          id: 'actions', title: say('actions'), width: 'narrow', align: 'end',
          cell: ({ id, revoked_at }) =>
            !revoked_at && <Confirm size="small" tone="quiet" label={say('revoke')} question={say('revokeQuestion')} yes={say('yesRevoke')} onYes={() => revoke.mutate({ id })} />,
        },
      ]}
    />
  ) // prettier-ignore
}

function State({ of: { revoked_at, expires_at } }: { of: Key }) {
  const say = useWords(words)
  const now = useNow()
  if (revoked_at) return <Badge tone="danger">{say('revoked')}</Badge>
  return Date.parse(expires_at) < now ? <Badge>{say('expired')}</Badge> : <Badge tone="good">{say('live')}</Badge>
}
