import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useAskPages, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { getHistory, getOverview, listImports, putImportWithdrawn, type HistoryImport } from '../../contract.ts'
import { number } from '../say.ts'
import type { Besides } from './beside.tsx'
import { broughtWords } from './brought-words.ts'

/** Files of the past; nothing is shown where none was brought. */
export function Brought({ overview }: Besides) {
  const say = useWords(broughtWords)
  const files = useAskPages(listImports, { limit: 5 })
  if (files.items.length === 0) return null
  return (
    <Panel title={say('files')}>
      <ul className="forecasting-list">
        {files.items.map((each) => (
          <One key={each.id} file={each} may={overview.may_manage} />
        ))}
      </ul>
      {files.hasMore && (
        <Button tone="quiet" size="small" onPress={files.more}>
          {say('more')}
        </Button>
      )}
    </Panel>
  )
}

function One({ file, may }: { file: HistoryImport; may: boolean }) {
  const say = useWords(broughtWords)
  const spoken = useLanguage()
  const send = useSend(putImportWithdrawn, { refetch: [listImports, getHistory, getOverview] })
  const replaced = file.replaced.reduce((sum, { intervals }) => sum + intervals, 0)
  const gone = file.withdrawn_at !== null
  return (
    <li data-undone={gone ? '' : undefined}>
      <div>
        <strong>{file.name}</strong>
        <small>
          {say('facts', {
            intervals: number(file.intervals, spoken),
            minutes: file.interval_min,
            arrived: number(file.arrived, spoken),
          })}
          {[file.dates, file.decimal].map((how) => how && `, ${say('read', { how })}`)}
        </small>
        <small>
          {gone && `${say('withdrawn')} – `}
          {replaced > 0 && `${say('replaced', { count: replaced })} – `}
          {file.by?.name ?? '–'}, <Time at={file.at} />
        </small>
      </div>
      {may && (
        <span className="forecasting-decided">
          <Button size="small" tone="quiet" busy={send.isPending} onPress={() => send.mutate({ id: file.id, withdrawn: !gone })}>
            {say(gone ? 'again' : 'withdraw')}
          </Button>
        </span>
      )}
    </li>
  )
}
