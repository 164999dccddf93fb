import { useState } from 'react'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { Drawer } from '#ui/dialog'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  adjustables,
  getPublished,
  listAdjustments,
  postAdjustment,
  type Adjustable,
  type AdjustmentHow,
  type KnownStream,
} from '../../contract.ts'
import type { Range } from '../chart/selection.ts'
import { totalOf, type Point } from '../points.ts'
import { number } from '../say.ts'
import { words } from './words.ts'
import { instantOf, localOf } from './local-time.ts'
import { SpanFields } from './span-fields.tsx'

type Adjusting = { stream: KnownStream; points: readonly Point[]; range: Range; zone: string; onClose: () => void }

/** Somebody knows better: what, by how much, over which range, and why. */
export function AdjustDrawer({ stream, points, range, zone, onClose }: Adjusting) {
  const say = useWords(words)
  const [from, setFrom] = useState(localOf(Math.max(points[range.first]?.from ?? 0, nextQuarter()), zone))
  const [to, setTo] = useState(localOf(points[range.last]?.to ?? 0, zone))
  const [of, setOf] = useState<Adjustable>('arrivals')
  const [how, setHow] = useState<AdjustmentHow>('times')
  const [amount, setAmount] = useState('')
  const [reason, setReason] = useState('')
  const save = useSend(postAdjustment, {
    refetch: [getPublished, listAdjustments],
    onDone: () => {
      toast({ text: say('adjusted'), tone: 'good' })
      onClose()
    },
  })
  const [first, last] = [instantOf(from, zone), instantOf(to, zone)]
  const read = amountOf(amount, how)
  const fits = first !== null && last !== null && first < last && read !== null && reason.trim() !== ''
  return (
    <Drawer
      open
      title={say('adjustTitle')}
      onClose={onClose}
      foot={
        <Button
          tone="primary"
          busy={save.isPending}
          isDisabled={!fits}
          onPress={
            () =>
            fits &&
            save.mutate({
              stream: stream.stream, of, how, amount: read, reason: reason.trim(), from: new Date(first).toISOString(), to: new Date(last).toISOString(),
            }) // prettier-ignore
          }
        >
          {say('adjustSave')}
        </Button>
      }
    >
      <div className="ui-stack" data-gap="4">
        <Segments
          label={say('adjustOf')}
          options={adjustables.map((id) => ({ id, label: say(`of_${id}`) }))}
          value={of}
          onChange={setOf}
        />
        <SpanFields from={from} to={to} onFrom={setFrom} onTo={setTo} />
        <Segments
          label={say('adjustHow')}
          options={(['times', 'add', 'set'] as const).map((id) => ({ id, label: say(`how_${id}`) }))}
          value={how}
          onChange={setHow}
        />
        <AmountField of={of} how={how} amount={amount} onAmount={setAmount} />
        {of === 'arrivals' && first !== null && last !== null && read !== null && (
          <Preview points={points.filter((point) => point.from >= first && point.to <= last)} how={how} amount={read} />
        )}
        <TextField label={say('why')} hint={say('whyHint')} value={reason} onChange={setReason} maxLength={500} isRequired />
      </div>
    </Drawer>
  )
}

type Amounted = { of: Adjustable; how: AdjustmentHow; amount: string; onAmount: (amount: string) => void }

function AmountField({ of, how, amount, onAmount }: Amounted) {
  const say = useWords(words)
  const named = how === 'times' ? 'times' : of === 'arrivals' ? how : 'seconds'
  const hints = {
    times: 'amountHintTimes',
    add: 'amountHintSpread',
    set: 'amountHintSpread',
    seconds: 'amountHintSeconds',
  } as const
  return (
    <TextField
      label={say(`amount_${named}`)}
      hint={say(hints[named])}
      value={amount}
      onChange={onAmount}
      inputMode="decimal"
      autoFocus
      isRequired
    />
  )
}

function Preview({ points, how, amount }: { points: readonly Point[]; how: AdjustmentHow; amount: number }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const { mean } = totalOf(points)
  if (mean === null) return null
  const after = Math.max(0, how === 'times' ? mean * amount : how === 'add' ? mean + amount : amount)
  return <p className="forecasting-preview">{say('preview', { before: number(mean, spoken), after: number(after, spoken) })}</p>
}

const nextQuarter = (): number => Math.ceil(Date.now() / 900_000) * 900_000

// "20" per cent more is 1.2 times as many.
function amountOf(written: string, how: AdjustmentHow): number | null {
  const text = written.trim().replace(',', '.').replace('−', '-').replace(/\s|%/g, '')
  const value = Number(text)
  if (text === '' || !Number.isFinite(value)) return null
  if (how === 'add') return value
  const wanted = how === 'times' ? 1 + value / 100 : value
  return wanted >= 0 && (how !== 'times' || wanted <= 20) ? wanted : null
}
