// A chat is over: its visitor's tabs and the desk hear it.
import type { Work } from '#base/work'
import type { CaseId, ConversationId } from '#cases/contract'
import { chatOver } from '../contract.ts'

type Ended = { case_id: CaseId; conversation_id: ConversationId; last_seq: number }

export const tellOver = (work: Work, { case_id, conversation_id, last_seq }: Ended): void =>
  work.publish(chatOver, { case_id, conversation_id, seq: last_seq }, { case_id })
