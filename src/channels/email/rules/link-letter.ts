// The words around a sign-in link. Plain text: nothing in it to be dressed up by somebody else.
export function linkLetter(
  language: 'fr' | 'en',
  { link, house }: { link: string; house: string },
): { subject: string; text: string } {
  if (language === 'en')
    return {
      subject: `Your sign-in link · ${house}`,
      text: `Hello,\n\nHere is the link to sign in to ${house}. It works once, for 15 minutes:\n\n${link}\n\nIf you did not ask for it, there is nothing to do: nobody else has it.\n`,
    }
  return {
    subject: `Votre lien de connexion · ${house}`,
    text: `Bonjour,\n\nVoici le lien pour vous connecter à ${house}. Il sert une fois, pendant 15 minutes :\n\n${link}\n\nSi vous ne l’avez pas demandé, il n’y a rien à faire : personne d’autre ne l’a.\n`,
  }
}
