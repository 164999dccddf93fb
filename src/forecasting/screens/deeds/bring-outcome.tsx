import { useLanguage } from '#ui/language'
import { Notice } from '#ui/layout'
import { useWords } from '#ui/words'
import { importUnreadable, streamKey, type ImportPreview, type KnownStream, type LineTrouble } from '../../contract.ts'
import { dayMonthYear, number } from '../say.ts'
import { useStreamName } from '../use-stream-name.ts'
import { words } from './words.ts'

const MOST_STREAMS = 6

type Would = { preview: ImportPreview; streams: readonly KnownStream[]; zone: string; isPart: boolean }

/** What the file comes to as it is read now, or what keeps it from being read. */
export function WouldBe({ preview, streams, zone, isPart }: Would) {
  const { read, troubles, more, columns, headings } = preview
  const say = useWords(words)
  const spoken = useLanguage()
  const nameOf = useStreamName()
  if (headings.length > 0 && !columns.at && !columns.date) return <Notice tone="promise">{say('fileSayMoment')}</Notice>
  if (headings.length > 0 && !columns.arrived) return <Notice tone="promise">{say('fileSayArrived')}</Notice>
  if (!read) return <TroublesShown troubles={troubles} more={more} taken />
  const label = ({ queue, channel }: { queue: string; channel: string }): string =>
    nameOf({
      stream: { queue, channel },
      label: streams.find(({ key }) => key === streamKey({ queue, channel }))?.label ?? queue,
    })
  return (
    <Notice tone="good" title={say('fileReads', { intervals: number(read.intervals, spoken), minutes: read.interval_min, arrived: number(read.arrived, spoken) })}>
      <ul className="forecasting-troubles">
        {read.streams.slice(0, MOST_STREAMS).map(({ stream, from, to, arrived }) => (
          <li key={streamKey(stream)}>
            {say('fileStream', {
              stream: label(stream),
              from: dayMonthYear(Date.parse(from), { spoken, zone }),
              to: dayMonthYear(Date.parse(to) - 1, { spoken, zone }),
              arrived: number(arrived, spoken),
            })}
          </li>
        ))}
        {read.streams.length > MOST_STREAMS && <li>{say('fileMoreStreams', { count: read.streams.length - MOST_STREAMS })}</li>}
        <li>{say(`fileMissing_${read.missing}`)}</li>
        {isPart && <li>{say('filePart')}</li>}
      </ul>
    </Notice>
  ) // prettier-ignore
}

type Troubles = { troubles: readonly LineTrouble[]; more: number; taken: boolean } // taken: nothing was asked to be, yet

export function TroublesShown({ troubles, more, taken }: Troubles) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <Notice tone={taken ? 'promise' : 'danger'} title={taken ? say('fileNotYet') : importUnreadable[spoken]}>
      <ul className="forecasting-troubles">
        {troubles.slice(0, 12).map((trouble) => (
          <li key={`${trouble.line} ${trouble.column ?? ''} ${trouble.en}`}>
            <strong>
              {trouble.column
                ? say('fileTroubleColumn', { line: trouble.line, column: trouble.column })
                : say('fileTrouble', { line: trouble.line })}
            </strong>{' '}
            {trouble[spoken]}
          </li>
        ))}
        {more + Math.max(0, troubles.length - 12) > 0 && (
          <li>{say('fileMore', { count: more + Math.max(0, troubles.length - 12) })}</li>
        )}
      </ul>
    </Notice>
  )
}
