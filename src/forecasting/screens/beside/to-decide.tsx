import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useAskPages, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deleteOutlierDecision, getOverview, listOutliers, putOutlierDecision, type Outlier } from '../../contract.ts'
import { dayOf, hourOf, number } from '../say.ts'
import { words as ofDeeds } from '../deeds/words.ts'
import { words } from '../words.ts'
import type { Besides } from './beside.tsx'

/** Stretches of the past like no other: a person decides, and may take it back. */
export function ToDecide({ stream, overview }: Besides) {
  const say = useWords(words)
  const found = useAskPages(listOutliers, { ...stream.stream, undecided: false, limit: 8 })
  return (
    <Panel title={say('toDecide')}>
      {found.items.length === 0 ? (
        <p className="forecasting-quiet">{say('toDecideEmpty')}</p>
      ) : (
        <>
          <p className="forecasting-quiet">{say('toDecideText')}</p>
          <ul className="forecasting-list">
            {found.items.map((each) => (
              <One key={each.id} outlier={each} zone={overview.zone} may={overview.may_manage} />
            ))}
          </ul>
          {found.hasMore && (
            <Button tone="quiet" size="small" onPress={found.more}>
              {say('more')}
            </Button>
          )}
        </>
      )}
    </Panel>
  )
}

function One({ outlier, zone, may }: { outlier: Outlier; zone: string; may: boolean }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const [replacing, setReplacing] = useState(false)
  const stale = [listOutliers, getOverview]
  const decide = useSend(putOutlierDecision, { refetch: stale, onDone: () => toast({ text: say('decidedToast') }) })
  const undo = useSend(deleteOutlierDecision, { refetch: stale })
  const { id, version, decided } = outlier
  const [from, to] = [Date.parse(outlier.from), Date.parse(outlier.to)]
  const where = { spoken, zone }
  const when = to - from >= 82_800_000 ? dayOf(from, where) : `${dayOf(from, where)} ${hourOf(from, where)}–${hourOf(to, where)}`
  return (
    <li>
      <div>
        <strong>{when}</strong>
        <small>
          {say('arrivedFor', { arrived: number(outlier.arrived, spoken), expected: number(outlier.expected, spoken) })}
        </small>
        {decided && (
          <small>
            {say('by', { name: decided.by?.name ?? '–' })}
            {decided.reason && ` – ${decided.reason}`}
          </small>
        )}
      </div>
      {decided ? (
        <span className="forecasting-decided">
          <Badge tone={decided.decision === 'keep' ? 'neutral' : 'accent'}>
            {say(`decided_${decided.decision}`, { value: number(decided.value ?? 0, spoken) })}
          </Badge>
          {may && (
            <Button size="small" tone="quiet" icon="undo" busy={undo.isPending} onPress={() => undo.mutate({ id, version })}>
              {say('undo')}
            </Button>
          )}
        </span>
      ) : (
        may && (
          <span className="forecasting-decided">
            <Button size="small" onPress={() => decide.mutate({ id, version, decision: 'keep', reason: '' })}>
              {say('keep')}
            </Button>
            <Button size="small" onPress={() => decide.mutate({ id, version, decision: 'set_aside', reason: '' })}>
              {say('setAside')}
            </Button>
            <Button size="small" tone="quiet" onPress={() => setReplacing(true)}>
              {say('replace')}
            </Button>
          </span>
        )
      )}
      {replacing && (
        <Replace
          expected={outlier.expected}
          onClose={() => setReplacing(false)}
          onSay={(value, reason) => {
            setReplacing(false)
            decide.mutate({ id, version, decision: 'replaced', value, reason })
          }}
        />
      )}
    </li>
  )
}

function Replace({
  expected,
  onClose,
  onSay,
}: {
  expected: number
  onClose: () => void
  onSay: (value: number, reason: string) => void
}) {
  const say = useWords(ofDeeds)
  const [value, setValue] = useState(String(Math.round(expected)))
  const [reason, setReason] = useState('')
  const read = Number(value.replace(',', '.'))
  const fits = value.trim() !== '' && read >= 0 && read <= 1e7
  return (
    <Dialog
      open
      size="small"
      title={say('replaceTitle')}
      onClose={onClose}
      foot={
        <Button tone="primary" isDisabled={!fits} onPress={() => onSay(read, reason.trim())}>
          {say('replace')}
        </Button>
      }
    >
      <div className="ui-stack" data-gap="4">
        <TextField label={say('replaceLabel')} value={value} onChange={setValue} inputMode="decimal" autoFocus />
        <TextField label={say('why')} hint={say('whyHint')} value={reason} onChange={setReason} maxLength={500} />
      </div>
    </Dialog>
  )
}
