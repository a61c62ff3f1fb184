// The word lists behind classes_of(): rows of words divided by blanks, with what they have in
// common. A word may stand in several rows; at most one of them may give it a lexeme.
#pragma once

#include <string_view>

#include "text/word_classes.h"

namespace assay::tables {

struct Row {
  Lexeme lexeme;
  WordClasses classes;
  std::string_view words;
};

inline constexpr auto determiner = WordClasses(WordClass::determiner);
inline constexpr auto pronoun = WordClasses(WordClass::pronoun);
inline constexpr auto preposition = WordClasses(WordClass::preposition);
inline constexpr auto conjunction = WordClasses(WordClass::conjunction);
inline constexpr auto auxiliary = WordClasses(WordClass::auxiliary);
inline constexpr auto modal = WordClasses(WordClass::modal);
inline constexpr auto negator = WordClasses(WordClass::negator);
inline constexpr auto interrogative = WordClasses(WordClass::interrogative);
inline constexpr auto conditional = WordClasses(WordClass::conditional);
inline constexpr auto speech_verb = WordClasses(WordClass::speech_verb);
inline constexpr auto verb = WordClasses(WordClass::verb);
inline constexpr auto adverb = WordClasses(WordClass::adverb);
inline constexpr auto past = WordClasses(WordTrait::past);
using L = Lexeme;

inline constexpr Row kRows[] = {
    // --- negators
    {L::not_, negator, "not"},
    {L::never, negator | adverb, "never"},
    {L::no, negator | determiner, "no"},
    {L::nothing, negator | pronoun, "nothing nobody nowhere noone"},
    {L::none_of, negator | pronoun, "none"},
    {L::neither, negator | determiner, "neither"},
    {L::nor, negator | conjunction, "nor"},
    {L::without, negator | preposition, "without w/o"},
    {L::instead, negator | preposition, "instead lieu"},
    {L::rather, adverb, "rather"},
    {L::than, preposition, "than"},
    {L::avoid, negator | verb, "avoid avoids avoided"},
    {L::avoid, negator, "avoiding"},
    {L::avoid, verb,
     "refrain refrains abstain forbid forbids prohibit prohibits "
     "forgo forgoes eschew eschews"},
    {L::except, preposition, "except excepting"},
    {L::spare, 0, "save short barring place"},
    {L::beat, 0, "beat beats trump trumps outweigh outweighs"},
    {L::hardly, negator | adverb, "hardly barely scarcely"},
    // --- what the negators look at
    {L::of, preposition, "of"},
    {L::to, preposition, "to"},
    {L::for_, preposition, "for"},
    {L::from, preposition, "from"},
    {L::as, preposition | conjunction, "as"},
    {L::opposed, verb | past, "opposed"},
    {L::only, adverb, "only just merely simply solely exclusively"},
    {L::idiom, 0, "doubt doubts question wonder matter least mention problem surprisingly"},
    {L::else_, 0, "else other"},
    {L::limit, adverb,
     "more less fewer later older longer earlier sooner greater higher lower beyond above smaller "
     "larger bigger newer"},
    {L::exceed, verb,
     "exceed overstate overestimate overemphasize overemphasise stress exceeded overstated "
     "overestimated overemphasized overemphasised stressed"},
    {L::unlikely, 0,
     "impossible uncommon unusual unlike unlikely unreasonable unnecessary unimportant "
     "insignificant negligible irrelevant optional negotiable"},
    {L::forget, verb,
     "forget omit skip neglect miss overlook fail forgets omits skips misses fails forgetting "
     "omitting skipping missing forgotten omitted skipped missed"},
    {L::stop, verb, "stop stops stopped prevent prevents prevented keeps hinders"},
    {L::ban, verb | past, "banned forbidden prohibited disallowed outlawed taboo"},
    {L::shun, verb, "stay steer shy steering shying stayed steered"},
    {L::away, adverb, "away clear"},
    {L::against, preposition, "against"},
    {L::prefer, verb,
     "prefer prefers preferred favour favours favor favors favoured favored choose chose chosen"},
    {L::over, preposition, "over"},
    {L::used, verb | past,
     "used needed required read kept trusted touched called relied allowed permitted accepted "
     "considered tolerated applied built wanted recommended desired supported"},
    {L::fit, 0,
     "right good ideal acceptable option safe viable suitable appropriate advisable worth "
     "worthwhile "
     "permissible feasible sensible recommendable"},
    {L::null, 0, "null matched exists"},
    // --- conjunctions
    {L::and_, conjunction, "and"},
    {L::cause, conjunction, "cause cos coz cuz"},
    {L::yet, conjunction | adverb, "yet"},
    {L::or_, conjunction, "or"},
    {L::but, conjunction, "but"},
    {L::if_, conjunction | conditional, "if provided assuming suppose supposing"},
    {L::when, conjunction | conditional | interrogative, "when whenever"},
    {L::once, conjunction | conditional | adverb, "once"},
    {L::unless, conjunction | conditional, "unless"},
    {L::because, conjunction,
     "because becuase becouse beacause beacuse becasue whereas whereby while whilst "
     "although though"},
    {L::until, conjunction, "so since until till"},
    {L::until, conjunction | preposition, "before after"},
    {L::until, conjunction | interrogative, "where"},
    {L::none, conjunction | interrogative, "why how"},
    {L::who, conjunction | interrogative, "which who whom whose"},
    {L::that, conjunction | determiner, "that"},
    {L::then, adverb,
     "then hence thus therefore however consequently accordingly nevertheless nonetheless "
     "furthermore moreover additionally thereby"},
    {L::otherwise, adverb, "otherwise"},
    {L::even, adverb, "even also too still already always simultaneously afterwards"},
    {L::none, interrogative, "what whether whatever whichever whoever"},
    {L::none, conjunction, "plus"},
    // --- subjects
    {L::i, pronoun, "i"},
    {L::we, pronoun, "we you"},
    {L::they, pronoun, "he she they"},
    {L::it, pronoun, "it"},
    {L::it, pronoun | determiner, "this these those"},
    {L::there, adverb, "there here"},
    {L::none, pronoun,
     "me us myself ourselves him her them its their my our your his mine ours yours hers theirs "
     "itself themselves himself "
     "herself yourself something anything everything anyone anybody each"},
    // --- determiners
    {L::none, determiner,
     "the a an each every all any both another such either several its their my our your his her "
     "whose same enough"},
    // --- opinions of others
    {L::people, 0,
     "people critics critic purists purist textbook textbooks colleagues blogs vendors vendor "
     "evangelists consultants pundits skeptics sceptics proponents advocates folks everyone "
     "everybody someone academics bloggers fans marketing literature articles tutorials books "
     "colleague consultant salesman salespeople predecessor predecessors tutorial blog lecturer "
     "professor pundit evangelist interviewer interviewers somebody"},
    {L::some, determiner | pronoun, "some many most others few"},
    {L::some, pronoun, "one"},
    {L::according, preposition, "according"},
    {L::wisdom, 0, "wisdom legend hype orthodoxy folklore dogma"},
    {L::so_called, adverb, "supposedly allegedly reportedly purportedly"},
    // --- judgements
    {L::wrong, 0,
     "mistake mistakes misconception misconceptions fallacy myth antipattern antipatterns nonsense "
     "pointless madness folly superstition overkill trap pitfall insanity absurdity foolish "
     "bogeyman humbug "
     "absurd cheating"},
    {L::wrong_act, 0,
     "wrong stupid silly insane crazy reckless irresponsible unacceptable useless"},
    {L::bad, 0, "bad false terrible poor horrible awful lousy wrong-headed"},
    {L::idea, 0, "idea ideas practice choice plan advice economy"},
    {L::usual, 0,
     "common classic usual typical frequent popular widespread biggest worst rookie beginner "
     "standard"},
    {L::naive, 0, "naive naïve lazy sloppy"},
    {L::approach, 0, "approach way solution version answer method implementation design"},
    {L::anti, 0, "anti"},
    {L::pattern, 0, "pattern patterns"},
    {L::reject, verb, "reject refuse oppose dispute"},
    {L::accept, verb, "buy accept sign believe trust recommend endorse"},
    // --- verbs by tense
    {L::be, auxiliary, "is are am"},
    {L::be_bare, auxiliary, "be been being"},
    {L::be_past, auxiliary, "was"},
    {L::be_were, auxiliary, "were"},
    {L::have, auxiliary, "have has"},
    {L::had, auxiliary, "had"},
    {L::do_, auxiliary, "do does did"},
    {L::none, auxiliary, "having doing done"},
    {L::would, modal, "would could might"},
    {L::should, modal, "should"},
    {L::will, modal, "will can must may shall ought wil"},
    {L::none, auxiliary, "get gets got"},
    {L::time_unit, adverb, "daily hourly weekly monthly"},
    {L::time_unit, 0,
     "day hour week month year minute second night quarter days hours weeks months years minutes "
     "seconds"},
    // --- other little words
    {L::none, preposition,
     "in on at by with per via into onto between among through throughout during within under "
     "across behind about like unlike toward towards upon along inside outside besides despite "
     "regarding near around off out up down versus vs against due"},
    {L::none, adverb,
     "please very really quite often usually normally mostly seldom rarely sometimes perhaps maybe "
     "almost nearly again twice soon now later ever ahead together apart up down out "
     "back forward first next last finally anyway well much too here exactly"},
    {L::none, speech_verb,
     "say says said saying claim claims claimed argue argues argued believe believes believed "
     "think thinks thought suggest suggests suggested insist insists insisted assert asserts "
     "advise advises advised swear swears preach preaches teach teaches tell tells told propose "
     "proposes proposed maintain contend contends write writes wrote answer object objects "
     "assume assumes recommend recommends recommended hold"},
    {L::none, conditional, "should had were"},
};

// Lemmas of verbs that are seldom anything else; every form is made by rule.
inline constexpr std::string_view kVerbs =
    "flood abandon absorb abstain accept access accompany achieve acknowledge acquire act adapt "
    "add "
    "adjust adopt advance advertise affect aggregate agree align allocate allow alter analyse "
    "analyze announce anonymise anonymize anticipate appear append apply appreciate approach "
    "approve argue arise arrange arrive ask assess assign assume assure attach attend "
    "authenticate authorise authorize automate autoscale avoid await ban bear become begin "
    "behave belong bind boost bother bring burn calculate cancel carry catch categorise "
    "categorize cease choose circulate clarify classify clean cleanse close coalesce collapse "
    "collect combine come communicate compact compare compensate compete compile complain "
    "complete comply compose comprise compute concern conclude configure confirm conform "
    "confuse connect consider consist consolidate construct consume contain continue contribute "
    "converge convert convince cooperate coordinate correct correlate corrupt create debug "
    "decide declare decline decode decompose decompress decouple dedup dedupe deduplicate "
    "defend define degrade deliver demonstrate denormalise denormalize deny depend deploy "
    "deprecate derive describe deserialise deserialize deserve destroy detect deteriorate "
    "determine develop deviate diagnose die differ differentiate disable disagree disappear "
    "discard discover discuss distinguish distribute diverge divide drain earn eat edit "
    "eliminate embed embody emerge emit emphasise emphasize employ empty enable encode "
    "encounter encourage encrypt enforce enhance enjoy enlarge enqueue enrich ensure enter "
    "equal erase escape establish evaluate evict evolve exceed exclude execute exist expand "
    "expect expire explain explode expose express extend facilitate fall fill filter find "
    "finish flatten fly follow forget forward freeze fulfil fulfill gain gather generate get "
    "give go govern grab grow guarantee guess handle happen harm hesitate hide hire hold hurt "
    "identify ignore illustrate imagine implement imply improve include incorporate increment "
    "indicate induce infer inflate inform ingest inherit initialise initialize inject inspect "
    "install instrument integrate interact intercept interfere interpolate interrupt introduce "
    "invalidate invent invest investigate invoke involve isolate iterate justify keep kill know "
    "lack land last learn leave lend let leverage lie like listen live locate lose maintain "
    "make manage manipulate map materialise materialize mean meet mention migrate mimic "
    "minimise minimize mitigate modify multiply mutate need negotiate normalise normalize "
    "notice notify obey observe obtain occupy occur omit operate optimise optimize orchestrate "
    "organise organize originate outlaw outperform overemphasise overemphasize overestimate "
    "overstate overwrite owe own paginate parse participate partition pass pay perform permit "
    "persist phone pick piggyback pipe populate possess postpone precede precompute predict "
    "prefer prepare preserve pretend prevail prevent proceed produce prohibit promise promote "
    "propagate protect prove provide provision prune publish purge pursue put quarantine quit "
    "raise reach react realise realize rebuild recalculate receive recognise recognize "
    "recommend recompute reconcile reconnect reconstruct recover redeploy reduce refer refine "
    "reflect refrain refuse regard register reject relate rely remain remember remind remove "
    "render renew reorder repair repartition replace replicate represent reprocess reproduce "
    "require resend reserve resolve respect respond restore restrict resume retain retrain "
    "retransmit retrieve reuse reveal revert revise revisit satisfy save say secure see seek "
    "seem segment select sell send separate serialise serialize serve set settle share shed "
    "ship show shrink shuffle shut shutdown shy simplify simulate sit skew skip slow solve "
    "speak specify speed stabilise stabilize stand standardise standardize stay steal steer "
    "stick stop strip struggle submit succeed suffer suggest suit summarise summarize suppose "
    "survive suspend synchronise synchronize tackle take tell tend terminate throttle throw "
    "tokenise tokenize tolerate transform translate transmit traverse truncate try tune undergo "
    "understand undo unify unite unload unlock unpack upsert use utilise utilize validate "
    "vanish vary vectorise vectorize verify wait want warn weigh win wipe wonder work worry";

// Lemmas of verbs whose forms in -s are as often plurals of nouns: "inserts", "reads".
inline constexpr std::string_view kPluralVerbs =
    "aim alert attempt backfill balance borrow broadcast build buy charge clip commit decrease "
    "defer delay delete drive end exchange extract feed fetch fix format grant halt hash help "
    "increase insert join lead leak measure merge move offer overlap override place plug pull "
    "push read redirect refresh release reload rename repeat rerun reset restart return rewrite "
    "rise roll rotate scan scrub search shift sleep snap sort spend spill split spread stamp "
    "subscribe supply support surface swap switch tag talk tie touch track transfer treat "
    "trigger trust turn update upgrade upload walk waste wish wrap write yield";

// Lemmas that are as often nouns.
inline constexpr std::string_view kNounVerbs =
    "address answer attack audit back band batch benchmark bet bill block book bound branch "
    "break bucket budget buffer bump cache call cap care cause chain challenge change check "
    "chunk claim click cluster code complement compromise concept condition contact control "
    "copy cost count cover crash credit cross cut cycle damage deal decay demand design detail "
    "document dominate doubt download draw drift drop dump duplicate effort engineer error "
    "escalate estimate exhaust experience export fail fan favor favour field file fill fire fit "
    "flag flip flood flow flush focus force fork frame front function fuse grade group guard "
    "hand harvest hit hook host impact import index influence interest issue jump key label lag "
    "launch layer leap leave level lift light limit line link list load lock log look mark mask "
    "match matter metric mind mirror miss mix model monitor name neighbour note nudge number "
    "object order output overrun own pack page park patch pause peak peek phase pin plan play "
    "point poll pool post pound power present press price print process profile program project "
    "prompt proof quantify query question queue quote rain range rank rate reason record refund "
    "regret relay remark rent reply report request research rest result retry review reward "
    "ring risk rollback route rule run salt sample scale schedule scope score screen seal seed "
    "sense shape shard sign signal sink sketch slice slide slip slot snapshot sound source span "
    "staff stage stall start state step store stream stress structure study subject sum surge "
    "survey swing table target taste team tell term test time tombstone top trace trade trail "
    "train transport trap travel tweak type unit value version view visit vote watch watermark "
    "weight wire witness wonder word worth zone";

// Irregular past tenses and participles of the lemmas above.
inline constexpr std::string_view kIrregularPast =
    "arisen arose ate became began begun bent bet bit bitten blew blown borne bought bound "
    "broke broken brought built burnt came caught chose chosen cost cut dealt died done drawn "
    "drew driven drove eaten fallen fed fell felt fit flew flown forbade forgot forgotten "
    "fought found froze frozen gave given gone got gotten grew grown heard held hid hidden hit "
    "hung hurt kept knew known laid lay led left lent let lit lost made meant met overwritten "
    "overwrote paid proved proven put quit ran rang rebuilt redone reran rerun resent reset "
    "rewritten rewrote risen rode rose run said sank sat saw seen sent set shed shone shook "
    "shot shown shrank shrunk shut slept slid sold sought spent split spoke spoken spread stole "
    "stolen stood struck stuck sung sunk swept swung taken taught thought threw thrown told "
    "took torn undergone understood undid undone went woke won wore worn wound written wrote";

// Words ending in -ly that are no adverbs.
inline constexpr std::string_view kNoAdverbs =
    "anomaly apply assembly comply costly early family fly friendly imply italy july likely "
    "monopoly multiply only rely reply supply unlikely";

}  // namespace assay::tables
