// How one wants to be told by mail of what one has not seen at the desk.
import { Radios } from '#ui/choice'
import { Panel, Stack } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getNoticeWish, putNoticeWish, wishesForMail, type WishForMail } from '../../contract.ts'
import { words } from './words.ts'

export function NoticesByMail() {
  const say = useWords(words)
  const { data } = useAsk(getNoticeWish, {})
  const save = useSend(putNoticeWish, { refetch: [getNoticeWish], onDone: () => toast({ tone: 'good', text: say('saved') }) })
  if (!data) return null
  const options = wishesForMail.map((id) => ({ id, label: say(id), detail: say(`${id}_detail`) }))
  return (
    <Panel title={say('title')}>
      <Stack>
        <p>{say('hint', { minutes: data.after_minutes, most: data.most_a_day })}</p>
        <Radios
          label={say('label')}
          options={options}
          value={data.wish}
          onChange={(wish: WishForMail) => save.mutate({ wish })}
        />
      </Stack>
    </Panel>
  )
}
