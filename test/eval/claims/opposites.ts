/** Words and their opposites, form by form, with which a fact is turned round. */

const pairs = (list: string): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const pair of list.trim().split(/\s*[|\n]\s*/)) {
    const [one = '', other = ''] = pair.split(' ');
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      found.set(from, [...(found.get(from) ?? []), to]);
  }
  return found;
};

/** What was done, how much, which one, whose. */
export const OPPOSITES = pairs(`
rose fell | risen fallen | rise fall | rises falls | rising falling | increase decrease | increased decreased
raised cut | raise cut | raised lowered | raise lower | gained lost | won lost | win lose | found lost | grew shrank
accepted rejected | accept reject | approved rejected | approve reject | agreed refused | demanded rejected | demands rejects
allowed forbade | allow forbid | allows forbids | opened closed | open close | began ended | begin end | joined left
supports opposes | supported opposed | support oppose | praised criticised | defended attacked
bought sold | buy sell | arrived left | stayed left | stay leave | kept dropped | hired dismissed | appointed dismissed
convicted acquitted | guilty innocent | admitted denied | confirmed denied | killed saved | alive dead | enough insufficient
more fewer | more less | most few | many few | all none | all some | every no | both neither | always never
highest lowest | higher lower | largest smallest | larger smaller | biggest smallest | oldest youngest | longer shorter
longest shortest | first last | maximum minimum | majority minority | early late | earlier later | old new
north south | northern southern | east west | eastern western | legal illegal | possible impossible | safe dangerous
public secret | true false | strong weak | rich poor | full empty | nobody everybody | men women | man woman | his her
father mother | son daughter | brother sister | husband wife | buyer seller | winner loser | export import
`);

/** Where from and where to, on which side, in whose favour. */
export const DIRECTIONS = pairs(`
from to | into from | before after | above below | over under | for against | with without | up down | inside outside
in outside | on off
`);
