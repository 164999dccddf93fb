import { useState } from 'react'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { useLanguage } from '#ui/language'
import { Panel, Stack } from '#ui/layout'
import { useWords } from '#ui/words'
import { weightsOf, workChannels, type Rulebook, type Weight, type WorkChannel } from '../../contract/rulebook.ts'
import { channelWords } from '../../rules/channel-words.ts'
import { heldAtOnce, weightWords } from '../../rules/weight-words.ts'
import { Amount } from './queue/inputs.tsx'
import { Sites } from './sites.tsx'
import { weightsWords } from './weights-words.ts'
import type { Book } from './use-book.ts'

const usual: readonly WorkChannel[] = ['phone', 'visit', 'chat', 'email', 'form', 'letter', 'task', 'call_back']

/** What each channel weighs, and what may come meanwhile: a table one reads aloud. */
export function Weights({ book }: { book: Book }) {
  const say = useWords(weightsWords)
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<WorkChannel | null>(null)
  const weighed = new Set(book.book.channels.map(({ channel }) => channel))
  const shown = workChannels.filter((channel) => all || usual.includes(channel) || weighed.has(channel))
  return (
    <div className="routing-rules">
      <p className="routing-lead">{say('lead')}</p>
      <Panel flush>
        <div className="routing-scroll" tabIndex={0} role="region" aria-label={say('table')}>
          <table className="routing-weights">
            <thead>
              <tr>
                <th scope="col">{say('channel')}</th>
                <th scope="col">{say('atOnce')}</th>
                <th scope="col">{say('meanwhile')}</th>
                <th scope="col">
                  <span className="unseen">{say('edit')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((channel) => (
                <Row key={channel} channel={channel} book={book} onOpen={() => setOpen(channel)} />
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      {!all && (
        <div>
          <Button size="small" tone="quiet" onPress={() => setAll(true)}>
            {say('others')}
          </Button>
        </div>
      )}
      <Sites book={book} />
      {open && <EditWeight channel={open} book={book} onClose={() => setOpen(null)} />}
    </div>
  )
}

function Row({ channel, book, onOpen }: { channel: WorkChannel; book: Book; onOpen: () => void }) {
  const say = useWords(weightsWords)
  const spoken = useLanguage()
  const weight = weightsOf(book.book).get(channel)!
  const name = channelWords[channel].name[spoken]
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Seat weight={weight} seat={book.book.seat_units} />
      </td>
      <td>{weightWords(channel, book.book)[spoken]}</td>
      <td>
        {book.mayManage && (
          <Button size="small" tone="quiet" icon="edit" aria-label={say('editOf', { name })} onPress={onOpen}>
            {say('edit')}
          </Button>
        )}
      </td>
    </tr>
  )
}

// How much of a seat one takes: as many blocks as fit.
function Seat({ weight, seat }: { weight: Weight; seat: number }) {
  const held = heldAtOnce(weight, seat)
  return (
    <span className="routing-seat">
      <b>{held}</b>
      <span aria-hidden="true">
        {Array.from({ length: Math.min(held, 8) }, (_, at) => (
          <i key={at} style={{ flexGrow: Math.max(weight.units / seat, 0.08) }} />
        ))}
        <u style={{ flexGrow: Math.max(0, 1 - (held * weight.units) / seat) }} />
      </span>
    </span>
  )
}

const withWeight = (book: Rulebook, weight: Weight): Rulebook => ({
  ...book,
  channels: [...book.channels.filter(({ channel }) => channel !== weight.channel), weight],
})

function EditWeight({ channel, book, onClose }: { channel: WorkChannel; book: Book; onClose: () => void }) {
  const say = useWords(weightsWords)
  const spoken = useLanguage()
  const weight = weightsOf(book.book).get(channel)!
  const put = (change: Partial<Weight>): void => book.change(withWeight(book.book, { ...weight, ...change }))
  const meanwhile = (other: WorkChannel, on: boolean): void =>
    put({ meanwhile: on ? [...weight.meanwhile, other] : weight.meanwhile.filter((each) => each !== other) })
  return (
    <Dialog open onClose={onClose} title={channelWords[channel].name[spoken]} foot={<Button tone="primary" onPress={onClose}>{say('done')}</Button>}>
      <Stack gap={6}>
        <p className="routing-in-words" aria-live="polite">{weightWords(channel, book.book)[spoken]}</p>
        <div className="routing-pair">
          <Amount label={say('most')} least={1} most={50} value={weight.most} onChange={(most) => put({ most })} />
          <Amount label={say('units', { seat: book.book.seat_units })} least={0} most={1_000} value={weight.units} onChange={(units) => put({ units })} />
        </div>
        <fieldset className="routing-set">
          <legend>{say('meanwhileOf', { one: channelWords[channel].one[spoken] })}</legend>
          <div className="routing-checks">
            {workChannels.map((other) => (
              <Checkbox key={other} isSelected={weight.meanwhile.includes(other)} onChange={(on) => meanwhile(other, on)}>
                {channelWords[other].name[spoken]}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <Checkbox isSelected={weight.gives_way} onChange={(gives_way) => put({ gives_way })} detail={say('givesWayDetail')}>
          {say('givesWay')}
        </Checkbox>
      </Stack>
    </Dialog>
  )
} // prettier-ignore
