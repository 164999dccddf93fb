import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Notice, Panel } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import {
  getAdherence,
  getDayBoard,
  getMenu,
  listDayMoves,
  postDayMove,
  postMenu,
  type Menu,
  type Option,
} from '../../contract.ts'
import { useHour, usePercent } from '../shown.ts'
import { words } from '../words.ts'
import { Choice } from './option.tsx'

type Asked = { group: string; zone: string; mayApply: boolean }
const STALE_MS = 30 * 60_000

/** What could be done about a group, the best first, each with what it would bring by tonight. */
export function Moves({ group, zone, mayApply }: Asked) {
  const say = useWords(words)
  const { data } = useAsk(getMenu, { group })
  const think = useSend(postMenu, { refetch: [getMenu] })
  const menu = data?.menu ?? null
  const under_way = menu?.state === 'asked' || menu?.state === 'thinking'
  return (
    <Panel
      title={say('moves')}
      actions={<Button size="small" tone={menu ? 'quiet' : 'primary'} icon="refresh" busy={think.isPending || under_way} onPress={() => think.mutate({ group })}>{say(menu ? 'thinkAgain' : 'think')}</Button>}
    >
      <p className="intraday-quiet">{say('movesLead')}</p>
      {under_way && <Progress share={menu.progress} />}
      {menu?.state === 'failed' && <Failed menu={menu} />}
      {menu?.state === 'done' && <Options menu={menu} zone={zone} mayApply={mayApply} />}
    </Panel>
  )
} // prettier-ignore

function Progress({ share }: { share: number }) {
  const say = useWords(words)
  const percent = usePercent()
  const said = say('thinking', { share: percent(share) })
  return (
    <div className="intraday-progress" role="status">
      <progress value={share} max={1} aria-label={said} />
      <span>{said}</span>
    </div>
  )
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
  const apply = useSend(postDayMove, { refetch: [listDayMoves, getDayBoard, getAdherence, getMenu], onDone: () => setWished(null) })
  const stale = useNow() - Date.parse(menu.done_at ?? menu.asked_at) > STALE_MS
  const most = Math.max(0.02, ...menu.options.map(({ difference }) => Math.abs(difference.high)))
  const asks = wished?.steps.some(({ does }) => does === 'ask') ?? false
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
      <Dialog
        open={wished !== null}
        title={say(asks ? 'askQuestion' : 'applyQuestion')}
        onClose={() => setWished(null)}
        foot={
          <>
            <Button onPress={() => setWished(null)}>{say('cancel')}</Button>
            <Button tone="primary" busy={apply.isPending} onPress={() => wished && apply.mutate({ menu: menu.id, option: wished.id })}>{say(asks ? 'ask' : 'apply')}</Button>
          </>
        }
      >
        {wished && <Choice option={wished} most={most} zone={zone} group={menu.group} open />}
        {asks && <p>{say('asksFreely')}</p>}
      </Dialog>
    </>
  )
} // prettier-ignore
