// Reply and forward marks of the mail programs of Europe, America and East Asia, also numbered (Re[2]:, AW^3:).
const MARK =
  /^\s*(?:re|rép|rep|réf|ref|fw|fwd|tr|trans|transf|aw|wg|antw|antwort|sv|vs|vb|vl|rv|enc|rif|r|i|odp|pd|yn|ynt|ilt|res|bls|doorst|回复|回覆|答复|转发|轉寄|返信|転送|отв|на)(?:\s*[[(^]?\d{1,3}[\])]?)?\s*[::]\s*/iu

/** A subject to compare with, never to show: without reply marks, blanks and case; list tags like [list] stay. */
export function normaliseSubject(subject: string): string {
  let rest = subject.normalize('NFKC').slice(0, 1_000)
  for (let i = 0; i < 50; i++) {
    const shorter = rest.replace(MARK, '')
    if (shorter === rest) break
    rest = shorter
  }
  return rest.replace(/\s+/g, ' ').trim().toLowerCase()
}
