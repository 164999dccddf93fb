import { useState } from 'react'
import { useMe } from '#access/screens'
import { Badge, type BadgeTone } from '#ui/badge'
import { Button } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Skeleton } from '#ui/loading'
import { useAskPages, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deleteContract, listContracts, type ServiceContract } from '../../contract.ts'
import { ContractEditor } from './contract-editor.tsx'
import { words } from './words.ts'

const tones: Readonly<Record<ServiceContract['state'], BadgeTone>> = { coming: 'info', running: 'good', over: 'neutral' }

/** Who has a service level by contract, the latest first. */
export function Contracts() {
  const say = useWords(words)
  const { may } = useMe()
  const [open, setOpen] = useState<ServiceContract | 'new' | null>(null)
  const list = useAskPages(listContracts, { state: 'all', limit: 100 })
  const mayManage = may('clock.manage')
  const add = mayManage && (
    <Button tone="primary" icon="plus" onPress={() => setOpen('new')}>
      {say('contractAdd')}
    </Button>
  )
  if (list.isError && !list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />
  return (
    <div className="clocks-levels">
      {list.items.length > 0 && <div>{add}</div>}
      {list.isPending && <Skeleton kind="rows" />}
      {list.data && list.items.length === 0 && (
        <Empty drawing="calm" title={say('contractsEmpty')} action={add}>
          {say('contractsEmptyText')}
        </Empty>
      )}
      {list.items.length > 0 && (
        <ul className="clocks-rows">
          {list.items.map((contract) => (
            <One key={contract.id} contract={contract} {...(mayManage ? { onEdit: () => setOpen(contract) } : {})} />
          ))}
        </ul>
      )}
      {list.hasMore && (
        <Button tone="quiet" busy={list.isFetchingNextPage} onPress={list.more}>
          {say('more')}
        </Button>
      )}
      {open && <ContractEditor contract={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function One({ contract, onEdit }: { contract: ServiceContract; onEdit?: () => void }) {
  const say = useWords(words)
  const remove = useSend(deleteContract, { refetch: [listContracts], onDone: () => toast({ tone: 'good', text: say('contractGone') }) })
  return (
    <li className="clocks-row">
      <span className="clocks-what">
        <strong>
          {contract.name} · {contract.customer?.name ?? contract.company?.name}
        </strong>
        <small>
          {contract.policy.name} · <Day on={contract.starts_on} /> → {contract.ends_on ? <Day on={contract.ends_on} /> : say('forever')}
        </small>
      </span>
      <Badge tone={tones[contract.state]}>{say(`state_${contract.state}`)}</Badge>
      {onEdit && (
        <>
          <Button size="small" icon="edit" onPress={onEdit}>
            {say('edit')}
          </Button>
          <Confirm size="small" tone="quiet" icon="trash" label={say('contractRemove')} question={say('contractRemoveAsk')} yes={say('contractRemove')} onYes={() => remove.mutate({ id: contract.id })} />
        </>
      )}
    </li>
  )
} // prettier-ignore

const Day = ({ on }: { on: string }) => <Time at={`${on}T12:00:00Z`} as="day" />
