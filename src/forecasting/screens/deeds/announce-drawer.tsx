import { useState } from 'react'
import { Button } from '#ui/button'
import { Radios } from '#ui/choice'
import { Drawer } from '#ui/dialog'
import { TextField } from '#ui/field'
import { useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  announcementKinds,
  listAnnouncements,
  postAnnouncement,
  type AnnouncementKind,
  type KnownStream,
} from '../../contract.ts'
import { useStreamName } from '../use-stream-name.ts'
import { words } from './words.ts'
import { instantOf } from './local-time.ts'
import { SpanFields } from './span-fields.tsx'

type Announcing = { zone: string; stream: KnownStream | null; day: string; onClose: () => void }

/** Something is known beforehand: what, when, where, and what it does if that is known. */
export function AnnounceDrawer({ zone, stream, day, onClose }: Announcing) {
  const say = useWords(words)
  const nameOf = useStreamName()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<AnnouncementKind>('campaign')
  const [from, setFrom] = useState({ day, time: '00:00' })
  const [to, setTo] = useState({ day, time: '24:00' })
  const [where, setWhere] = useState<'all' | 'one'>('all')
  const [effect, setEffect] = useState<'learn' | 'percent'>('learn')
  const [percent, setPercent] = useState('')
  const save = useSend(postAnnouncement, {
    refetch: [listAnnouncements],
    onDone: () => {
      toast({ text: say('eventSaved'), tone: 'good' })
      onClose()
    },
  })
  const [first, last] = [instantOf(from, zone), instantOf(to, zone)]
  const read = Number(percent.trim().replace(',', '.').replace('−', '-').replace(/\s|%/g, '') || Number.NaN)
  const fits =
    first !== null &&
    last !== null &&
    first < last &&
    name.trim() !== '' &&
    (effect === 'learn' || (read >= -100 && read <= 1_000))
  const announce = (): void => {
    if (!fits) return
    save.mutate({
      name: name.trim(), kind, note: '', from: new Date(first).toISOString(), to: new Date(last).toISOString(),
      streams: where === 'one' && stream ? [stream.stream] : [], effect: effect === 'learn' ? { kind: 'learn' } : { kind: 'percent', percent: read },
    }) // prettier-ignore
  }
  return (
    <Drawer
      open
      title={say('eventTitle')}
      onClose={onClose}
      foot={
        <Button tone="primary" busy={save.isPending} isDisabled={!fits} onPress={announce}>
          {say('eventSave')}
        </Button>
      }
    >
      <div className="ui-stack" data-gap="4">
        <TextField label={say('eventName')} value={name} onChange={setName} maxLength={120} autoFocus isRequired />
        <Select
          label={say('eventKind')}
          options={announcementKinds.map((id) => ({ id, label: say(`kind_${id}`) }))}
          value={kind}
          onChange={setKind}
        />
        <SpanFields from={from} to={to} onFrom={setFrom} onTo={setTo} />
        {stream && (
          <Radios
            label={say('eventWhere')}
            options={[
              { id: 'all', label: say('where_all') },
              { id: 'one', label: say('where_one'), detail: nameOf(stream) },
            ]}
            value={where}
            onChange={setWhere}
          />
        )}
        <Radios
          label={say('eventEffect')}
          options={[
            { id: 'learn', label: say('effect_learn'), detail: say('effect_learnText') },
            { id: 'percent', label: say('effect_percent'), detail: say('effect_percentText') },
          ]}
          value={effect}
          onChange={setEffect}
        />
        {effect === 'percent' && (
          <TextField label={say('percent')} value={percent} onChange={setPercent} inputMode="decimal" isRequired />
        )}
      </div>
    </Drawer>
  )
}
