package dk.sagsflow.sla.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.json.ConditionJson;
import dk.sagsflow.core.json.PriorityMatrixJson;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.sla.agreement.Agreement;
import dk.sagsflow.sla.agreement.AgreementKind;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.ChangePolicy;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.agreement.ReopeningPolicy;
import dk.sagsflow.sla.agreement.Span;
import dk.sagsflow.sla.agreement.Target;
import dk.sagsflow.sla.agreement.Threshold;
import dk.sagsflow.sla.agreement.ThresholdAction;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.calendar.WorkingDays;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the JSON form of agreements, {@code agreements.json} of a model: a public contract. Names that the organisation or
 * the calendars do not have are problems, and so are unknown members; what a release reads, each later release reads.
 * An agreement may list several {@code providers} that promise the same; each of them has an agreement then. Not thread-safe.
 */
public final class AgreementsJson {
    /** The newest format that this release reads. */
    public static final int FORMAT = 1;

    private static final Pattern WORKING_DAYS = Pattern.compile("(\\d{1,5}) working days?( \\+ (PT.+))?");
    private static final ImmutableMap<String, ThresholdAction> ACTIONS = ImmutableMap.of(
            "notify working group", new ThresholdAction.NotifyWorkingGroup(),
            "escalate functionally", new ThresholdAction.EscalateFunctionally(),
            "escalate to lead", new ThresholdAction.EscalateToLead());

    private static final ImmutableMap<String, EventKind> EVENTS =
            Arrays.stream(EventKind.values()).collect(ImmutableMap.toImmutableMap(EventKind::typeName, kind -> kind));

    private static final String[] AGREEMENT = {
        "id",
        "name",
        "kind",
        "provider",
        "providers",
        "consumer",
        "version",
        "validFrom",
        "onChange",
        "onReopening",
        "priorities",
        "targets"
    };
    private static final String[] TARGET = {
        "id",
        "measure",
        "startedBy",
        "stoppedBy",
        "pausedBetween",
        "appliesTo",
        "budget",
        "calendar",
        "pausedBy",
        "thresholds"
    };

    private final ImmutableMap<String, ServiceCalendar> calendars;
    private final ImmutableMap<String, TierId> tiers;
    private final ImmutableMap<String, GroupId> groups;
    private final ConditionJson conditions;
    private final Set<List<Object>> seen = new HashSet<>();

    private AgreementsJson(SupportOrganisation organisation, ImmutableMap<String, ServiceCalendar> calendars) {
        this.calendars = calendars;
        this.tiers = organisation.tiers().stream()
                .map(tier -> tier.id())
                .collect(ImmutableMap.toImmutableMap(TierId::value, tier -> tier));
        this.groups =
                organisation.groupIds().stream().collect(ImmutableMap.toImmutableMap(GroupId::value, group -> group));
        this.conditions = ConditionJson.ofWhatLasts(organisation);
    }

    /** The agreements in listed order; empty if anything was wrong, which the document then knows. */
    public static Optional<Agreements> read(
            JsonPlace root, SupportOrganisation organisation, ImmutableMap<String, ServiceCalendar> calendars) {
        return new AgreementsJson(organisation, calendars).agreements(root);
    }

    private Optional<Agreements> agreements(JsonPlace root) {
        if (!root.readable(FORMAT)) {
            return Optional.empty();
        }
        root.allowOnly("$schema", "format", "agreements");
        ImmutableList<ImmutableList<Agreement>> agreements =
                root.at("agreements").all("an array of agreements", place -> Optional.of(agreementsOf(place)));
        return root.made(() -> Agreements.of(Iterables.concat(agreements)));
    }

    /** One, or one for each of the providers that promise the same. */
    private ImmutableList<Agreement> agreementsOf(JsonPlace place) {
        place.allowOnly(AGREEMENT);
        if (!place.at("providers").present()) {
            return agreement(place, place, place.at("provider")).stream().collect(ImmutableList.toImmutableList());
        }
        for (String apart : new String[] {"id", "name", "provider"}) {
            if (place.at(apart).present()) {
                place.at(apart).report("stands at each of the providers; an agreement has one provider or several");
            }
        }
        return place.at("providers").atLeastOne("an array of providers", each -> {
            each.allowOnly("id", "name", "provider");
            return agreement(place, each, each.at("provider"));
        });
    }

    private Optional<Agreement> agreement(JsonPlace place, JsonPlace named, JsonPlace provider) {
        Agreement.Builder agreement = Agreement.builder();
        named.at("id").text("an id").ifPresent(agreement::id);
        named.at("name").text("a name").ifPresent(agreement::name);
        place.at("kind").constant(AgreementKind.class).ifPresent(agreement::kind);
        party(provider).ifPresent(agreement::provider);
        party(place.at("consumer")).ifPresent(agreement::consumer);
        policies(place, agreement);
        place.at("priorities").ifPresent(PriorityMatrixJson::read).ifPresent(agreement::priorityMatrix);
        place.at("targets").checkUnique("target", "id");
        agreement.addAllTargets(place.at("targets").all("an array of targets", this::target));
        Optional<Agreement> made = place.made(agreement::build);
        made.ifPresent(read -> checkOnce(read, place, named));
        return made;
    }

    private void checkOnce(Agreement agreement, JsonPlace place, JsonPlace named) {
        if (!seen.add(List.of(agreement.id(), agreement.validFrom()))) {
            named.at("id")
                    .report("there is an agreement \"" + agreement.id()
                            + "\" already that is valid from then; names are given once, and a later version has a later"
                            + " validFrom");
        } else if (!seen.add(List.of(agreement.id(), agreement.version()))) {
            place.at("version")
                    .report("there is a version " + agreement.version() + " of agreement " + agreement.id()
                            + " already; each has a name of its own");
        }
    }

