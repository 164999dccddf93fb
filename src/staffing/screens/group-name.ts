import { useCallback } from 'react'
import { useWords } from '#ui/words'
import type { Group } from '../contract.ts'
import { words } from './words.ts'

/** What a group is called; what no queue takes, and what there is where there are no rules, have no name of their own. */
export function useGroupName(rules: number | null): (group: Pick<Group, 'label'>) => string {
  const say = useWords(words)
  return useCallback(({ label }) => label || say(rules === null ? 'everything' : 'unqueued'), [say, rules])
}
