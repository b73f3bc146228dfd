/** Words that reports use for each other and that a dictionary does not list as synonyms. */
import { groupsOf } from './word-list.ts';

const GROUPS = groupsOf(`
call phone telephone ring
call speak talk
link connection involvement association
talk speak talks converse conversation discuss discussion chat
kill die dead death toll deadly lethal fatal fatality
injure hurt wound injury wounded
last go continue run long lasting duration
return back come regain
relation tie relationship
pay payment price cost
hold own stake holding have
resign quit leave step
number figure total
need require
another more
use send
close shut closure
house home stay
strained tense fraught tension strain
revoke cancel withdraw rescind strip
demonstration protest demonstrate
join part participate attend participation participant take
ship vessel freighter boat
offer propose proposal
want seek ask demand request plan
hire recruit employ
walkout strike walk
collapse break fail
begin start launch open
end finish conclude over
operate run
attack strike raid
free release
prepare preparation arrange arrangement organise organize plan ready underway
value appreciate
accuse allege claim accusation allegation charge
honour honor
increase rise grow hike climb jump up raise
decrease fall drop decline cut reduce down lower
buy purchase acquire acquisition takeover
win victory beat defeat winner
police officer policeman
worker employee staff docker labourer laborer
cordial friendly
resume restart
false untrue
weekend saturday sunday
home homeland country
supporter follower
preparation planning
hold happen occur place take
near close
stop halt
build construct
child kid minor
firm company
euro eur
dollar usd
percent per_cent
unacceptable intolerable
year annual yearly
month monthly
day daily
leader president premier chief head
show present provide produce offer give
sharpen intensify escalate
stand stay remain committed commit
reply answer respond response
carry conduct perform execute
suspect suspicion
before earlier previously ahead prior
after afterwards later following
inside within
nobody anybody anyone somebody someone
place make
flown fly
trial try
invite invitation
restore restoration renew
sanction penalise penalize
`);

/** Whether two lemmas are used for each other in reports. */
export function interchangeable(one: string, other: string): boolean {
  const groups = GROUPS.get(one);
  if (!groups) return false;
  const others = GROUPS.get(other);
  return others?.some((group) => groups.includes(group)) ?? false;
}
