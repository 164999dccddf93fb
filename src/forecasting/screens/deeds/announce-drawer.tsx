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
  type NewAnnouncement,
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
  const [begun] = useState(() => beginning(event, { zone, stream, day }))
  const [name, setName] = useState(begun.name)
  const [kind, setKind] = useState<AnnouncementKind>(begun.kind)
  const [from, setFrom] = useState(begun.from)
  const [to, setTo] = useState(begun.to)
  const [where, setWhere] = useState(begun.where)
  const [effect, setEffect] = useState(begun.effect.kind)
  const [percent, setPercent] = useState(begun.effect.kind === 'percent' ? String(begun.effect.percent) : '')
  const { send, isSending } = useSending(event, onClose)
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
    const wanted = {
      name: name.trim(), kind, note: begun.note, from: new Date(first).toISOString(), to: new Date(last).toISOString(),
      streams: begun.streams[where], effect: effect === 'learn' ? { kind: 'learn' as const } : { kind: 'percent' as const, percent: read }, // one of the two
    } // prettier-ignore
    send(wanted)
  }
  return (
    <Drawer
      open
      title={say(event ? 'eventEdit' : 'eventTitle')}
      onClose={onClose}
      foot={
        <Button tone="primary" busy={isSending} isDisabled={!fits} onPress={announce}>
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
        {stream && <WhereField event={event} stream={stream} value={where} onChange={setWhere} />}
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

type Given = Pick<Announcing, 'zone' | 'stream' | 'day'>
/** What the form begins with: what was announced, or an empty one on the day that is looked at. */
function beginning(event: Announcement | undefined, { zone, stream, day }: Given) {
  const streams = { all: [], one: stream ? [stream.stream] : [], some: event?.streams ?? [] }
  if (event)
    return {
      ...event,
      from: localOf(Date.parse(event.from), zone),
      to: localOf(Date.parse(event.to), zone),
      where: whereOf(event, stream),
      streams,
    }
  const effect: Announcement['effect'] = { kind: 'learn' }
  return {
    name: '',
    kind: 'campaign' as const, // the first of its kind
    note: '',
    from: { day, time: '00:00' },
    to: { day, time: '24:00' },
    where: whereOf(event, stream),
    effect,
    streams,
  }
}

/** A new one is announced, one that is there is changed. */
function useSending(event: Announcement | undefined, onClose: () => void) {
  const say = useWords(words)
  const sending = {
    refetch: [listAnnouncements],
    onDone: () => {
      toast({ text: say(event ? 'eventChanged' : 'eventSaved'), tone: 'good' })
      onClose()
    },
  } as const // a list of endpoints
  const save = useSend(postAnnouncement, sending)
  const change = useSend(patchAnnouncement, sending)
  const send = (wanted: NewAnnouncement): void =>
    event ? change.mutate({ id: event.id, version: event.version, ...wanted }) : save.mutate(wanted)
  return { send, isSending: save.isPending || change.isPending }
}

// some: others than the one that is shown; they are kept as they are.
type Where = 'all' | 'one' | 'some'
function whereOf(event: Announcement | undefined, stream: KnownStream | null): Where {
  const [only, ...others] = event?.streams ?? []
  if (!only) return 'all'
  const isShown = others.length === 0 && only.queue === stream?.stream.queue && only.channel === stream.stream.channel
  return isShown ? 'one' : 'some'
}

type Wheres = { event: Announcement | undefined; stream: KnownStream; value: Where; onChange: (where: Where) => void }

function WhereField({ event, stream, value, onChange }: Wheres) {
  const say = useWords(words)
  const nameOf = useStreamName()
  return (
    <Radios
      label={say('eventWhere')}
      options={[
        { id: 'all', label: say('where_all') },
        { id: 'one', label: say('where_one'), detail: nameOf(stream) },
        ...(whereOf(event, stream) === 'some'
          ? [{ id: 'some' as const, label: say('where_some', { count: event?.streams.length ?? 0 }) }]
          : []), // one of the three
      ]}
      value={value}
      onChange={onChange}
    />
  )
}
