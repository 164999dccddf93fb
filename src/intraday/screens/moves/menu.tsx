import { useState } from 'react'
import { Button } from '#ui/button'
import { Notice, Panel } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { getMenu, postMenu, type Menu, type Option } from '../../contract.ts'
import { useHour, usePercent } from '../shown.ts'
import { words } from '../words.ts'
import { ApplyDialog } from './apply-dialog.tsx'
import { isStale, mostOf } from './menu-of.ts'
import { Choice } from './option.tsx'
import { Progress } from './progress.tsx'

type Asked = { group: string; zone: string; mayApply: boolean }

/** What could be done about a group, the best first, each with what it would bring by tonight. */
export function Moves({ group, zone, mayApply }: Asked) {
  const say = useWords(words)
  const { data } = useAsk(getMenu, { group })
  const think = useSend(postMenu, { refetch: [getMenu] })
  const menu = data?.menu ?? null
  if (!menu) return null // asked for above, where the day is told
  const under_way = menu.state === 'asked' || menu.state === 'thinking'
  return (
    <Panel
      title={say('moves')}
      actions={<Button size="small" tone="quiet" icon="refresh" busy={think.isPending || under_way} onPress={() => think.mutate({ group })}>{say('thinkAgain')}</Button>}
    >
      <p className="intraday-quiet">{say('movesLead')}</p>
      <State menu={menu} zone={zone} mayApply={mayApply} />
    </Panel>
  )
} // prettier-ignore

function State({ menu, zone, mayApply }: { menu: Menu; zone: string; mayApply: boolean }) {
  if (menu.state === 'failed') return <Failed menu={menu} />
  if (menu.state === 'done') return <Options menu={menu} zone={zone} mayApply={mayApply} />
  return <Progress share={menu.progress} />
}

function Failed({ menu }: { menu: Menu }) {
  const { fr, en } = menu.failed!
  return <Notice tone="danger">{document.documentElement.lang === 'en' ? en : fr}</Notice>
}

function Options({ menu, zone, mayApply }: { menu: Menu; zone: string; mayApply: boolean }) {
  const say = useWords(words)
  const hour = useHour(zone)
  const percent = usePercent()
  const [wished, setWished] = useState<Option | null>(null)
  const stale = isStale(menu, useNow())
  const most = mostOf(menu)
  return (
    <>
      <p className="intraday-menu-head">
        {menu.level_tonight && <strong>{say('withoutMove', { level: percent(menu.level_tonight.mean) })}</strong>}
        <small>{say('thoughtAt', { hour: hour(menu.done_at ?? menu.asked_at) })}</small>
      </p>
      {stale && <Notice>{say('stale')}</Notice>}
      {menu.options.length === 0 && <p className="intraday-quiet">{say('nothingToDo')}</p>}
      <ol className="intraday-options">
        {menu.options.map((option) => (
          <li key={option.id}>
            <Choice option={option} most={most} zone={zone} group={menu.group} {...(mayApply && !stale ? { onApply: () => setWished(option) } : {})} />
          </li>
        ))}
      </ol>
      {wished && <ApplyDialog menu={menu} option={wished} most={most} zone={zone} onClose={() => setWished(null)} />}
    </>
  )
} // prettier-ignore
