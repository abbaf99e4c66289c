package dk.sagsflow.verification.finding;

/** What kinds of finding there are. Ids are stable; kinds may be added in a minor release. */
public enum FindingCode {
    /** The model tells more cases or ways apart than verification can hold: nothing is proved. */
    MODEL_TOO_LARGE(
            "SF000",
            Severity.ERROR,
            "The model tells more cases or ways apart than verification can hold: nothing is proved.",
            "Let rules and targets ask for fewer things together, or rules lead on by fewer ways."),
    /** Triage has no rules, so that every case is handed over by hand. */
    NO_TRIAGE(
            "SF100",
            Severity.NOTE,
            "Triage has no rules, so that every case is handed over by hand.",
            "Write rules for the cases that should find their group by themselves."),
    /** An incident of unknown cause stays at the contact tier, which may not answer it (R12). */
    UNPLACED_STAYS(
            "SF101",
            Severity.ERROR,
            "An incident of unknown cause stays at the contact tier, which may not answer it (R12).",
            "Add a rule that leads incidents of unknown cause from the contact tier to the next."),
    /** For some cases of a group no rule says where they go: the group keeps them until somebody hands them over. */
    CASES_STAY(
            "SF102",
            Severity.NOTE,
            "For some cases of a group no rule says where they go: the group keeps them until somebody hands them"
                    + " over.",
            "If the group should not keep them, add a rule, or widen one."),
    /** A rule leads to a group that the organisation does not have. */
    RULE_TO_UNKNOWN_GROUP(
            "SF103",
            Severity.ERROR,
            "A rule leads to a group that the organisation does not have.",
            "Name a group of the organisation."),
    /** No case can meet the condition of a rule. */
    RULE_NEVER_HOLDS(
            "SF111",
            Severity.ERROR,
            "No case can meet the condition of a rule.",
            "Look for parts of the condition that exclude each other, and for priorities that the matrix never gives."),
    /** A rule never applies, because the rules before it take all of its cases, at least one of them to another group. */
    RULE_SHADOWED(
            "SF112",
            Severity.ERROR,
            "A rule never applies, because the rules before it take all of its cases, at least one of them to another"
                    + " group.",
            "Move the rule before those that take its cases, or narrow them."),
    /** A rule never applies, because the rules before it take all of its cases, to the same group. */
    RULE_REPEATED(
            "SF113",
            Severity.WARNING,
            "A rule never applies, because the rules before it take all of its cases, to the same group.",
            "Remove the rule."),
    /** Two rules hold for one case and lead to different groups, and neither is the narrower one: only their order decides. */
    RULES_CONTRADICT(
            "SF114",
            Severity.WARNING,
            "Two rules hold for one case and lead to different groups, and neither is the narrower one: only their"
                    + " order decides.",
            "Make the conditions exclude each other, or the one that should win the narrower one."),
    /** A rule holds only for cases at groups where triage never leads them, and none comes in. */
    RULE_NEVER_ASKED(
            "SF115",
            Severity.NOTE,
            "A rule holds only for cases at groups where triage never leads them, and none comes in.",
            "Check the tier or group that the rule asks for; it may be meant for cases that are handed over by hand."),
    /** A rule leads a case to a group that has had it and still answers for it; the hand-over is refused. */
    ROUTE_LOOPS(
            "SF121",
            Severity.ERROR,
            "A rule leads a case to a group that has had it and still answers for it; the hand-over is refused.",
            "Let the condition of the rule ask for the tier or group from which it leads away."),
    /** A rule leads a case nearer to the customer; the hand-over is refused, because cases go back by an answer or are given back. */
    ROUTE_GOES_DOWN(
            "SF122",
            Severity.ERROR,
            "A rule leads a case nearer to the customer; the hand-over is refused, because cases go back by an answer"
                    + " or are given back.",
            "Let the condition of the rule ask for a tier before that of its group."),
    /** A rule leads a case past a tier; only business questions may go from the contact tier straight to business specialists (R05, R07). */
    ROUTE_SKIPS_TIER(
            "SF123",
            Severity.ERROR,
            "A rule leads a case past a tier; only business questions may go from the contact tier straight to"
                    + " business specialists (R05, R07).",
            "Lead the case to the next tier, and from there on."),
    /** A rule leads a case from before the contact tier past it; the hand-over is refused (R02). */
    ROUTE_PASSES_CONTACT_TIER(
            "SF124",
            Severity.ERROR,
            "A rule leads a case from before the contact tier past it; the hand-over is refused (R02).",
            "Lead the case to the contact tier."),
    /** A rule leads a case into a tier by another group than the entrance; the hand-over is refused (R15). */
    ROUTE_BESIDE_ENTRANCE(
            "SF125",
            Severity.ERROR,
            "A rule leads a case into a tier by another group than the entrance; the hand-over is refused (R15).",
            "Lead the case to the entrance of the tier, and from there on."),
    /** A rule leads a case to a group that does not support its system; the hand-over is refused. */
    ROUTE_TO_GROUP_WITHOUT_SYSTEM(
            "SF126",
            Severity.ERROR,
            "A rule leads a case to a group that does not support its system; the hand-over is refused.",
            "Let the rule ask for the systems of its group, or let the group support them."),
    /** A rule leads cases from business specialists to a supplier, whose answer is refused until the contact is documented (R09). */
    ANSWER_NEEDS_CONTACT(
            "SF127",
            Severity.NOTE,
            "A rule leads cases from business specialists to a supplier, whose answer is refused until the contact is"
                    + " documented (R09).",
            "See that the contact is documented on the case."),
    /** A rule leads a case along a way that is not declared; the hand-over is refused. */
    ROUTE_NOT_DECLARED(
            "SF128",
            Severity.ERROR,
            "A rule leads a case along a way that is not declared; the hand-over is refused.",
            "Declare the way among the hand-overs, or lead the case along one that is."),
    /** A rule leads cases that people bring to a group by hand, whichever way they do, to where they may not go; the hand-over is refused. */
    REFUSED_BY_HAND(
            "SF129",
            Severity.ERROR,
            "A rule leads cases that people bring to a group by hand, whichever way they do, to where they may not go;"
                    + " the hand-over is refused.",
            "Let the condition of the rule ask for the tiers, groups or systems from which it leads on."),
    /** No rule leads a case to a group beyond the contact tier; cases come there only by hand. */
    GROUP_ONLY_BY_HAND(
            "SF131",
            Severity.WARNING,
            "No rule leads a case to a group beyond the contact tier; cases come there only by hand.",
            "Add a rule, or accept that people decide."),
    /** No case can come to a group, not even by hand: no hand-over to it is allowed. */
    GROUP_UNREACHABLE(
            "SF132",
            Severity.ERROR,
            "No case can come to a group, not even by hand: no hand-over to it is allowed.",
            "Give the tiers before it groups, or move the group to a tier that cases come to."),
    /** A tier has no group. */
    TIER_WITHOUT_GROUP("SF133", Severity.WARNING, "A tier has no group.", "Add a group or remove the tier."),
    /** A declared way begins or ends at a tier or group that the organisation does not have. */
    WAY_TO_UNKNOWN(
            "SF141",
            Severity.ERROR,
            "A declared way begins or ends at a tier or group that the organisation does not have.",
            "Name a tier or a group of the organisation."),
    /** No case can take a declared way: the tiers, the systems of the groups or its own condition forbid it. */
    WAY_NEVER_TAKEN(
            "SF142",
            Severity.ERROR,
            "No case can take a declared way: the tiers, the systems of the groups or its own condition forbid it.",
            "Let it lead to the next tier, or directly; look for groups without the system, and for an entrance."),
    /** The other declared ways allow everything that a way allows. */
    WAY_REPEATED(
            "SF143",
            Severity.WARNING,
            "The other declared ways allow everything that a way allows.",
            "Remove the way, or narrow the others."),
    /** A direct way leads from before the contact tier past it; no hand-over takes it (R02). */
    DIRECT_PAST_CONTACT_TIER(
            "SF144",
            Severity.ERROR,
            "A direct way leads from before the contact tier past it; no hand-over takes it (R02).",
            "Lead the cases to the contact tier."),
    /** A way is declared as direct and passes no tier. */
    DIRECT_WITHOUT_NEED(
            "SF145", Severity.NOTE, "A way is declared as direct and passes no tier.", "Leave out that it is direct."),
    /** No declared way leads on from a group that is not of the highest tier: what it cannot answer goes nowhere. */
    GROUP_KEEPS_ALL(
            "SF146",
            Severity.WARNING,
            "No declared way leads on from a group that is not of the highest tier: what it cannot answer goes"
                    + " nowhere.",
            "Declare a way from the group or its tier."),
    /** Cases pass a tier directly, and no group of that tier reads mail, so that nobody there is told of them (R08). */
    ADVISORY_TELLS_NOBODY(
            "SF148",
            Severity.ERROR,
            "Cases pass a tier directly, and no group of that tier reads mail, so that nobody there is told of them"
                    + " (R08).",
            "Give a group of the tier a mail address."),
    /** An incident of unknown cause can come to a group of the contact tier that may neither answer it (R12) nor hand it over to anybody. */
    UNPLACED_STUCK(
            "SF147",
            Severity.ERROR,
            "An incident of unknown cause can come to a group of the contact tier that may neither answer it (R12) nor"
                    + " hand it over to anybody.",
            "Declare a way for these cases, or let a group of the next tier support their system."),
    /** The model has no agreements, so that nothing is measured. */
    NOTHING_PROMISED(
            "SF200", Severity.NOTE, "The model has no agreements, so that nothing is measured.", "Write agreements."),
    /** For some cases nothing says how long they may lie at a group (R16), under some version that is in force on the date of the verification or later. */
    NO_LIMIT(
            "SF201",
            Severity.ERROR,
            "For some cases nothing says how long they may lie at a group (R16), under some version that is in force"
                    + " on the date of the verification or later.",
            "Add a target of RESIDENCE or CUMULATIVE_RESIDENCE for the group or its tier, best one without a"
                    + " condition."),
    /** Cases that are registered before a version of an agreement begins have no limit at a group, although other agreements are in force. */
    LIMIT_BEGINS_LATER(
            "SF202",
            Severity.WARNING,
            "Cases that are registered before a version of an agreement begins have no limit at a group, although"
                    + " other agreements are in force.",
            "Let the first version of the agreement begin with the others."),
    /** For cases that triage hands over nothing says by when the answer must come back. */
    NO_ANSWER_LIMIT(
            "SF203",
            Severity.WARNING,
            "For cases that triage hands over nothing says by when the answer must come back.",
            "Add a target of ANSWER to the agreement between the two groups or their tiers."),
    /** For some cases nothing says by when the customer hears something first. */
    NO_FIRST_RESPONSE(
            "SF204",
            Severity.WARNING,
            "For some cases nothing says by when the customer hears something first.",
            "Add a target of FIRST_RESPONSE to an agreement with these customers."),
    /** For some cases nothing says by when the customer has an answer. */
    NO_RESOLUTION(
            "SF205",
            Severity.ERROR,
            "For some cases nothing says by when the customer has an answer.",
            "Add a target of RESOLUTION or CLOSURE to an agreement with these customers."),
    /** There is no agreement between two neighbouring tiers (R16). */
    NO_AGREEMENT_BETWEEN_TIERS(
            "SF206",
            Severity.ERROR,
            "There is no agreement between two neighbouring tiers (R16).",
            "Add an agreement whose provider is the higher tier or a group of it, and whose consumer is the lower"
                    + " one."),
    /** No case can meet the condition of a target. */
    TARGET_NEVER_HOLDS(
            "SF211",
            Severity.ERROR,
            "No case can meet the condition of a target.",
            "Look for parts of the condition that exclude each other, and for priorities that the matrix never gives."),
    /** A target never holds, because others go before it for all of its cases. */
    TARGET_SHADOWED(
            "SF212",
            Severity.ERROR,
            "A target never holds, because others go before it for all of its cases.",
            "Make it the more specific one, list it before the others, or remove it."),
    /** No clock can come under a target: what it measures does not happen between the sides of its agreement. */
    TARGET_WITHOUT_CLOCK(
            "SF213",
            Severity.ERROR,
            "No clock can come under a target: what it measures does not happen between the sides of its agreement.",
            "Customers' measures need customers as consumer, ANSWER needs a tier or group, and the provider must have"
                    + " a group."),
    /** A target measures what a tier does and stands in an agreement with customers of one kind; it holds for the cases of all customers. */
    CONSUMER_IGNORED(
            "SF214",
            Severity.NOTE,
            "A target measures what a tier does and stands in an agreement with customers of one kind; it holds for"
                    + " the cases of all customers.",
            "Say the kind of customer in the condition of the target if it is meant for them alone."),
    /** Two targets hold for one case and ask for as much: only the listed order decides. */
    TARGETS_TIE(
            "SF215",
            Severity.WARNING,
            "Two targets hold for one case and ask for as much: only the listed order decides.",
            "Make the conditions exclude each other, or one of them narrower."),
    /** An agreement has no targets: it promises nothing. */
    AGREEMENT_EMPTY(
            "SF216",
            Severity.WARNING,
            "An agreement has no targets: it promises nothing.",
            "Add targets or remove the agreement."),
    /** A case has more time than the same case with a less urgent priority. */
    URGENT_HAS_MORE_TIME(
            "SF217",
            Severity.WARNING,
            "A case has more time than the same case with a less urgent priority.",
            "Exchange the budgets, or look for a priority that has no target of its own."),
    /** An agreement has a priority matrix that changes nothing: no target asks for a priority, or it is the organisation's. */
    MATRIX_WITHOUT_EFFECT(
            "SF218",
            Severity.WARNING,
            "An agreement has a priority matrix that changes nothing: no target asks for a priority, or it is the"
                    + " organisation's.",
            "Remove the matrix, or add targets for its priorities."),
    /** An amount of time is written in days and counts 24 service hours for each, in a calendar that is not always open. */
    DAYS_OF_SERVICE_HOURS(
            "SF219",
            Severity.WARNING,
            "An amount of time is written in days and counts 24 service hours for each, in a calendar that is not"
                    + " always open.",
            "Write \"1 working day\" or the hours of one, as PT8H; PT24H if 24 service hours are meant."),
    /** A target has no clock, because none of the kinds of event that should start it can happen while there is something to measure. */
    SPAN_NEVER_STARTS(
            "SF221",
            Severity.ERROR,
            "A target has no clock, because none of the kinds of event that should start it can happen while there is"
                    + " something to measure.",
            "Name a kind of event after which the measure still runs."),
    /** A span names a kind of event that changes nothing: it never happens while there is something to measure, or ends it anyway. */
    SPAN_KIND_WITHOUT_EFFECT(
            "SF222",
            Severity.WARNING,
            "A span names a kind of event that changes nothing: it never happens while there is something to measure,"
                    + " or ends it anyway.",
            "Leave the kind out, or choose another measure."),
    /** A target has a clock that never counts: pauses begin with it, and last as long as it could run. */
    SPAN_NEVER_COUNTS(
            "SF224",
            Severity.ERROR,
            "A target has a clock that never counts: pauses begin with it, and last as long as it could run.",
            "Let the pause begin later, or end with something that happens while there is something to measure."),
    /** A kind of event both starts a clock and stops it: the second event of the kind stops what the first has started. */
    SPAN_STOPS_AS_IT_STARTS(
            "SF223",
            Severity.WARNING,
            "A kind of event both starts a clock and stops it: the second event of the kind stops what the first has"
                    + " started.",
            "Name two kinds, unless the time between two events of one kind is meant."),
    /** A supplier is bound by no underpinning contract (R18). */
    SUPPLIER_WITHOUT_CONTRACT(
            "SF301",
            Severity.ERROR,
            "A supplier is bound by no underpinning contract (R18).",
            "Add an agreement of kind UNDERPINNING_CONTRACT whose provider is the supplier."),
    /** No supplier supports a system (R18). */
    SYSTEM_WITHOUT_SUPPLIER(
            "SF302",
            Severity.WARNING,
            "No supplier supports a system (R18).",
            "Name the system at the supplier that answers for it."),
    /** No group of a tier beyond the contact tier supports a system, so that its cases cannot come there. */
    SYSTEM_STOPS_AT_TIER(
            "SF303",
            Severity.WARNING,
            "No group of a tier beyond the contact tier supports a system, so that its cases cannot come there.",
            "Let a group of the tier support the system."),
    /** The entrance of a tier does not support a system that a group behind it does. */
    ENTRANCE_WITHOUT_SYSTEM(
            "SF304",
            Severity.ERROR,
            "The entrance of a tier does not support a system that a group behind it does.",
            "Let the entrance support the system, or let the tier be entered through any group."),
    /** An underpinning contract is promised by a group that is no supplier. */
    CONTRACT_WITHOUT_SUPPLIER(
            "SF305",
            Severity.WARNING,
            "An underpinning contract is promised by a group that is no supplier.",
            "Make the group a supplier, or the agreement an operational one."),
    /** A service level agreement stands with a tier or group and not with customers. */
    SLA_WITHOUT_CUSTOMERS(
            "SF306",
            Severity.WARNING,
            "A service level agreement stands with a tier or group and not with customers.",
            "Make it an operational level agreement or an underpinning contract."),
    /** A tier promises something to a tier farther from the customer; cases are handed over the other way. */
    AGREEMENT_UPSIDE_DOWN(
            "SF307",
            Severity.ERROR,
            "A tier promises something to a tier farther from the customer; cases are handed over the other way.",
            "Exchange provider and consumer."),
    /** Customers are promised something by a tier beyond the contact tier, which never answers them (R04). */
    PROMISED_BY_OTHERS(
            "SF308",
            Severity.WARNING,
            "Customers are promised something by a tier beyond the contact tier, which never answers them (R04).",
            "Let the contact tier promise it."),
    /** A limit of a group escalates to its lead, and the group has none. */
    NO_LEAD(
            "SF401",
            Severity.ERROR,
            "A limit of a group escalates to its lead, and the group has none.",
            "Name the lead of the group, or let the threshold tell a group."),
    /** A customers' limit escalates to the lead of the working group, and a group that cases come to has none. */
    NO_LEAD_FOR_CUSTOMERS(
            "SF402",
            Severity.WARNING,
            "A customers' limit escalates to the lead of the working group, and a group that cases come to has none.",
            "Name the lead of the group, or let the threshold tell a group."),
    /** A limit escalates cases to the next tier, and there is no group that can have them. */
    ESCALATION_DEAD_END(
            "SF403",
            Severity.ERROR,
            "A limit escalates cases to the next tier, and there is no group that can have them.",
            "Escalate to the lead at the highest tier; see that the next tier supports the systems."),
    /** For some start of the clock a case is escalated to a group that opens only after the customer should have an answer. */
    ESCALATION_TO_CLOSED_GROUP(
            "SF404",
            Severity.WARNING,
            "For some start of the clock a case is escalated to a group that opens only after the customer should have"
                    + " an answer.",
            "Escalate earlier, or widen the opening hours of the next tier."),
    /** A threshold tells a group that reads no mail. */
    TELLS_NOBODY(
            "SF405",
            Severity.WARNING,
            "A threshold tells a group that reads no mail.",
            "Give the group a mail address."),
    /** A threshold has no action: passing it is on record, and nobody is told. */
    THRESHOLD_SILENT(
            "SF406",
            Severity.NOTE,
            "A threshold has no action: passing it is on record, and nobody is told.",
            "Add an action if somebody should know."),
    /** Thresholds are listed in another order than they are passed. */
    THRESHOLDS_OUT_OF_ORDER(
            "SF407",
            Severity.WARNING,
            "Thresholds are listed in another order than they are passed.",
            "List them in the order in which they are passed."),
    /** A target has two thresholds at one point; only the first is ever recorded and acted upon. */
    THRESHOLD_TWICE(
            "SF408",
            Severity.ERROR,
            "A target has two thresholds at one point; only the first is ever recorded and acted upon.",
            "Put the actions of both into one threshold."),
    /** Two thresholds of a target are passed at the same moment, so that the first is superseded by the second and tells nobody. */
    THRESHOLDS_COINCIDE(
            "SF409",
            Severity.WARNING,
            "Two thresholds of a target are passed at the same moment, so that the first is superseded by the second"
                    + " and tells nobody.",
            "Put the actions of both into one threshold."),
    /** A threshold lies before the start of the clock, so that it is passed at once. */
    THRESHOLD_AT_START(
            "SF410",
            Severity.WARNING,
            "A threshold lies before the start of the clock, so that it is passed at once.",
            "Choose a smaller offset or a share."),
    /** Nothing happens when a target is exceeded (R17). */
    LIMIT_NOT_ESCALATED(
            "SF411",
            Severity.WARNING,
            "Nothing happens when a target is exceeded (R17).",
            "Add a threshold at 100 % that tells somebody."),
    /** A limit may be passed that nobody can be told of: no group that it tells reads mail, neither its group nor the entrance of the contact tier has a lead, and the organisation has no duty. */
    ESCALATION_FINDS_NOBODY(
            "SF412",
            Severity.ERROR,
            "A limit may be passed that nobody can be told of: no group that it tells reads mail, neither its group nor"
                    + " the entrance of the contact tier has a lead, and the organisation has no duty.",
            "Name the duty of the organisation, the lead of the entrance of the contact tier, or of every group; or give"
                    + " groups mail addresses."),
    /** A limit escalates cases to the next tier, where no group takes a case of no known system: it stays, and a lead is told instead. */
    ESCALATION_WITHOUT_SYSTEM(
            "SF413",
            Severity.WARNING,
            "A limit escalates cases to the next tier, where no group takes a case of no known system: it stays, and a"
                    + " lead is told instead.",
            "Let the tier have an entrance, or a group that supports every system; or see that the system is filled in"
                    + " by then."),
    /** No target, no follow-up rule and no duty plan counts on a calendar, no triage rule asks for it, and no calendar that is used is made of it. */
    CALENDAR_UNUSED(
            "SF501",
            Severity.WARNING,
            "No target, no follow-up rule and no duty plan counts on a calendar, no triage rule asks for it, and no"
                    + " calendar that is used is made of it.",
            "Remove the calendar, or use it."),
    /** Two calendars say the same. */
    CALENDARS_ALIKE("SF502", Severity.NOTE, "Two calendars say the same.", "Keep one of them."),
    /** A calendar that a target counts on does not open in the year from the date of the verification. */
    CALENDAR_CLOSED(
            "SF503",
            Severity.ERROR,
            "A calendar that a target counts on does not open in the year from the date of the verification.",
            "Check weeks, versions and what is subtracted."),
    /** A target can never be due as far as calendars reach, from the first start of the year or the last: its clock never runs so long. */
    TARGET_NEVER_DUE(
            "SF504",
            Severity.ERROR,
            "A target can never be due as far as calendars reach, from the first start of the year or the last: its"
                    + " clock never runs so long.",
            "Give the target a calendar that opens long enough."),
    /** The holidays of a calendar run out in the two years from the date of the verification. */
    HOLIDAYS_END(
            "SF505",
            Severity.WARNING,
            "The holidays of a calendar run out in the two years from the date of the verification.",
            "Add the holidays of the next years, or rules that know no last year."),
    /** An opening does not take place because the clock is put forward over it. */
    OPENING_LEFT_OUT(
            "SF506",
            Severity.NOTE,
            "An opening does not take place because the clock is put forward over it.",
            "Open at another time on that day if the service should be open."),
    /** A closure closes nothing, because nothing is open then. */
    CLOSURE_OF_NOTHING(
            "SF507",
            Severity.WARNING,
            "A closure closes nothing, because nothing is open then.",
            "Check the date and the times of the closure."),
    /** Opening hours go on into the next day, as those of a night shift. */
    NIGHT_SHIFT(
            "SF508",
            Severity.NOTE,
            "Opening hours go on into the next day, as those of a night shift.",
            "Exchange the two times if the hours of one day are meant."),
    /** A target may be kept and the one around it exceeded: from some start the inner is due later than the outer. */
    TARGET_DOES_NOT_FIT(
            "SF601",
            Severity.WARNING,
            "A target may be kept and the one around it exceeded: from some start the inner is due later than the"
                    + " outer.",
            "Shorten the inner target, widen its calendar, or promise less outside."),
    /** A target pauses while the one around it runs on, so that the inner may be kept and the outer exceeded. */
    PAUSES_DO_NOT_NEST(
            "SF602",
            Severity.WARNING,
            "A target pauses while the one around it runs on, so that the inner may be kept and the outer exceeded.",
            "Let both pause for the same reasons."),
    /** A target pauses for the customer and can never do so: a response was given then, or only groups up to the contact tier wait for customers (R04). */
    PAUSE_WITHOUT_EFFECT(
            "SF603",
            Severity.WARNING,
            "A target pauses for the customer and can never do so: a response was given then, or only groups up to the"
                    + " contact tier wait for customers (R04).",
            "Remove the pause."),
    /** No target pauses for a reason for which cases can be put on hold. */
    WAITING_STOPS_NO_CLOCK(
            "SF604",
            Severity.NOTE,
            "No target pauses for a reason for which cases can be put on hold.",
            "Let the targets pause that should."),
    /** No case that waits in what a follow-up rule asks for can meet its condition. */
    FOLLOW_UP_NEVER_APPLIES(
            "SF701",
            Severity.ERROR,
            "No case that waits in what a follow-up rule asks for can meet its condition.",
            "Look for parts of the condition that exclude each other, and for groups that such cases are never at: an"
                    + " answered case is at none."),
    /** Two follow-up rules close the same cases, and the later one is not the broader one: it never gets to it. */
    CLOSINGS_CONTRADICT(
            "SF702",
            Severity.WARNING,
            "Two follow-up rules close the same cases, and the later one is not the broader one: it never gets to it.",
            "Make the conditions exclude each other, or keep one of the rules."),
    /** A follow-up rule comes due when another, or its own last step, has closed the case, for some start of the wait. */
    REMINDER_OVERTAKEN(
            "SF703",
            Severity.WARNING,
            "A follow-up rule comes due when another, or its own last step, has closed the case, for some start of the"
                    + " wait.",
            "Remind earlier, or close later."),
    /** The calendar of a follow-up rule does not open in the year from the date of the verification. */
    FOLLOW_UP_CALENDAR_CLOSED(
            "SF704",
            Severity.ERROR,
            "The calendar of a follow-up rule does not open in the year from the date of the verification.",
            "Check weeks, versions and what is subtracted."),
    /** A follow-up rule does not come to its last step as far as calendars reach. */
    FOLLOW_UP_NEVER_DUE(
            "SF705",
            Severity.ERROR,
            "A follow-up rule does not come to its last step as far as calendars reach.",
            "Give the rule a calendar that opens long enough, or less time."),
    /** A follow-up rule on a silence comes due only when more of it is over than customers were promised, and no other rule does before. */
    SILENCE_TOO_LONG(
            "SF706",
            Severity.WARNING,
            "A follow-up rule on a silence comes due only when more of it is over than customers were promised, and no"
                    + " other rule does before.",
            "Let the rule come due before the UPDATE_INTERVAL is over."),
    /** A follow-up rule tells a group that reads no mail. */
    FOLLOW_UP_TELLS_NOBODY(
            "SF707",
            Severity.WARNING,
            "A follow-up rule tells a group that reads no mail.",
            "Give the group a mail address."),
    /** A follow-up rule tells a group that the organisation does not have. */
    FOLLOW_UP_TO_UNKNOWN_GROUP(
            "SF708",
            Severity.ERROR,
            "A follow-up rule tells a group that the organisation does not have.",
            "Name a group of the organisation."),
    /** A follow-up rule tells customers of their answer, or closes the case, when a word of theirs would be refused already. */
    REPLIES_END_TOO_SOON(
            "SF709",
            Severity.WARNING,
            "A follow-up rule tells customers of their answer, or closes the case, when a word of theirs would be"
                    + " refused already.",
            "Let replies be in time for longer, or let the rule come due earlier."),
    /** Words of customers on cases that are over are in time for ever, because the calendar of replies does not open long enough. */
    REPLIES_NEVER_TOO_LATE(
            "SF710",
            Severity.WARNING,
            "Words of customers on cases that are over are in time for ever, because the calendar of replies does not"
                    + " open long enough.",
            "Give replies a calendar that opens long enough, or less time."),
    /** The hand-over limit does not hold at a group that has no lead, or whose lead does not work in it. */
    NO_LEAD_TO_DECIDE(
            "SF801",
            Severity.WARNING,
            "The hand-over limit does not hold at a group that has no lead, or whose lead does not work in it.",
            "Name a lead who works in the group."),
    /** An assignment rule is for a group that the organisation does not have. */
    ASSIGNMENT_TO_UNKNOWN_GROUP(
            "SF802",
            Severity.ERROR,
            "An assignment rule is for a group that the organisation does not have.",
            "Name a group of the organisation."),
    /** An assignment rule never applies, because there is one for the same group before it. */
    ASSIGNMENT_TWICE(
            "SF803",
            Severity.ERROR,
            "An assignment rule never applies, because there is one for the same group before it.",
            "Join the two rules."),
    /** An assignment rule says who may get cases, and lets nobody be chosen. */
    ASSIGNMENT_WITHOUT_EFFECT(
            "SF804",
            Severity.WARNING,
            "An assignment rule says who may get cases, and lets nobody be chosen.",
            "Choose a method, or leave the rest out."),
    /** Nobody of a group can ever be assigned a case, because every capacity is 0. */
    ASSIGNMENT_NEVER(
            "SF805",
            Severity.ERROR,
            "Nobody of a group can ever be assigned a case, because every capacity is 0.",
            "Give somebody a capacity."),
    /** A limit of a group counts at hours at which nobody of its duty plan who has a capacity is on duty, or nobody who can be given some cases is there. */
    DUTY_GAP(
            "SF806",
            Severity.WARNING,
            "A limit of a group counts at hours at which nobody of its duty plan who has a capacity is on duty, or nobody"
                    + " who can be given some cases is there.",
            "Plan somebody for these hours, or shorten the opening hours."),
    /** An assignment rule names somebody who does not work in the group. */
    ASSIGNMENT_OF_OTHERS(
            "SF807",
            Severity.ERROR,
            "An assignment rule names somebody who does not work in the group.",
            "Name a member of the group, or let the person work in it."),
    /** Cases need a competence that nobody of the group is certified in on the day of the verification, so that nobody gets them (R31). */
    COMPETENCE_MISSING(
            "SF808",
            Severity.ERROR,
            "Cases need a competence that nobody of the group is certified in on the day of the verification, so that"
                    + " nobody gets them (R31).",
            "Certify somebody, or ask for less."),
    /** Triage itself hands cases over more often than the limit on hand-overs allows, so that a lead must decide what the rules say. */
    GUARD_STOPS_TRIAGE(
            "SF809",
            Severity.ERROR,
            "Triage itself hands cases over more often than the limit on hand-overs allows, so that a lead must decide"
                    + " what the rules say.",
            "Allow as many hand-overs as triage needs, and some for what people do."),
    /** A unit has no superuser who is certified (R28). */
    UNIT_WITHOUT_SUPERUSER(
            "SF811",
            Severity.WARNING,
            "A unit has no superuser who is certified (R28).",
            "Name a superuser of the unit, and certify one."),
    /** A superuser is not certified in a basic module (R29). */
    SUPERUSER_NOT_CERTIFIED(
            "SF812",
            Severity.WARNING,
            "A superuser is not certified in a basic module (R29).",
            "Certify the superuser."),
    /** The certificate of a superuser in a basic module must be renewed (R29). */
    CERTIFICATE_DUE(
            "SF813",
            Severity.WARNING,
            "The certificate of a superuser in a basic module must be renewed (R29).",
            "Renew the certificate."),
    /** Nobody works in a group. */
    GROUP_WITHOUT_MEMBERS(
            "SF814", Severity.ERROR, "Nobody works in a group.", "Let somebody work in the group, or remove it."),
    /** A lead, or somebody to whom a threshold escalates, is not among the people (R17). */
    PERSON_UNKNOWN(
            "SF815",
            Severity.ERROR,
            "A lead, or somebody to whom a threshold escalates, is not among the people (R17).",
            "Name somebody who is, or add the person."),
    /** A lead, or somebody to whom a threshold escalates, has no mail address to be told at (R17). */
    PERSON_WITHOUT_MAIL(
            "SF816",
            Severity.WARNING,
            "A lead, or somebody to whom a threshold escalates, has no mail address to be told at (R17).",
            "Give the person a mail address."),
    /** From some time in the year on nobody of a group can be assigned some cases: certificates, duty or presence end. */
    NOBODY_FROM_THEN_ON(
            "SF817",
            Severity.WARNING,
            "From some time in the year on nobody of a group can be assigned some cases: certificates, duty or"
                    + " presence end.",
            "Certify somebody in time, or plan who is on duty then."),
    /** For a time in the year nobody can be told of a limit that escalates: leads and duty are away, and no deputy reads mail (R17). */
    NOBODY_TOLD_FOR_A_TIME(
            "SF818",
            Severity.WARNING,
            "For a time in the year nobody can be told of a limit that escalates: leads and duty are away, and no"
                    + " deputy reads mail (R17).",
            "Name deputies, or somebody else as the duty of the organisation."),
    /** A finding that was accepted does not occur any more. */
    ACCEPTED_NO_LONGER_OCCURS(
            "SF901",
            Severity.WARNING,
            "A finding that was accepted does not occur any more.",
            "Remove it from those that are accepted."),
    /** A finding was accepted until a day that has come, and counts again. */
    ACCEPTED_UNTIL_NOW(
            "SF902",
            Severity.WARNING,
            "A finding was accepted until a day that has come, and counts again.",
            "Mend it, or accept it for longer with a reason."),
    /** A law does not hold for some case. */
    LAW_BROKEN(
            "SF951",
            Severity.ERROR,
            "A law does not hold for some case.",
            "Change the model, or the law if it asks for more than was meant."),
    /** A law cannot be proved; it held for the cases that were drawn by chance. */
    LAW_NOT_PROVED(
            "SF952",
            Severity.NOTE,
            "A law cannot be proved; it held for the cases that were drawn by chance.",
            "Ask for an amount instead of a part, or let rules and targets ask for fewer things together."),
    /** There is no case that a law is about. */
    LAW_ABOUT_NOTHING(
            "SF953",
            Severity.WARNING,
            "There is no case that a law is about.",
            "Look for what its cases cannot be, or for a group that no case comes to.");

    private final String id;
    private final Severity severity;
    private final String meaning;
    private final String advice;

    FindingCode(String id, Severity severity, String meaning, String advice) {
        this.id = id;
        this.severity = severity;
        this.meaning = meaning;
        this.advice = advice;
    }

    /** What reports call it, the same in every release: {@code SF101}. */
    public String id() {
        return id;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** What a finding of this kind means, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** What can be done about it, in a sentence. */
    public String advice() {
        return advice;
    }
}
