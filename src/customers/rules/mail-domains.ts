// Domains whose addresses say nothing about who employs the person. Pure.
// Own list of the providers French and English speakers use most; sub-domains count with their domain.
const SHARED = new Set(
  `gmail.com googlemail.com orange.fr wanadoo.fr voila.fr free.fr aliceadsl.fr alice.fr libertysurf.fr online.fr laposte.net sfr.fr neuf.fr cegetel.net
  club-internet.fr 9online.fr numericable.fr noos.fr bbox.fr outlook.com outlook.fr outlook.be hotmail.com hotmail.fr hotmail.be hotmail.co.uk live.com live.fr
  live.be live.co.uk msn.com yahoo.com yahoo.fr yahoo.be yahoo.co.uk ymail.com rocketmail.com aol.com aol.fr icloud.com me.com mac.com proton.me protonmail.com
  protonmail.ch pm.me tutanota.com tuta.io gmx.com gmx.fr gmx.net gmx.de web.de mail.com mailo.com mailo.fr netcourrier.com ik.me infomaniak.ch fastmail.com
  fastmail.fm zoho.com zohomail.eu yandex.com yandex.ru mail.ru inbox.ru hey.com duck.com mozmail.com privaterelay.appleid.com skynet.be telenet.be proximus.be
  bluewin.ch sunrise.ch videotron.ca sympatico.ca bell.net rogers.com btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com blueyonder.co.uk
  comcast.net verizon.net att.net sbcglobal.net cox.net earthlink.net canalbox.com mayotte.fr izi.re only.fr mediaserv.net nordnet.fr`
    .split(/\s+/),
) // prettier-ignore

// `domain` in lower case ASCII.
export function isSharedDomain(domain: string): boolean {
  const labels = domain.split('.')
  return labels.some((_, i) => SHARED.has(labels.slice(i).join('.')))
}

export function companyDomainOf(email: string): string | null {
  const domain = email.slice(email.lastIndexOf('@') + 1)
  return email.includes('@') && domain.includes('.') && !isSharedDomain(domain) ? domain : null
}
