import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { getAdherence, getDayBoard, getMenu, listDayMoves, postDayMove, type Menu, type Option } from '../../contract.ts'
import { words } from '../words.ts'
import { asksPeople } from './menu-of.ts'
import { Choice } from './option.tsx'

type Wished = { menu: Menu; option: Option; most: number; zone: string; onClose: () => void }

/** Before a move is done it is read: what it does to whom, what it is worth, what it costs. */
export function ApplyDialog({ menu, option, most, zone, onClose }: Wished) {
  const say = useWords(words)
  const apply = useSend(postDayMove, { refetch: [listDayMoves, getDayBoard, getAdherence, getMenu], onDone: onClose })
  const asks = asksPeople(option)
  return (
    <Dialog
      open
      title={say(asks ? 'askQuestion' : 'applyQuestion')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" busy={apply.isPending} onPress={() => apply.mutate({ menu: menu.id, option: option.id })}>{say(asks ? 'ask' : 'apply')}</Button>
        </>
      }
    >
      <Choice option={option} most={most} zone={zone} group={menu.group} open />
      {asks && <p>{say('asksFreely')}</p>}
    </Dialog>
  )
} // prettier-ignore
