import { lazy, Suspense, useState } from 'react'
import { IconButton } from '#ui/button'
import { Notice, Panel } from '#ui/layout'
import { useLanguage } from '#ui/language'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { listValues, type FieldSubject, type Filled } from '../../contract.ts'
import { FieldRow } from './field-row.tsx'
import { words } from './words.ts'
import './fields.css'

const History = lazy(async () => ({ default: (await import('./history.tsx')).History }))

export type Of = { subject: FieldSubject; of: string }

/** What a house wants to know of this, and what was filled in. Where nothing is asked, nothing is shown. */
export function FieldsPanel(about: Of) {
  const say = useWords(words)
  const spoken = useLanguage()
  const [looksBack, setLooksBack] = useState(false)
  const asked = useAsk(listValues, about)
  const items = asked.data?.items ?? []
  if (items.length === 0) return null
  const needed = items.filter((each) => each.needed).length
  const groups = [...Map.groupBy(items, ({ field }) => field.group[spoken])]
  const history = <IconButton icon="clock" size="small" label={say('history')} onPress={() => setLooksBack(true)} />
  return (
    <Panel title={say('title')} actions={history}>
      <div className="fields-panel">
        {needed > 0 && <Notice tone="promise">{say('neededCount', { count: needed })}</Notice>}
        {groups.map(([group, filled]) => (
          <Group key={group} title={group} filled={filled} about={about} edits={asked.data?.may_edit ?? false} />
        ))}
      </div>
      {looksBack && (
        <Suspense>
          <History {...about} onClose={() => setLooksBack(false)} />
        </Suspense>
      )}
    </Panel>
  )
}

type Grouped = { title: string; filled: readonly Filled[]; about: Of; edits: boolean }

function Group({ title, filled, about, edits }: Grouped) {
  return (
    <section className="fields-group" {...(title ? { 'aria-label': title } : {})}>
      {title && <h3>{title}</h3>}
      <dl>
        {filled.map((each) => (
          <FieldRow key={each.field.id} filled={each} about={about} edits={edits && each.field.retired_at === null} />
        ))}
      </dl>
    </section>
  )
}
