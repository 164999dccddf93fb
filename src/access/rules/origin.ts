// Did this request come from our own pages? Browsers tell, and a page cannot make them lie: Fetch Metadata (W3C) and Origin
// (RFC 6454). A program that is not a browser sends neither; it must still send the header that no foreign page can add without
// being asked first (a CORS preflight, which we never grant).
export type Sender = { origin: string | undefined; site: string | undefined; host: string | undefined; csrf: string | undefined }

export const isOurPage = ({ origin, site, host }: Sender, publicUrl: string): boolean =>
  (site === undefined || site === 'same-origin') && (origin === undefined || isOurOrigin(origin, host, publicUrl))

export const mayWrite = (sender: Sender, publicUrl: string): boolean => sender.csrf === '1' && isOurPage(sender, publicUrl)

// A WebSocket cannot carry our header, and browsers always send its Origin: there it must be present.
export const mayListen = (sender: Sender, publicUrl: string): boolean =>
  sender.origin !== undefined && isOurPage(sender, publicUrl)

function isOurOrigin(origin: string, host: string | undefined, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false // "null": a sandboxed frame
  const from = new URL(origin)
  if (publicUrl !== '' && from.origin === new URL(publicUrl).origin) return true
  return isLoopback(from.hostname) || publicUrl === '' ? from.host === host : false
}

export const isLoopback = (hostname: string): boolean => /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname)
