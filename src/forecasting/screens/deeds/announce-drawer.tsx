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
  patchAnnouncement,
  postAnnouncement,
  type Announcement,
  type AnnouncementKind,
  type KnownStream,
} from '../../contract.ts'
import { useStreamName } from '../use-stream-name.ts'
import { words } from './words.ts'
import { instantOf, localOf } from './local-time.ts'
import { SpanFields } from './span-fields.tsx'

type Announcing = { zone: string; stream: KnownStream | null; day: string; event?: Announcement; onClose: () => void }

/** Something is known beforehand: what, when, where, and what it does if that is known. Announced, or changed. */
export function AnnounceDrawer({ zone, stream, day, event, onClose }: Announcing) {
  const say = useWords(words)
  const nameOf = useStreamName()
  const [name, setName] = useState(event?.name ?? '')
  const [kind, setKind] = useState<AnnouncementKind>(event?.kind ?? 'campaign')
  const [from, setFrom] = useState(event ? localOf(Date.parse(event.from), zone) : { day, time: '00:00' })
  const [to, setTo] = useState(event ? localOf(Date.parse(event.to), zone) : { day, time: '24:00' })
  const [where, setWhere] = useState<Where>(whereOf(event, stream))
  const [effect, setEffect] = useState(event?.effect.kind ?? 'learn')
  const [percent, setPercent] = useState(event?.effect.kind === 'percent' ? String(event.effect.percent) : '')
  const sending = {
    refetch: [listAnnouncements],
    onDone: () => {
      toast({ text: say(event ? 'eventChanged' : 'eventSaved'), tone: 'good' })
      onClose()
    },
  } as const // a list of endpoints
  const save = useSend(postAnnouncement, sending)
  const change = useSend(patchAnnouncement, sending)
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
    const streams = where === 'some' && event ? event.streams : where === 'one' && stream ? [stream.stream] : []
    const wanted = {
      name: name.trim(), kind, note: event?.note ?? '', from: new Date(first).toISOString(), to: new Date(last).toISOString(),
      streams, effect: effect === 'learn' ? { kind: 'learn' as const } : { kind: 'percent' as const, percent: read }, // one of the two
    } // prettier-ignore
    if (event) change.mutate({ id: event.id, version: event.version, ...wanted })
    else save.mutate(wanted)
  }
  return (
    <Drawer
      open
      title={say(event ? 'eventEdit' : 'eventTitle')}
      onClose={onClose}
      foot={
        <Button tone="primary" busy={save.isPending || change.isPending} isDisabled={!fits} onPress={announce}>
          {say(event ? 'save' : 'eventSave')}
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
              ...(whereOf(event, stream) === 'some'
                ? [{ id: 'some' as const, label: say('where_some', { count: event?.streams.length ?? 0 }) }]
                : []), // one of the three
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

// some: others than the one that is shown; they are kept as they are.
type Where = 'all' | 'one' | 'some'
function whereOf(event: Announcement | undefined, stream: KnownStream | null): Where {
  const [only, ...others] = event?.streams ?? []
  if (!only) return 'all'
  const isShown = others.length === 0 && only.queue === stream?.stream.queue && only.channel === stream.stream.channel
  return isShown ? 'one' : 'some'
}
