/** Words that have no place in a text for a classroom, whatever they mean in their sentence. */
const UNSAFE = new Set(
  // violence, weapons, death
  (
    'kill kills killed killer killing murder murders murdered murderer die dies died dying dead deadly death ' +
    'corpse grave coffin gun guns rifle pistol bullet bullets knife knives sword dagger weapon weapons bomb bombs ' +
    'grenade war wars army soldier shoot shoots shooting shot shots stab stabbed strangle hanged suicide ' +
    'torture tortured abuse abused abuser assault attack attacked blood bloody bleed bleeding wound wounded ' +
    'terror terrorist hostage kidnap kidnapped execute executed execution slaughter massacre poison poisoned ' +
    'punch punched slap slapped whip whipped beaten ' +
    // drugs, alcohol, gambling
    'beer beers wine wines vodka whisky whiskey rum gin liquor alcohol alcoholic drunk drunken ' +
    'cigarette cigarettes cigar cigars tobacco smoke smokes smoked smoking smoker vape vaping weed cannabis ' +
    'marijuana cocaine heroin opium meth drug drugs drugged dope overdose casino gamble gambled gambling gambler ' +
    'bet bets betting ' +
    // sex and bodies
    'sex sexy sexual sexually porn porno nude naked breast breasts penis vagina rape raped rapist orgasm ' +
    'prostitute whore slut erotic lust kiss kisses kissed kissing lover virgin ' +
    // insults and contempt
    'hate hates hated hatred hateful stupid idiot idiots idiotic moron morons imbecile dumb dummy fool fools ' +
    'loser losers ugly fat fatso freak freaks retard retarded cripple lame ' +
    'jerk scum shame shameful ' +
    // swearing
    'damn damned hell crap shit shitty fuck fucked fucking fucker bitch bastard ass asshole arse piss pissed ' +
    // hatred of groups, oppression, belief
    'nazi nazis hitler fascist racist racism slave slaves slavery slur genocide holocaust ' +
    'devil satan demon demons god jesus allah'
  ).split(' '),
);

/**
 * The words of a text that need a warning in a classroom, in lower case, each as often as it comes.
 * Words are compared whole, so that "class" and "skill" pass; `_` and capitals separate the words of a name.
 */
export function unsafeWords(text: string): string[] {
  const words = text.replace(/([a-z])(?=[A-Z])/g, '$1 ').match(/[A-Za-z]+/g) ?? [];
  return words.map((word) => word.toLowerCase()).filter((word) => UNSAFE.has(word));
}
