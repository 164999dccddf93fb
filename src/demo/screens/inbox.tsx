import type { CustomerId } from '#customers/contract'
import { messageSettled } from '#cases/contract'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { freshOn } from '#ui/live'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { getLetters, type ReceivedLetter } from '../contract.ts'
import { words } from './words.ts'

freshOn([messageSettled.name], [getLetters])

/** What the customer has received from us. */
export function Inbox({ customer, onAnswer }: { customer: CustomerId; onAnswer: (letter: ReceivedLetter) => void }) {
  const say = useWords(words)
  const { data, error } = useAsk(getLetters, { customer })
  if (error) return <Failure error={error} />
  if (!data) return <Skeleton kind="rows" />
  if (data.items.length === 0)
    return (
      <Empty drawing="letter" title={say('none')}>
        {say('noneText')}
      </Empty>
    )
  return data.items.map((letter) => (
    <article key={letter.id} className="demo-letter">
      <header>
        <h3>{letter.subject}</h3>
        {letter.answered && <Badge tone="good">{say('answered')}</Badge>}
        <Time at={letter.at} />
      </header>
      <small>{letter.from}</small>
      <p>{letter.text}</p>
      <div>
        <Button size="small" icon="reply" onPress={() => onAnswer(letter)}>
          {say('answer')}
        </Button>
      </div>
    </article>
  ))
}
