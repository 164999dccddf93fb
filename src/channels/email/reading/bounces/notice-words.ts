// The sentences in which mail servers of the world say that a mail did not arrive. Families of wording, not one rule per program.

/** Who writes notices. Matched against the sender's address and name. */
export const DAEMON_ADDRESS =
  /^(mailer-?daemon|mail-?daemon|mdaemon|postmaster|mailerdaemon|mail-delivery-subsystem|mail\.delivery\.system|ndr|bounce-?handler|mmdf|mailadm|microsoftexchange[0-9a-f]{20,})([+._-][^@]*)?@|^(mailer-daemon|postmaster)$/i
export const DAEMON_NAME =
  /mail (delivery|transport|system) ?(sub)?-?(system|service|administrator)|delivery (sub)?system|mailer[- ]daemon|^postmaster\b|mail administrator|microsoft outlook$|system administrator|smtp gateway|mail service|メール配[送信]|courrier non distribu/i

/** Subjects of notices, in the languages we meet. Matched without reply marks. */
export const NOTICE_SUBJECT = new RegExp(
  [
    /^(undeliver(ed|able)|undelivered mail|non-? ?deliver(y|able)|returned (mail|e-?mail|to sender)|failure notice|failure delivery|delivery (failure|failed|status notification|notification|problem|error|report|has failed|incomplete|delayed)|(mail|message|e-?mail|permanent)( system)?( delivery)? (fail(ed|ure)|error|problem|returned|status|warning|not delivered|could not be delivered)|mail (error|not delivered|undeliverable)|message (not delivered|undeliverable|could not|delayed|delivery)|failed mail|could not deliver|couldn['’]t deliver|automatically rejected|rejected:|warning: (message|could not|.*user unknown)|processing error|your message to .* could not|rejected mail|bounced?( mail| message)|banned|nondeliverable|mail delivery)/,
    /\bnon[ -]?(remis|remise|distribu|delivr|délivr|livr)|échec de (la )?(remise|distribution|livraison)|echec de (la )?(remise|distribution)|avis de non[- ]|message non|notification d['’](état|echec|échec)|impossible de (remettre|distribuer|livrer)|erreur de (remise|distribution)|retour de (mail|courrier)|courrier (non|retourné)|utilisateur non recens/,
    /unzustellbar|nicht zustellbar|zustell(ung|fehler|problem|bericht)|nicht zugestellt|konnte nicht|mail ?delivery failed|rückläufer|fehlgeschlagen/,
    /no (se )?(pudo|ha podido|entregad)|no entregad|devuelto|devolución|fallo (en|de) (la )?entrega|error de entrega|mensaje no|não entregue|falha na entrega|não foi possível|mancata consegna|non recapitabile|impossibile recapitare|messaggio non|onbestelbaar|niet bezorgd|niet afgeleverd|olevererbart|levereres|nie dostarczon|niedostarczon|nedoručiteln|недоставлен|не доставлен|невозможно доставить/,
    /配信(不能|できません|に失敗|エラー|失敗)|送信(できません|エラー|失敗)|配送(失敗|できません)|エラーメール|退信|投递失败|系统退信|傳送失敗|无法投递|邮件传输失败|배달 ?(실패|불가)|전송 ?실패|반송/,
  ]
    .map((part) => part.source)
    .join('|'),
  'iu',
)

/** Sentences in a notice's body that say: not delivered. */
export const FAILURE_WORDS = new RegExp(
  [
    /(could|can|was|were|been|be)(n['’]t|not| not)( be| been)? (delivered|reached|processed|sent)|not able to deliver|unable to deliver|undeliver(able|ed)|did not reach|delivery (to|of)[^.\n]{0,80}(failed|aborted|delayed|postponed|not)|delevery to|deliver(y|ed)[^.\n]{0,40}(fail|problem|error|not)|has been returned|mail ?box (unavailable|is full)|following address(\(es\)|es)?|failed (recipient|address)|has not been collected|no such user|user unknown|unknown user|automatically rejected|could not deliver|did not receive|error (was detected|has occurred)|delivery (failure|error|status|attempt)|address not found|message blocked|message not delivered|(wasn|couldn|isn)['’]t (be )?(delivered|found)|permanent (error|failure)|encountered delivery problems|has not yet been delivered|has been delayed|is delayed|delivery incomplete|message (was )?rejected|your (mail|message|e-?mail) to|returned (mail|message|to sender)|invalid final delivery|not delivered/,
    /n['’](a|ont) pas pu (être|etre|atteindre)|n['’]a pas été (remis|distribu|délivr|livr)|impossible (de|d['’]) ?(remettre|distribuer|livrer|envoyer|acheminer|délivrer)|échec (de|lors)|adresse (introuvable|inconnue|inexistante)|n['’]existe pas|non (remis|distribu|délivr)|erreur (permanente|définitive|lors)|ne peut (pas )?être (remis|délivré|distribué)|retardée?|différée?/,
    /nicht zugestellt|unzustellbar|nicht zustellbar|konnte[n]? nicht|zustellung[^.\n]{0,60}(fehl|nicht|verzöger)|no pudo ser entregado|no se (pudo|ha podido)|no se entreg|não (foi|pôde) (possível|ser)|impossibile|non è stato|niet (worden )?(bezorgd|afgeleverd)|не может быть доставлен|не доставлен/,
    /配信(できません|不能|に失敗)|送信できません|届けられません|届きません|お届けできません|送れませんでした|无法(发送|投递|送达)|投递失败|退回/,
  ]
    .map((part) => part.source)
    .join('|'),
  'iu',
)

/** Only late: the server goes on trying. */
export const DELAY_WORDS =
  /not yet been delivered|has been delayed|(message|mail) (is |was )?(being )?delayed|delayed \d+|been postponed|will (be retried|continue (to|trying)|keep trying|try again|retry)|delivery will be attempted|delivery attempts will continue|warning message only|this is (just|only) a warning|delivery is delayed|delivery incomplete|a été (retardé|différé)|est (retardé|différé)|nouvelles? tentatives?|nous continuerons|sera retent|verzögert|weitere zustellversuche|wird weiter|se ha retrasado|continuará|再送|遅延|继续尝试/i

/** Where the notice ends and the returned mail begins. */
export const ORIGINAL_MARK = new RegExp(
  `^[\\s>*=|#_~+.:-]*(?:begin |start of |the |a |this is (?:a |the )?|here is (?:a |the )?|included is (?:a |the )?|following is (?:a |the )?|below (?:this|the next) line is (?:a |the )?|attachment is (?:a |the )?|a summary of |voici (?:une |la )?|ci-dessous )*(?:${[
    '(?:copy|part|text|headers?|body) of (?:the |your )?(?:first part of the )?(?:original |source |returned |undelivered )?(?:message|mail|e-?mail)',
    'original (?:message|mail|e-?mail)(?: header| text| headers)?(?: as received)?(?: is)?(?: as)?(?: follows?| attached| below|\\s*[-=:.(|*]|\\s*$)',
    'returned (?:message|mail)(?: follows|\\s*[-=:]|\\s*$)',
    'message (?:headers?|text|body) (?:follows?|suppressed)',
    'header of the (?:original|source)',
    'unsent message',
    'undelivered message',
    'old message',
    'your message reads',
    '(?:first \\d+ lines of|header and top)',
    'forwarded message',
    'message envoy|message d.origine|message original|copie du message|en-t[êe]tes? (?:du message|d.origine)',
    'mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht',
    'urspr(?:ü|ue)ngliche (?:nachricht|e-?mail)|originalnachricht|kopie der nachricht|(?:es folgt|nachfolgend) ',
    '元の?メッセージ|原信|原邮件|以下は|附件中的内容是原|エラーとなったメール',
  ].join('|')})`,
  'iu',
)
