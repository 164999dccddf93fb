// "Re: " once, whatever the correspondents' programs have piled up (RFC 5322 §3.6.5 knows only "Re: "; the others are habits of the land).
const PREFIXES = /^\s*(?:(?:re|ré|rép|aw|sv|r|fw|fwd|tr|wg)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*)+/iu

const LONGEST = 900 // a case keeps a thousand characters; whoever wrote more is answered all the same

export function replySubject(subject: string): string {
  const bare = subject.replace(PREFIXES, '').trim().slice(0, LONGEST).toWellFormed()
  return bare === '' ? 'Re:' : `Re: ${bare}`
}
