import type { BounceReason } from '../shapes.ts'

// Ordered: the first that speaks wins. Sources: the texts of Postfix, Exim, Sendmail, qmail, Exchange Online, Gmail, Yahoo, Outlook,
// Orange, Free, SFR, La Poste, OVH, GMX, T-Online, Docomo, au, and RFC 3463 for the codes further down.
const WORDS: [BounceReason, RegExp][] = [
  [
    'mailbox_full',
    /(over|exceed\w*|out of|disk|storage|mail(box)?) ?(the |its |his |their )?(disk )?quota|quota (exceed|limit|full)|(mail ?box|mail ?folder|inbox|account|boîte|boite|postfach|buzón|casilla)[^.\n]{0,40}\b(is |est |ist |está )?(full|pleine|voll|llen[oa]|saturée|over ?flow)|full mailbox|quota viol|mail ?box[^.\n]{0,20} exceed|mailbox size|too much mail|insufficient (system )?storage|space not enough|over quota|overquota|quota (de disque |disque )?dépass|quota.{0,20}(überschritten|excedid|superad)|メールボックス.{0,10}(一杯|いっぱい|容量)|容量.{0,6}(超過|オーバー)|邮箱.{0,4}满|mailbox_?full|errormailboxfull/i,
  ],
  [
    'suspended',
    /(account|mailbox|user|compte|boîte|konto)[^.\n]{0,50}(disabled|discontinued|suspended|inactive|deactivated|closed|locked|désactivé|suspendu|clôturé|fermé|bloqué|gesperrt|deaktiviert)|temporarily disabled|currently suspended|has been (disabled|suspended)|archived recipient|destinataire archiv|not been collected/i,
  ],
  [
    'too_big',
    /(message|mail|content|size|taille)[^.\n]{0,40}(too (big|large)|exceeds?[^.\n]{0,20}(size|limit|maximum)|trop (gros|grand|volumineux))|too (big|large)|message (is )?too long|size limit|message length exceeds|maximum message size|taille maximale|zu groß|サイズ.{0,8}(超|制限)|max message size/i,
  ],
  [
    'auth',
    /\b(spf|dkim|dmarc)\b[^\n]{0,60}(fail|reject|not pass|unauthenticated|policy|quarantine)|unauthenticated (mail|email|sender)|not authenticated|fails? to pass authentication|sender domain must|(authentication|authentification) (required|requise)|ptr record|reverse dns|no reverse|sender id|5\.7\.(20|21|22|23|24|25|26|27|30|509)\b/i,
  ],
  [
    'spam',
    /\bspam\b|unsolicited|junk ?mail|bulk mail|looks like|spamassassin|suspected|indésirable|pourriel|bayes|AUP#|迷惑メール|垃圾邮件|content rejected.*spam/i,
  ],
  [
    'content',
    /virus|malware|attachment (type|not allowed)|infected|dangerous|forbidden (attachment|content)|illegal attachment|malformed|no resent-from|header (syntax|missing)|phish|bad header|line too long|nul characters/i,
  ],
  [
    'blocked',
    /black ?list|block ?list|blocked|bloqué|\brbl\b|\bdnsbl\b|spamhaus|barracuda|reputation|banned|gesperrte ip|ip address.{0,40}(refused|denied|listed)|sorbs|spamcop|(?<!not )listed (at|in|by)|LPN007|OFR_?\d|client host .{0,60}rejected/i,
  ],
  [
    'rate',
    /too many (connections|messages|recipients|emails|mails|concurrent)|rate[ -]?limit|throttl|try again later.*too|exceeded.{0,30}(rate|messages per|connections)|receiving mail (at a rate|too quickly)|greylist|grey-?listed|trop de (connexions|messages|mails|destinataires)|LPN10|OFR004|deferred due to/i,
  ],
  [
    'rejected',
    /sender('s)? (address|domain|e-?mail)[^.\n]{0,60}(reject|refus|denied|invalid|not (allowed|found|exist|verified))|(invalid|unknown|bad) sender|sender (verif|rejected|denied)|domain of sender/i,
  ],
  [
    'user_unknown',
    /final e-?mail delivery point|(user|recipient(?! server)|mail ?box|address|addressee|account|destinataire|adresse|utilisateur|usuario|destinatario|benutzer|empfänger|userid|local part)[^.\n<>]{0,80}(unknown|not (be )?(found|exist|recogni[sz]ed|listed|local|known|valid)|doesn['’]?t (exist|have)|does not exist|no longer|invalid|inconnue?|introuvable|n['’]existe|not? existe|inexist|unbekannt|existiert nicht|desconocid|unavailable|couldn['’]t be found|undeliverable|ambiguous)|(unknown|no such|invalid|not a valid|bad|illegal|non-?existent|unrouteable|unroutable|unrecogni[sz]ed)[^.\n]{0,40}(user|recipient|mail ?box|address|account|person|userid|alias|local)|not (our|a) (customer|user)|no mailbox here|doesn['’]t have a|isn['’]t a|is not a valid|does not like recipient|user not|not listed in|name is not recogni[sz]ed|no (valid|such|matches)|didn['’]t match|did not exactly match|adresse (introuvable|inconnue|d'?invalide)|wasn['’]t found|あて先|宛先.{0,16}(見つかり|存在|不明)|ユーザ.{0,6}(不明|存在)|不存在|用户不|not accepting mail|is not .{0,20}users?\b|address rejected|recipnotfound|utente sconosciuto|onbekende|verschrieben/i,
  ],
  [
    'host_unknown',
    /host (or domain )?(name )?(unknown|not found)|unknown (host|domain)|domain[^.\n]{0,40}(not found|does not exist|doesn['’]t exist|invalid|unknown|couldn['’]t be found)|name service error|no mx|dns (error|lookup)|nxdomain|find a gateway|domaine[^.\n]{0,30}(inconnu|introuvable|n['’]existe)|unrouteable|null mx|nullmx|domain isn|no route to|bad destination (host|system)|all relevant mx records point to non-existent|namenserver|ドメイン.{0,8}(見つかり|存在)/i,
  ],
  [
    'expired',
    /(expired|too long|retry time(out)? (not reached|exceeded)|queue[d]? (period|too long)|delivery time expired|failed \d+ attempts|aborted after|after \d+ (attempts?|days?|hours?)|within \d+ days?|undeliverable for|maximum delivery attempts|allowed queue period|délai[^.\n]{0,20}(expiré|dépassé)|weitere zustellversuche|giving up|not be delivered (for|within)|message expired|i'm not going to try again)/i,
  ],
  [
    'network',
    /connect(ion)?[^.\n]{0,40}(timed? ?out|refused|reset|lost|closed|dropped|failed)|time(d)? ?out|could(n['’]t| not) (establish|connect|be reached)|can['’]?t connect|wasn['’]t able to (establish|connect)|network (is )?unreachable|no answer from host|not responding|did not respond|no response|server unavailable|unable to connect|connexion (impossible|refusée|interrompue)|delayed \d+ hours|destination computer|routing loop/i,
  ],
  [
    'system',
    /too many hops|(mail|message) loop|loop(s|ing)? (back|detected)|mail system (error|full)|internal (server )?error|local (error|configuration)|configuration error|command died|out of memory|i\/o error|lost connection|temporary (server )?(error|failure|problem)|server (error|busy)|service unavailable|serveur indisponible|system(fehler| error)|unable to (write|create)|processing error/i,
  ],
  [
    'policy',
    /polic(y|ies)|not (allowed|permitted|authori[sz]ed)|relay(ing)? (access )?denied|unable to relay|permission|restricted|non autoris|nicht erlaubt|prohibited|violat|access denied|administrative|administratively|prohibition/i,
  ],
  ['rejected', /reject|refus|denied|not accept|verweigert|zurückgewiesen|abgelehnt|rechazad|拒否|拒绝/i],
]

// RFC 3463 section 3, the registry of RFC 5248, and 5.7.x of Exchange Online and Gmail.
const CODES: [RegExp, BounceReason][] = [
  [/^\d\.1\.[136]$|^\d\.1\.10$|^5\.1\.0$|^5\.4\.310$/, 'user_unknown'],
  [/^\d\.1\.[78]$/, 'rejected'],
  [/^\d\.1\.2$|^\d\.4\.4$/, 'host_unknown'],
  [/^\d\.2\.1$/, 'suspended'],
  [/^\d\.2\.2$/, 'mailbox_full'],
  [/^\d\.(2\.3|3\.4)$/, 'too_big'],
  [/^4\.4\.7$|^5\.4\.7$/, 'expired'],
  [/^\d\.4\.6$|^\d\.3\.\d+$/, 'system'],
  [/^\d\.4\.\d+$/, 'network'],
  [/^\d\.6\.\d+$/, 'content'],
  [/^\d\.7\.(20|21|22|23|24|25|26|27|30|509)$/, 'auth'],
  [/^\d\.7\.28$/, 'rate'],
  [/^\d\.7\.\d+$/, 'policy'],
  [/^\d\.1\.\d+$/, 'user_unknown'],
]

/** Codes that say one thing only: they outrank the words around them. */
const CLEAR = /^\d\.(1\.1|2\.2|3\.4|2\.3)$/

/** Why a mail did not arrive, from its enhanced status code and the words of the notice. */
export function findReason(status: string | null, words: string): BounceReason {
  // Notices are wrapped: a line that begins with blanks goes on from the one above.
  const text = words.slice(0, 4_000).replace(/\n[ \t]+/g, ' ')
  if (status && CLEAR.test(status)) {
    const coded = reasonOfCode(status)
    // 5.1.1 is what many servers say for every refusal; a full or closed mailbox in words is more precise.
    const told = reasonOfWords(text)
    return status.endsWith('.1.1') && (told === 'mailbox_full' || told === 'suspended') ? told : coded
  }
  return reasonOfWords(text) ?? (status ? reasonOfCode(status) : 'other')
}

function reasonOfWords(text: string): BounceReason | null {
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}

function reasonOfCode(status: string): BounceReason {
  return CODES.find(([pattern]) => pattern.test(status))?.[1] ?? 'other'
}

/** The enhanced status code of a failure in a text (RFC 3463; the second number goes up to 7), or null. Version numbers look alike. */
export function findStatus(text: string): string | null {
  const enhanced = /(?<![\d.])([45]\.[0-7]\.\d{1,3})(?![\d.]\d)/.exec(text)
  return enhanced?.[1] ?? null
}
