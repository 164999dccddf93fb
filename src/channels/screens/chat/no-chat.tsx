import { ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { listWidgets } from '../../contract.ts'
import { useMe, type Group } from './lists/chats.ts'
import { words } from './words.ts'

/** The middle when no chat is open: what will happen, or what to do first. */
export function NoChat({ groups }: { groups: readonly Group[] }) {
  const say = useWords(words)
  const me = useMe()
  const mayAsk = me?.may.has('channel.read') ?? false
  const widgets = useAsk(listWidgets, { limit: 1 }, { enabled: mayAsk, staleSeconds: 60 })
  const some = groups.some(({ chats }) => chats.length > 0)
  if (some)
    return (
      <Empty drawing="calm" title={say('chooseTitle')}>
        {say('chooseText')}
      </Empty>
    )
  if (widgets.data?.items.length === 0)
    return (
      <Empty
        drawing="shut"
        title={say('noWidgetTitle')}
        action={me?.may.has('channel.manage') && <ButtonLink href="/desk/widgets">{say('toWidgets')}</ButtonLink>}
      >
        {say(me?.may.has('channel.manage') ? 'noWidgetText' : 'noWidgetAsk')}
      </Empty>
    )
  return (
    <Empty drawing="calm" title={say('calmTitle')}>
      {say('calmText')}
    </Empty>
  )
}
