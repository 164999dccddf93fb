import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { dateOrders, decimalSigns, type KnownStream } from '../../contract.ts'
import { knownChannels, useChannelName, useStreamName } from '../use-stream-name.ts'
import { shownWriting, type Bringing } from './use-bringing.ts'
import { words } from './words.ts'

const NO_QUEUE = '-'

/** What the file does not say itself. */
export function Otherwise({
  streams,
  bringing,
  says,
}: {
  streams: readonly KnownStream[]
  bringing: Bringing
  says: readonly string[]
}) {
  const say = useWords(words)
  const nameOf = useStreamName()
  const channelName = useChannelName()
  const { how, set } = bringing
  const queues = [...new Map(streams.flatMap((each) => (each.stream.queue ? [[each.stream.queue, each] as const] : []))).values()]
  return (
    <div className="forecasting-two">
      {!says.includes('channel') && (
        <Select
          label={say('fileChannel')}
          options={knownChannels.map((id) => ({ id, label: channelName(id) }))}
          value={how.channel}
          onChange={(channel) => set({ channel })}
        />
      )}
      {!says.includes('queue') && queues.length > 0 && (
        <Select
          label={say('fileQueue')}
          options={[
            { id: NO_QUEUE, label: say('fileNoQueue') },
            ...queues.map((each) => ({ id: each.stream.queue, label: each.label || nameOf(each) })),
          ]}
          value={how.queue || NO_QUEUE}
          onChange={(queue) => set({ queue: queue === NO_QUEUE ? '' : queue })}
        />
      )}
      <Written bringing={bringing} />
      <Select
        label={say('fileMissing')}
        options={(['guess', 'zero', 'gap'] as const).map((id) => ({ id, label: say(`missing_${id}`) }))}
        value={how.missing}
        onChange={(missing) => set({ missing })}
      />
    </div>
  )
}

/** How dates and numbers are written, where the file depends on it: as it was found, or to be said. */
function Written({ bringing: { how, preview, set } }: { bringing: Bringing }) {
  const say = useWords(words)
  const { dates, decimal } = shownWriting(how, preview)
  const asked = (what: 'dates' | 'decimal'): boolean => preview?.troubles.some(({ asks }) => asks === what) ?? false
  return (
    <>
      {(dates || asked('dates')) && (
        <Select
          label={say('fileDates')}
          options={dateOrders.map((id) => ({ id, label: say(`dates_${id}`) }))}
          value={dates ?? null}
          onChange={(chosen) => set({ dates: chosen })}
        />
      )}
      {(decimal || asked('decimal')) && (
        <Select
          label={say('fileDecimal')}
          options={decimalSigns.map((id) => ({ id, label: say(`decimal_${id}`) }))}
          value={decimal ?? null}
          onChange={(chosen) => set({ decimal: chosen })}
        />
      )}
    </>
  )
}
