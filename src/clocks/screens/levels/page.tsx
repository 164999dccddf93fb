import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '#access/screens'
import { Badge } from '#ui/badge'
import { Button, ButtonRow } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { Tabs } from '#ui/tabs'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deletePolicy, listPolicies, type Policy } from '../../contract.ts'
import { Contracts } from './contracts.tsx'
import { Figures } from './figures.tsx'
import { HoldingWordsList } from './holding-words.tsx'
import { LevelEditor } from './level-editor.tsx'
import { words } from './words.ts'
import '../clocks.css'

/** Service levels: what they say in plain words, who has one by contract, whether they are kept. */
export function LevelsPage() {
  const say = useWords(words)
  const kept: { tab?: unknown } = useSearch({ strict: false })
  const navigate = useNavigate()
  const { may } = useMe()
  const pages = [
    { id: 'levels', label: say('levels'), content: <Levels /> },
    ...(may('customer.read') ? [{ id: 'contracts', label: say('contracts'), content: <Contracts /> }] : []),
    { id: 'figures', label: say('figures'), content: <Figures /> },
    ...(may('template.read') ? [{ id: 'holding', label: say('holding'), content: <HoldingWordsList /> }] : []),
  ]
  const tab = pages.find(({ id }) => id === kept.tab)?.id ?? 'levels'
  return (
    <Page title={say('title')} lead={say('lead')}>
      <Tabs label={say('tabs')} pages={pages} chosen={tab} onChoose={(chosen) => void navigate({ to: '.', search: { tab: chosen } as never, replace: true })} />
    </Page>
  )
} // prettier-ignore

function Levels() {
  const say = useWords(words)
  const { may } = useMe()
  const [open, setOpen] = useState<Policy | 'new' | null>(null)
  const { data, error, refetch } = useAsk(listPolicies, {})
  const mayManage = may('clock.manage')
  return (
    <div className="clocks-levels">
      {mayManage && (
        <div>
          <Button tone="primary" icon="plus" onPress={() => setOpen('new')}>
            {say('add')}
          </Button>
        </div>
      )}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton kind="rows" />}
      {data?.items.map((level) => (
        <Level key={level.id} level={level} {...(mayManage ? { onEdit: () => setOpen(level) } : {})} />
      ))}
      {open && <LevelEditor level={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function Level({ level, onEdit }: { level: Policy; onEdit?: () => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const retire = useSend(deletePolicy, { refetch: [listPolicies], onDone: () => toast({ tone: 'good', text: say('retired') }) })
  const actions = onEdit && (
    <ButtonRow>
      {level.contracts > 0 && <Badge icon="form">{say('carried', { count: level.contracts })}</Badge>}
      <Button size="small" icon="edit" onPress={onEdit}>
        {say('edit')}
      </Button>
      <Confirm size="small" tone="quiet" icon="trash" label={say('retire')} question={say('retireAsk')} yes={say('retire')} onYes={() => retire.mutate({ id: level.id })} />
    </ButtonRow>
  )
  return (
    <Panel title={level.name} actions={actions}>
      <ul className="clocks-sentences">
        {level.sentences.map((sentence) => (
          <li key={sentence.en}>{sentence[spoken]}</li>
        ))}
      </ul>
    </Panel>
  )
} // prettier-ignore
