/** Roundabout ways of asking, each with the plain one. */
import { baseForm } from '../../retrieval/irregular-forms.ts';

type Replaced = string | ((whole: string, ...groups: readonly string[]) => string);

const INVITED: Readonly<Record<string, string>> = {
  ask: 'invite',
  asks: 'invites',
  asked: 'invited',
  asking: 'inviting',
};

/** Applied one after the other; those about a whole question come before those about how it begins. */
export const REWORDINGS: readonly (readonly [RegExp, Replaced])[] = [
  [/\bword for word\b/iu, 'verbatim'],
  // "What does the file say about how long it took?" asks how long it took.
  [
    /^what (?:does|do|did|has|have) (?:the|this|your) (?:file|article|report|story|piece|text|desk) (?:say|tell us|tell|report|state|have|said|reported) (?:about|on) (?=(?:who|whom|whose|when|where|why|how|what|which)\b)/iu,
    '',
  ],
  // "…, according to the article", "… does the file mention?"
  [
    /,? (?:according to (?:the|this|your) (?:file|article|report|story|piece|text)|(?:does|do|did) (?:the|this|your) (?:file|article|report|story|piece|text) (?:mention|say|give|report|list|name|cite|state))(?=\s*\?*$)/iu,
    '',
  ],
  // "Was it Ada who rang Ben or Ben who rang Ada?", "did Ada ring Ben or did Ben ring Ada?": the first is asked, and set right.
  [
    /^(?:was|is) it ([\p{L}'’.-]+(?: [\p{L}'’.-]+)?) (?:who|that) (\p{L}+) ([\p{L}'’.-]+(?: [\p{L}'’.-]+)?),? or (?:was it )?\3 (?:who|that) \2 \1(?=\s*\?*$)/iu,
    (_, who = '', verb = '', whom = '') => `did ${who} ${baseForm(verb)} ${whom}`,
  ],
  // "Did Ada ring Ben or did Ben ring Ada?"
  [/^(did ([\p{L}'’.-]+) (\p{L}+(?: up)?) ([\p{L}'’.-]+)),? or (?:did )?\4 (?:\3 )?\2(?=\s*\?*$)/iu, '$1'],
  // "Did he call her, or was it the other way round?"
  [/,? or (?:(?:was|is) it )?(?:the other way (?:a?round)|vice versa)\b/iu, ''],
  // "In one line, …"
  [/^in (?:(?:one|a single|a) (?:line|sentence|word or two)|a nutshell|short|brief),? (?=\p{L})/iu, ''],
  // "Who is helping to set it up?" asks who sets it up.
  [/\bhelp(?:s|ed|ing)? to (?=\p{Ll})/giu, ''],
  // "His post as he wrote it": his very words.
  [
    / (?:exactly )?(?:as|the way) (?:he|she|they) (?:wrote|said|put|posted|phrased) (?:it|them)\b/giu,
    ' verbatim',
  ],
  // "What does he have to say about it?"
  [/\b(?:have|has|had|got) to say\b/giu, 'say'],
  // "How long has the bank been around?" asks how old it is.
  [
    /^(?:(?:for )?how long|since when) (?:has|have|had) (.{2,60}?) (?:been around|been in (?:existence|business|operation)|existed)(?=\s*\?*$)/iu,
    'how old is $1',
  ],
  // "Why did the museum say no to them?"
  [/\bsa(?:y|ys|id) no(?: to)?\b(?! (?:more|one|such|other|that))/giu, 'refuse'],
  [/\bsa(?:y|ys|id) yes(?: to)?\b/giu, 'agree to'],
  // "Is there any proof for what she says about him?"
  [
    /(?<=\b(?:for|to|in|behind|of) )what ([\p{L}'’.-]+(?: [\p{L}'’.-]+){0,3}?) (?:says|said|claims|claimed|alleges|alleged) about\b/giu,
    "$1's claims about",
  ],
  // "Did the talks go well?"
  [
    /^(?:did|how did|how has|how have) ((?:the|their|his|her|this|that|its) .{2,40}?) (?:go|gone)(?: well| badly| smoothly| all right| ok)?(?=\s*\?*$)/iu,
    'what was $1 like',
  ],
  // "How expensive will it be?"
  [/^how (?:expensive|costly|pricey) (will|would) (.{2,60}?) be\b/iu, 'how much $1 $2 cost'],
  [/^how (?:expensive|costly|pricey) (?:is|are|was|were) (.{2,60})/iu, 'how much did $1 cost'],
  // "The target of sanctions" is under them.
  [/\bthe (?:target|subject|object|victim) of (?=\p{L})/giu, 'under '],
  // "…, if you ask the ministry"
  [
    /(?:, going by|,? (?:if you ask|judging by|if (?:we|you) believe|in the (?:view|opinion|eyes|words) of|if you listen to)) (?=\p{L})/giu,
    ' according to ',
  ],
  // The reader's own day says nothing of what is asked.
  [/,? (?:these days|nowadays|at the moment)(?=\s*\?*$)/giu, ''],
  // Words that no dictionary has.
  [/\bget-?together\b/giu, 'meeting'],
  // "What did he ask for on the phone?": where it was asked is no part of what is asked for.
  [
    /^(what (?:did|does|has|had) .{2,40}? (?:ask(?:ed)?|want(?:ed)?|request(?:ed)?|demand(?:ed)?|offer(?:ed)?|propose[ds]?)(?: for)?) (?:on|over|in|during) (?:the |their |his |her )?(?:phone|telephone|(?:phone )?(?:call|conversation))(?=\s*\?*$)/iu,
    '$1',
  ],
  // "Who called whom, Ada or Ben?", "in which city, Oslo or Rome?" name what it is to be.
  [
    /^((?:(?:at|in|on) )?(?:who|which|where|when|what)\b[^,]+), (?:was it |is it )?(?:(?:in|on|at) )?[\p{L}'’. -]{1,40} or [\p{L}'’. -]{2,40}\?*$/iu,
    '$1',
  ],
  // "Where was it said, in the senate?", "what did they talk about, just money?": what the reader takes it to be.
  [
    /^((?:who|whom|where|when|why|how|what|which)\b[^,]{8,}), (?:just |only |maybe )?(?:(?:in|on|at|by|to|the|an?) )?[\p{L}\p{N}'’-]+\?*$/iu,
    '$1',
  ],
  // "In one word, how did he describe it?"
  [
    /^in (?:one|a|a single|a few|two|three) words?,? how (?:did|does|has|have) (.{2,40}?) (?:describ|characteri[sz]|sum|label|put)\p{L}*(?: up)? (.+)$/iu,
    'which word did $1 use for $2',
  ],
  // "What name did he give her?"
  [
    /^(?:what|which) (?:name|nickname|title|label)s? (?:did|does|has) (.{2,40}?) (?:give|given|pin on|put on|attach to) (?:to )?(?=\p{L})/iu,
    'which word did $1 use for ',
  ],
  // "Who is getting the meeting ready?"
  [/\b(?:get|gets|got|getting) (the .{2,30}?) ready\b/giu, 'prepare $1'],
  // "What did he call her?" asks for his word for her, not for a call.
  [
    /^what (?:name )?(?!.*\babout\b)(?:did|does|has|have|had) ((?:the )?[\p{L}'’-]+(?: [\p{L}'’-]+)?) (?:calls?|called|labels?|labell?ed|brands?|branded|dubs?|dubbed) ((?:the |his |her |their )?\p{Lu}?[\p{L}'’-]+(?: \p{L}+){0,3})(?= (?:over|on|in|at|during|last|this)\b|\s*\??$)/iu,
    'which word did $1 use for $2',
  ],
  // "Did she ask him to come over?" asks for an invitation.
  [
    /\b(ask(?:s|ed|ing)?) (.{2,40}?) (?:(?:to come|over|round)(?: over| round| by)?|to (?:visit|pay (?:him|her|them) a visit))(?= to\b| in\b| for\b|\s*\?*$)/iu,
    (_, asks = '', whom = '') => `${INVITED[asks.toLowerCase()]} ${whom}`,
  ],
  // "Can we say that she resigned?", "are we sure he knew?": whether it is so.
  [
    /^(?:can|could|may|should) (?:we|i) (?:safely |really )?(?:say|report|write|state|print) (?:that )?(?=\p{L})|^(?:are we|am i) (?:sure|right|certain)(?: that| in saying(?: that)?)? |^do we (?:make (?:it )?clear|know for sure|know for certain) that |^is it (?:true|right|correct|safe to say|confirmed|a fact)(?: that)? /iu,
    'is it true that ',
  ],
  // "Who is the source for the figure?", "who do we attribute it to?"
  [/^who(?:['’]s| is| was) the source (?:for|of|on|behind) /iu, 'who said '],
  [
    /^(?:to )?who(?:m)? (?:do|did|should|can) (?:we|i) (?:attribute|credit|pin) (.+?)(?: to| on)?(?=\s*\?*$)/iu,
    'who said $1',
  ],
  [/^says who(?: that)? /iu, 'who says '],
  // "Do we have her on record saying so?"
  [
    /^(?:do|have) we (?:have|got) (.{2,40}?) on (?:the )?record (?:as )?(?=\p{L}+ing\b)/iu,
    'is it true that $1 was ',
  ],
  // "Besides the visa, what did they take?"
  [
    /^(?:besides|apart from|aside from|other than|except for|leaving aside|beyond) .{2,40}?,? (?=(?:who|whom|when|where|why|how|what|which|did|does|do|is|are|was|were|has|have|had|will|would)\b)/iu,
    '',
  ],
  // How a question begins.
  [
    /^(?:(?:can|could|will|would) (?:you|u) |please |pls )*(?:catch (?:me|us) up|brief (?:me|us)|fill (?:me|us) in|bring (?:me|us) up to (?:date|speed)|update (?:me|us)|summari[sz]e(?: (?:this|it|everything|the (?:news|story|situation|topic|file)))?|tl;?dr)(?=\s*(?:$|[?!.,]|please\b|pls\b|on\b|about\b))/iu,
    'what is the latest',
  ],
  [
    /^(?:(?:give|gimme|get|send|i (?:want|need))(?: (?:me|us))? )?(?:the |a |an )?(?:(?:very |really )?(?:short|quick|brief|two-line|one-line|(?:30|60)-second) )*(?:version|summary|recap|run-?down|catch-?up|overview|update|gist|tl;?dr) (?:of |on |about )?(?=\p{L})/iu,
    'what is the latest on ',
  ],
  [/^(?:does|do|did) (.{2,60}?) have (?:a )?names?(?=\s*\??$)/iu, 'what is the name of $1'],
  [/^what(?:['’]s| is| was| are| were) (the .{2,60}?) called\s*\??$/iu, 'what is the name of $1'],
  [/^(?:what(?:'s| is| was| are)? )?(?:the )?(?:total )?(?:number|count) of\b/iu, 'how many'],
  [/^whereabouts (?=(?:is|are|was|were|did|does|will)\b)/iu, 'where '],
  [/^which (?:one )?of (?:the (?:two|pair|three)|them|both)(?: \p{L}+)?(?= \p{L})/iu, 'who'],
  [
    /^(which|what) members? of .{2,40}? (?=(?:is|are|was|were|has|have|had|did|does|will)\b)/iu,
    '$1 official ',
  ],
  [
    /^(?:what|which) (insult|slur|nickname|label|epithet) did (.{2,40}?) (?:throw|hurl|fling|level|aim|shout) (?:at|against) /iu,
    'which $1 did $2 use for ',
  ],
  [
    /^(?:(?:can|could|will|would) (?:you|u|i|we) )?(?:please )?(?:give|show|send|read|get|have|see) (?:(?:me|us) )?(?:the |his |her |their )?(?:exact |full |precise |original |very |actual |whole )*(?:line|words?|wording|sentence|passage|phrase|text|statement|quote)s? (?:where|in which|with which|by which|that|about|on|from|of) /iu,
    'quote ',
  ],
  [
    /^(?:which|what) (?:social (?:network|media)(?: platform| site| app)?|platform|network|app|website|site) (did|does|has) (.{2,40}?) (?:use|used|choose|pick|turn to) (?:to |for )/iu,
    'on which platform $1 $2 post ',
  ],
  [
    /^what (?:part|role) (?:is|does|did|has|was) (.{2,40}?) (?:playing|play|played)\b/iu,
    'what role does $1 have',
  ],
  [
    /^how(?:['’]?s| is| are| have| has) (?:things|it)(?: going| been)? between\b/iu,
    'how are relations between',
  ],
  [
    /^(?:what(?:'s| is| was)? )?(?:the )?(?:exact )?(?:location|venue|whereabouts) (?:of|for)\b/iu,
    'where is',
  ],
  [/^where(?:['’]?s| is| are) (?:the |any )?(?=(?:proofs?|evidence|basis|facts?)\b)/iu, 'is there '],
  [
    /^(?:what|which) (?:office|post|job|position|role|title) (?:does|did|do|has) (.{2,60}?) (?:hold|held|have|got|occupy|do)(?=\s*\??$)/iu,
    'who is $1',
  ],
  [/^(who|what|when|where|why) (?:was|is) it (?:that|who|which) /iu, '$1 '],
  [/^(?:and )?what(?:['’]s| is| has| had)? (?:become|became|becomes) of\b/iu, 'what happened to'],
  [/^(what|where|who|when|why|how)ever (?=\p{L})/iu, '$1 '],
  [/^what (did|does|do|has|have) (.{2,60}?) (?:make|made) of\b/iu, 'what $1 $2 think of'],
  [
    /^(?:(?:can|could|may) (?:i|we) (?:have|get|see|read) )?(?:the )?(?:exact |full )?(?:wording|text) of\b/iu,
    'quote',
  ],
  [
    /^(?:how come|what for|on what (?:grounds?|basis)|(?:for )?what reasons?|(?:the )?reasons? for)\b/iu,
    'why',
  ],
  [/^(?:give me )?(?:the )?(?:exact )?(?:duration|length) of\b/iu, 'how long was'],
];
