// The words of the made-up correspondence, by language and subject. All our own.
export const glue = {
  fr: `je vous le la les de des du un une et à au en dans pour par sur avec que qui ne pas est ai sont été cette ce mon ma mes votre vos nous il elle plus bien
    très aussi donc car si mais ou où depuis encore toujours déjà après avant sans chez être avoir fait dit tout tous rien merci bonjour cordialement madame monsieur`,
  en: `I you the a of to and in for on with that is was are not have has been my your our we it this they very also so if but or since still already after before
    without be had done said all nothing thanks hello regards dear please would could can will from about there when what which who`,
} as const

export const subjects: { fr: string; en: string }[] = [
  { fr: 'commande commandes commandé commander panier validation confirmation boutique article articles référence taille couleur quantité rupture précommande',
    en: 'order orders ordered ordering basket confirmation shop item items reference size colour quantity stock unavailable' },
  { fr: 'livraison livraisons livré livrée livrer colis transporteur retard adresse relais dépôt suivi acheminement emballage abîmé égaré voisin livreur absent',
    en: 'delivery deliveries delivered deliver parcel parcels carrier delay late address tracking shipment shipped packaging damaged lost neighbour' },
  { fr: 'remboursement remboursements rembourser remboursé avoir virement compte montant euros trop-perçu échéancier prélèvement somme bancaire délai crédité',
    en: 'refund refunds refunded payment account amount transfer bank charged twice money credited statement overcharge' },
  { fr: 'facture factures facturé facturation paiement payer payé relance impayé duplicata échéance TVA comptabilité erreur tarif acompte solde mensualité',
    en: 'invoice invoices invoiced billing pay paid reminder unpaid duplicate due accounting mistake price deposit balance' },
  { fr: 'contrat contrats résilier résiliation résilié abonnement abonnements engagement préavis reconduction avenant signature clause assurance assuré sinistre',
    en: 'contract contracts cancel cancelled cancellation subscription notice renewal amendment signature clause insurance insured claim' },
  { fr: 'retour retours retourner échange échanger bordereau étiquette rétractation défectueux cassé garantie réparation réparer pièce notice panne atelier',
    en: 'return returns returned exchange label withdrawal faulty broken warranty repair repaired part manual breakdown workshop' },
  { fr: 'connexion connecter identifiant mot passe compte bloqué application site page erreur navigateur mise jour installation code vérification accès',
    en: 'login sign password account locked application website page error browser update installation code verification access' },
  { fr: 'rendez-vous rendez agence conseiller visite horaire horaires ouverture fermeture créneau annuler reporter déplacer disponibilité accueil guichet',
    en: 'appointment appointments branch adviser visit hours opening closing slot postpone move availability reception counter' },
  { fr: 'réclamation réclamations plainte mécontent médiateur litige geste commercial insatisfait inadmissible attente réponse dossier courrier recommandé',
    en: 'complaint complaints unhappy ombudsman dispute goodwill gesture dissatisfied unacceptable waiting answer file letter registered' },
  { fr: 'chaudière chauffage radiateur fuite eau compteur électricité gaz relevé consommation technicien intervention dépannage entretien robinet tuyau',
    en: 'boiler heating radiator leak water meter electricity gas reading consumption engineer callout maintenance tap pipe' },
  { fr: 'voyage réservation réserver billet vol train bagage hôtel chambre annulation passager correspondance départ arrivée passeport valise embarquement',
    en: 'travel booking booked ticket flight train luggage hotel room passenger connection departure arrival passport suitcase boarding' },
  { fr: 'téléphone mobile forfait ligne réseau portabilité carte puce itinérance appel appels message débit fibre box antenne coupure internet',
    en: 'phone mobile plan line network porting card roaming call calls message speed fibre router antenna outage internet' },
  { fr: 'machine cafetière aspirateur réfrigérateur lave-linge four écran ordinateur imprimante batterie chargeur câble télécommande moteur bruit bouton',
    en: 'machine kettle vacuum fridge washer oven screen computer printer battery charger cable remote motor noise button' },
  { fr: 'dossier inscription attestation justificatif pièce identité formulaire allocation droits demande préfecture mairie certificat domicile démarche',
    en: 'file registration certificate proof identity form allowance rights request council office document residence application' },
  { fr: 'école enfant cantine garderie élève classe inscription parents rentrée transport scolaire activité vacances tarif quotient sortie',
    en: 'school child canteen nursery pupil class parents term transport activity holidays fee outing teacher' },
] // prettier-ignore

export const general = {
  fr: `problème question information aide service client semaine semaines jours mois hier demain matin soir urgent rapidement possible impossible besoin souhaite
    voudrais pouvez pourriez savoir trouver recevoir reçu envoyer envoyé appeler rappeler joindre attends attendre contacter expliquer vérifier corriger changer
    modifier nouvelle nouveau ancien premier dernière deux trois quatre plusieurs fois personne équipe responsable réponse solution merci avance situation famille
    maison travail bureau rue ville pièce jointe photo document copie numéro date début fin raison cause suite part côté moment temps prix chose`,
  en: `problem question information help service customer week weeks days months yesterday tomorrow morning evening urgent quickly possible impossible need wish
    want know find receive received send sent call reach wait contact explain check correct change new old first last two three four several times person team
    manager answer solution advance situation family house work office street town attached picture document copy number date start end reason cause part side
    moment time price thing`,
} as const

export const openings = {
  fr: ['Bonjour,', 'Bonjour Madame, Monsieur,', 'Madame, Monsieur,', 'Bonsoir,', 'Chère équipe,'],
  en: ['Hello,', 'Dear Sir or Madam,', 'Hi there,', 'Good morning,', 'Dear team,'],
} as const
export const closings = {
  fr: ['Cordialement,', 'Bien à vous,', 'Dans l’attente de votre réponse,', 'Merci d’avance,', 'Salutations distinguées,'],
  en: ['Kind regards,', 'Best wishes,', 'Looking forward to your answer,', 'Thank you in advance,', 'Yours faithfully,'],
} as const
export const firstNames = `Marie Jeanne Françoise Hélène Zoé Chloé Inès Léa Anaïs Aïcha Fatou Noémie Solène Camille Lucie Élodie Mireille Sylvie Ginette Odile
  Jean Pierre Michel André René François Étienne Gaël Loïc Noël Jérôme Cédric Frédéric Mehdi Karim Yann Théo Hugo Léon Émile Marcel Gérard Bruno Didier
  Alice Grace Emma Olivia Harriet Judith Naomi Rachel Susan Wendy Oliver Harry George Arthur Noah Peter Simon Walter Gareth Nigel`
  .split(/\s+/) // prettier-ignore
export const syllables = {
  start: 'Bar Ber Blan Bou Bri Cha Che Cor Da Del Du Fa Fer Fou Gar Gau Gé Gui Ha Jac Jo La Lam Le Lé Mar Mau Mer Mo Mé Na No Or Pa Per Pi Pré Ra Re Ri Ro Sa Se Si Ta Thé Tou Tri Va Ver Vi'.split(' '),
  middle: 'ba be chè de di do fi ga la le lé li lo ma me mi na né ni no ra ré ri ro sa se si ta te ti va ve vi'.split(' '),
  end: 'bert ceau chet court dier don fort gnac guin lain lard let lier lin mard mont nard net nier rand rel rier rin ron rot sson tier tin tot val vet ville vin voz'.split(' '),
} // prettier-ignore