    private static void policies(JsonPlace place, Agreement.Builder agreement) {
        place.at("version")
                .ifPresent(value -> value.text("the name of a version"))
                .ifPresent(agreement::version);
        place.at("validFrom")
                .ifPresent(value -> value.parsed(
                        "a time with offset as 2007-08-01T00:00:00+02:00",
                        text -> OffsetDateTime.parse(text).toInstant()))
                .ifPresent(agreement::validFrom);
        place.at("onChange")
                .ifPresent(value -> value.constant(ChangePolicy.class))
                .ifPresent(agreement::onChange);
        place.at("onReopening")
                .ifPresent(value -> value.constant(ReopeningPolicy.class))
                .ifPresent(agreement::onReopening);
    }

    private Optional<Party> party(JsonPlace place) {
        place.allowOnly("tier", "group", "customers");
        if (place.at("group").present()) {
            return place.at("group").oneOf("groups", groups).map(Party.OfGroup::new);
        }
        if (place.at("customers").present()) {
            return place.at("customers")
                            .text("EVERY or a kind of customer")
                            .filter("EVERY"::equals)
                            .isPresent()
                    ? Optional.of(new Party.EveryCustomer())
                    : place.at("customers").constant(CustomerKind.class).map(Party.Customers::new);
        }
        return place.at("tier").oneOf("tiers", tiers).map(Party.OfTier::new);
    }

    private Optional<Target> target(JsonPlace place) {
        place.allowOnly(TARGET);
        Target.Builder target = Target.builder();
        place.at("id").text("an id").ifPresent(target::id);
        place.at("measure").constant(Measure.class).ifPresent(target::measure);
        span(place).ifPresent(target::span);
        place.at("appliesTo").ifPresent(conditions::read).ifPresent(target::appliesTo);
        place.at("budget")
                .parsed("a positive ISO 8601 duration as PT4H, or \"2 working days\"", AgreementsJson::budget)
                .ifPresent(target::budget);
        place.at("calendar").oneOf("calendars", calendars).ifPresent(target::calendar);
        target.addAllPausedBy(
                place.at("pausedBy").all("an array of reasons", reason -> reason.constant(WaitingFor.class)));
        target.addAllThresholds(place.at("thresholds").all("an array of thresholds", this::threshold));
        return place.made(target::build);
    }

    private static Optional<Span> span(JsonPlace target) {
        ImmutableList<EventKind> startedBy = events(target.at("startedBy"));
        ImmutableList<EventKind> stoppedBy = events(target.at("stoppedBy"));
        ImmutableList<Span.Break> pausedBetween =
                target.at("pausedBetween").all("an array of pauses", AgreementsJson::pause);
        return target.made(() -> Span.builder()
                .addAllStartedBy(startedBy)
                .addAllStoppedBy(stoppedBy)
                .addAllPausedBetween(pausedBetween)
                .build());
    }

    private static Optional<Span.Break> pause(JsonPlace place) {
        place.allowOnly("from", "until");
        ImmutableList<EventKind> from = events(place.at("from"));
        ImmutableList<EventKind> until = events(place.at("until"));
        return place.made(() -> new Span.Break(ImmutableSet.copyOf(from), ImmutableSet.copyOf(until)));
    }

    private static ImmutableList<EventKind> events(JsonPlace place) {
        return place.all("an array of kinds of event", kind -> kind.oneOf("kinds of event", EVENTS));
    }

    /**
     * The budget that a text stands for: {@code PT4H}, {@code 2 working days}, {@code 2 working days + PT2H}.
     *
     * @throws IllegalArgumentException if it stands for none
     * @throws java.time.DateTimeException if it stands for none
     */
    public static Budget budget(String text) {
        Matcher days = WORKING_DAYS.matcher(text);
        if (!days.matches()) {
            return Budget.of(Duration.parse(text));
        }
        Duration buffer = days.group(3) == null ? Duration.ZERO : Duration.parse(days.group(3));
        return new Budget.InWorkingDays(new WorkingDays(Integer.parseInt(days.group(1)), buffer));
    }

    private Optional<Threshold> threshold(JsonPlace place) {
        place.allowOnly("at", "actions", "heldToOpeningHours");
        Optional<Threshold.Point> at =
                place.at("at").parsed("a share as 75% or an offset as +PT2H or -PT30M", AgreementsJson::point);
        ImmutableList<ThresholdAction> actions = place.at("actions").all("an array of actions", this::action);
        boolean held = place.at("heldToOpeningHours").ifPresent(JsonPlace::flag).orElse(false);
        return place.made(() -> new Threshold(at.orElseThrow(), actions, held));
    }

    private static Threshold.Point point(String text) {
        if (text.endsWith("%")) {
            return new Threshold.Share(Integer.parseInt(text.substring(0, text.length() - 1)));
        }
        if (text.startsWith("+") || text.startsWith("-")) {
            Duration offset = Duration.parse(text.substring(1));
            return new Threshold.Offset(text.startsWith("-") ? offset.negated() : offset);
        }
        throw new IllegalArgumentException(text + " is neither a share nor an offset");
    }

    private Optional<ThresholdAction> action(JsonPlace place) {
        if (place.isText()) {
            return place.oneOf("actions", ACTIONS);
        }
        place.allowOnly("notify", "escalateTo");
        if (place.at("escalateTo").present()) {
            return place.at("escalateTo")
                    .text("the id of an actor")
                    .map(id -> new ThresholdAction.EscalateTo(ActorId.of(id)));
        }
        return place.at("notify").oneOf("groups", groups).map(ThresholdAction.NotifyGroup::new);
    }
}
