import type { RunResult } from '../../contract.ts'
import { Notice } from '#ui/layout'
import { useWords } from '#ui/words'
import { Breakdown } from './breakdown.tsx'
import { Compare } from './compare.tsx'
import { Hurt } from './hurt.tsx'
import { PutLive } from './put-live.tsx'
import { RestsOn } from './rests-on.tsx'
import { SelfCheckShown } from './self-check.tsx'
import { words } from './words.ts'

/** Everything a rehearsal came to, in the order in which it should be believed: proof, comparison, who is hurt, what it rests on, what to do. */
export function ResultShown({ result }: { result: RunResult }) {
  const say = useWords(words)
  return (
    <div className="ui-stack" data-gap={6}>
      <SelfCheckShown check={result.check} />
      {result.check?.trust === 'poor' && <Notice tone="promise">{say('poorNotice')}</Notice>}
      <Compare report={result.report} />
      <Breakdown report={result.report} />
      <Hurt result={result} />
      <RestsOn result={result} />
      <PutLive run={result.run} />
    </div>
  )
}
