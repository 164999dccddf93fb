/**
 * A link's address when it is safe to follow, else null. Blanks, control and invisible characters are taken out before the scheme is
 * read, as a browser does ("java\nscript:"). Relative addresses are dropped: in a mail they could only point into our own desk.
 */
export function safeLink(address: string): string | null {
  const clean = withoutInvisible(address)
  if (clean.length > 8_000) return null
  if (/^(https?:\/\/[^/\s]|mailto:|tel:|sms:)/i.test(clean)) return clean
  return clean.startsWith('//') && /^\/\/[^/\\]/.test(clean) ? `https:${clean}` : null
}

type PictureSource = { kind: 'attached'; src: string } | { kind: 'remote'; address: string } | null

/** A picture is shown when it came with the mail (cid:, or data: of a picture format); a remote one waits until somebody asks for it. */
export function pictureSource(address: string): PictureSource {
  const clean = withoutInvisible(address)
  if (/^cid:[^\s"'<>]{1,998}$/i.test(clean)) return { kind: 'attached', src: clean }
  if (/^data:image\/(png|jpe?g|gif|webp);base64,[a-z0-9+/=]*$/i.test(clean)) return { kind: 'attached', src: clean }
  if (/^(https?:)?\/\/[^/\\]/i.test(clean) && clean.length <= 8_000)
    return { kind: 'remote', address: clean.startsWith('//') ? `https:${clean}` : clean }
  return null
}

function withoutInvisible(address: string): string {
  return address.replace(/[\p{Cc}\p{Z}\u00ad\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/gu, '')
}
