/** What the verifier knows of other languages: enough to hear which one it is, who speaks, and what is denied. */
import { wordSet } from './word-list.ts';

/** Closed lists of one language. Words are folded: lower case, without accents. */
export type LanguageLists = {
  /** Words that nearly every sentence has. */
  readonly common: ReadonlySet<string>;
  readonly negators: ReadonlySet<string>;
  /** Beginnings of words that deny by their meaning: to deny, to reject, false. */
  readonly denials: RegExp;
  /** Beginnings of verbs and phrases that report what somebody said. */
  readonly speech: RegExp;
  /** Beginnings of verbs that take it for true. */
  readonly factive: RegExp;
  /** Its word for "translation". */
  readonly translation: string;
  /** Whether its common nouns have capitals. */
  readonly capitalNouns: boolean;
};

const START = '(?<![\\p{L}])';
const stems = (list: string) => new RegExp(`${START}(?:${list.trim().split(/\s+/).join('|')})`, 'u');

/** By ISO 639-1 code. A language that is not here cannot be checked, so claims in it are not published. */
export const LANGUAGES: Readonly<Record<string, LanguageLists>> = {
  es: {
    common: wordSet('el la los las un una de del que en y a con por para su se al es fue ha han'),
    negators: wordSet('no nunca jamas nadie nada ningun ninguna ninguno sin tampoco'),
    denials: stems('nego(?!ci) nega(?!tiv) nieg rechaz desmint desmient fals'),
    speech: stems(
      'dijo dice dijeron afirm asegur declar acus aleg neg rechaz escrib anunci segun calific llam sostuv sostien cont describ respond replic pid',
    ),
    factive: stems('revel demostr prob admit reconoc confes confirm'),
    translation: 'traduccion',
    capitalNouns: false,
  },
  pt: {
    common: wordSet('o a os as um uma de do da que em e com por para seu sua se ao foi tem'),
    negators: wordSet('nao nunca jamais ninguem nada nenhum nenhuma sem tampouco'),
    denials: stems('nego(?!ci) nega(?!tiv) rejeit desment fals'),
    speech: stems(
      'disse diz disseram afirm assegur declar acus aleg neg rejeit escrev anunci segundo chamou descrev respond pediu',
    ),
    factive: stems('revel demonstr prov admit reconhec confess confirm'),
    translation: 'traducao',
    capitalNouns: false,
  },
  fr: {
    common: wordSet('le la les un une de du des que qui en et a au aux avec par pour son sa ses est ont'),
    negators: wordSet('ne pas jamais personne rien aucun aucune sans ni'),
    denials: stems('nie(?!c) nia dement rejet refus faux fausse'),
    speech: stems(
      'dit disent affirm assur declar accus alleg ni[ae] rejet ecri annonc selon qualifi appel decri repon demand',
    ),
    factive: stems('revel demontr prouv admet admis reconn avou confirm'),
    translation: 'traduction',
    capitalNouns: false,
  },
  it: {
    common: wordSet('il lo la i gli le un una di del della che in e a con per suo sua si al ha hanno'),
    negators: wordSet('non mai nessuno niente nulla nessun nessuna senza ne'),
    denials: stems('nego(?!zi) nega(?!tiv) smenti respin rifiut fals'),
    speech: stems(
      'dett dice dicono afferm assicur dichiar accus sosten neg respin scri annunc secondo defin chiam descri rispo chies',
    ),
    factive: stems('rivel dimostr prova ammes ammett riconosc confess conferm'),
    translation: 'traduzione',
    capitalNouns: false,
  },
  de: {
    common: wordSet(
      'der die das den dem ein eine einen einer von zu mit und in im auf fur ist hat haben wurde sich',
    ),
    negators: wordSet(
      'nicht nie niemals niemand nichts kein keine keinen keiner keinem keines keinerlei ohne weder',
    ),
    denials: stems(
      'bestreit bestritt dementier leugn verneint weiger verweiger lehnt abgelehnt zuruckgewiesen zuruckwies wies falsch unwahr',
    ),
    speech: stems(
      'sagt sagte gesagt erklar behaupt beschuldig wirf warf vorwarf bestreit bestritt dementier wies schrieb schreib laut zufolge nannte nennt bezeichn antwort bat mitgeteilt teilte kundig',
    ),
    factive: stems('enthull bewies beweis raumte gesteh gestand bestatig offenbar'),
    translation: 'ubersetzung',
    capitalNouns: true,
  },
  nl: {
    common: wordSet('de het een van en in op met voor door dat die te is heeft hebben zijn werd zich'),
    negators: wordSet('niet nooit niemand niets geen zonder noch'),
    denials: stems('ontken weiger verwierp verworpen verwerp onwaar onjuist vals'),
    speech: stems(
      'zei zegt zeiden verklaar bewe beschuldig ontken wees schreef schrijf volgens noem beschreef antwoord vroeg meld kondig',
    ),
    factive: stems('onthul bewijs bewees gaf toe erken bevestig'),
    translation: 'vertaling',
    capitalNouns: false,
  },
};
