import { useState } from 'react'
import { Button, ButtonRow } from '#ui/button'
import { TextField } from '#ui/field'
import { Stack } from '#ui/layout'
import { useWords } from '#ui/words'
import { requestWords } from './words.ts'

const MOST = 500
type Answering = { busy: boolean; isBarred?: boolean; onAnswer: (grant: boolean, because: string) => void }

/** Granted by one press; declined with a word for those who asked. */
export function Answer({ busy, isBarred = false, onAnswer }: Answering) {
  const say = useWords(requestWords)
  const [because, setBecause] = useState<string | null>(null)
  if (because === null)
    return (
      <ButtonRow>
        <Button size="small" tone="primary" icon="check" isDisabled={isBarred} busy={busy} onPress={() => onAnswer(true, '')}>{say('grant')}</Button>
        <Button size="small" tone="quiet" icon="close" onPress={() => setBecause('')}>{say('decline')}</Button>
      </ButtonRow>
    )
  return (
    <form onSubmit={(event) => { event.preventDefault(); onAnswer(false, because.trim()) }}>
      <Stack gap={2}>
        <TextField label={say('because')} hint={say('becauseText')} value={because} onChange={setBecause} maxLength={MOST} autoFocus />
        <ButtonRow>
          <Button size="small" tone="danger" type="submit" busy={busy}>{say('decline')}</Button>
          <Button size="small" tone="quiet" onPress={() => setBecause(null)}>{say('back')}</Button>
        </ButtonRow>
      </Stack>
    </form>
  )
} // prettier-ignore
