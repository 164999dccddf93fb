// A step in a sentence.
import type { useWords } from '#ui/words'
import type { Step } from '../../contract.ts'
import type { words } from '../words.ts'

type Say = ReturnType<typeof useWords<(typeof words)['fr']>>

type With = { say: Say; hour: (at: string) => string; kindOf: (kind: string) => string }

export function sayStep(step: Step, { say, hour, kindOf }: With): string {
  const name = 'person' in step ? step.person.name || say('somebodyElse') : ''
  switch (step.does) {
    case 'retime':
      return say('step_retime', {
        name,
        kind: kindOf(step.kind),
        from: hour(step.was.from),
        to: hour(step.to.from),
      })
    case 'cancel':
      return say('step_cancel', { name, kind: kindOf(step.kind), from: hour(step.was.from) })
    case 'place':
      return say('step_place', { name, queue: step.label, to: hour(step.until) })
    case 'chats':
      return say('step_chats', { name, most: step.most })
    case 'call_back':
      return say('step_call_back', { queue: step.label, seconds: step.after_s })
    case 'ask':
      return step.what === 'overtime'
        ? say('step_ask_overtime', { name, to: hour(step.to) })
        : say('step_ask_call_in', { name, from: hour(step.from), to: hour(step.to) })
  }
}
