package dk.sagsflow.verification.suite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.json.OrganisationJson;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.json.AgreementsJson;
import dk.sagsflow.sla.json.CalendarsJson;
import dk.sagsflow.verification.scenario.Scenario;
import dk.sagsflow.verification.scenario.ScenarioResult;
import dk.sagsflow.verification.script.ClockName;
import dk.sagsflow.verification.script.Detail;
import dk.sagsflow.verification.script.Expectation;
import dk.sagsflow.verification.script.Happening;
import dk.sagsflow.verification.script.Names;
import dk.sagsflow.verification.script.Observable;
import dk.sagsflow.verification.script.Opening;
import dk.sagsflow.verification.script.Script;
import dk.sagsflow.verification.script.SubjectModel;
import dk.sagsflow.verification.script.Values;
import dk.sagsflow.verification.script.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

/** Cases, and what their clocks must show: each is played at a desk whose model promises what its agreement does. */
final class ClockVectors {
    private static final String NOT_AT_DESK = "notAtDesk";
    private static final ImmutableMap<String, Verb> VERBS =
            ImmutableMap.of("workaround", Verb.WORKAROUND, "noted", Verb.NOTED, "given back", Verb.GIVEN_BACK);
    private static final Opening.Asker CITIZEN =
            new Opening.Asker(Optional.empty(), CustomerKind.CITIZEN, Optional.empty());

    private final VectorFile file;
    private final JsonPlace root;
    private final SupportOrganisation organisation;
    private final Agreements agreements;

    ClockVectors(VectorFile file, JsonPlace root) {
        this.file = file;
        this.root = root;
        Problems problems = new Problems();
        this.organisation = file.read(file.whole("organisation"), problems, OrganisationJson::read);
        ImmutableMap<String, ServiceCalendar> calendars =
                file.read(file.part("calendars"), problems, CalendarsJson::read);
        this.agreements = file.read(
                file.part("agreements"), problems, place -> AgreementsJson.read(place, organisation, calendars));
    }

    ImmutableList<Check> checks() {
        ImmutableList.Builder<Check> checks = ImmutableList.builder();
        root.at("readings").elements("a list").stream()
                .filter(vector -> !vector.at(NOT_AT_DESK).present())
                .forEach(vector -> checks.add(() -> played(vector, this::reading)));
        root.at("passings").elements("a list").forEach(vector -> checks.add(() -> played(vector, this::passing)));
        return checks.build();
    }

    /** The histories of other systems that no desk writes, each with why not. */
    ImmutableList<String> leftOut() {
        return root.at("readings").elements("a list").stream()
                .filter(vector -> vector.at(NOT_AT_DESK).present())
                .map(vector -> name(vector) + " (" + VectorFile.text(vector, NOT_AT_DESK) + ")")
                .collect(ImmutableList.toImmutableList());
    }

    private static String name(JsonPlace vector) {
        return VectorFile.text(vector, "agreement") + ": " + VectorFile.text(vector, "because");
    }

    private ScenarioResult played(JsonPlace vector, BiFunction<JsonPlace, Values, ImmutableList<Expectation>> reader) {
        SubjectModel subject = subject(VectorFile.text(vector, "agreement"));
        Values values = new Values(Values.zoneOf(subject.model()));
        ImmutableList<JsonPlace> events = vector.at("events").elements("a list");
        Script script = new Script(
                name(vector),
                file.spot(vector),
                values,
                opening(events.get(0)),
                happenings(events.subList(1, events.size())),
                reader.apply(vector, values));
        return new Scenario(subject, script).play();
    }

    private SubjectModel subject(String agreement) {
        SupportModel model = SupportModel.of(organisation)
                .withAgreements(Agreements.of(agreements.all().stream()
                        .filter(one -> one.id().equals(agreement))
                        .toList()));
        return SubjectModel.of(model);
    }

    private Opening opening(JsonPlace event) {
        return new Opening(
                VectorFile.time(event, "at"),
                CITIZEN,
                Optional.empty(),
                Registration.of("customer", "a vector").withKind(CaseKind.QUESTION),
                Optional.empty(),
                file.spot(event));
    }

    private ImmutableList<Happening> happenings(ImmutableList<JsonPlace> events) {
        ImmutableList.Builder<Happening> happenings = ImmutableList.builder();
        boolean waiting = false;
        for (JsonPlace event : events) {
            Happening happening = happening(event);
            if (waiting && happening.verb() == Verb.WAITS) {
                happenings.add(resumed(happening));
            }
            waiting = happening.verb() == Verb.WAITS || (waiting && happening.verb() == Verb.NOTED);
            happenings.add(happening);
        }
        return happenings.build();
    }

    /** At a desk one wait takes the place of another by ending it. */
    private static Happening resumed(Happening before) {
        return new Happening(
                before.at(), Verb.RESUMED, ImmutableMap.of(), Optional.empty(), Optional.empty(), before.spot());
    }

    private Happening happening(JsonPlace event) {
        String is = VectorFile.text(event, "is");
        Optional<String> by =
                Optional.of(event.at("by")).filter(JsonPlace::isText).map(place -> VectorFile.text(event, "by"));
        Verb verb = is.equals("told") && by.equals(Optional.of(Names.CUSTOMER)) ? Verb.WROTE : verb(is);
        return new Happening(
                VectorFile.time(event, "at"),
                verb,
                details(event, verb),
                by.filter(Names.PROGRAM::equals),
                Optional.empty(),
                file.spot(event));
    }

    private static ImmutableMap<Detail, String> details(JsonPlace event, Verb verb) {
        ImmutableMap.Builder<Detail, String> details = ImmutableMap.builder();
        for (Detail detail : verb.details()) {
            if (event.at(detail.word()).isText()) {
                details.put(detail, said(event, detail));
            }
        }
        return details.buildOrThrow();
    }

    private static String said(JsonPlace event, Detail detail) {
        return detail.sort() == Detail.Sort.TIME
                ? VectorFile.time(event, detail.word()).toString()
                : VectorFile.text(event, detail.word());
    }

    private static Verb verb(String is) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.words().equals(is))
                .findFirst()
                .or(() -> Optional.ofNullable(VERBS.get(is)))
                .orElseThrow(() -> new IllegalArgumentException("unknown event " + is));
    }

    private ImmutableList<Expectation> reading(JsonPlace vector, Values values) {
        Instant at = VectorFile.time(vector, "at");
        JsonPlace expected = vector.at("expected");
        Optional<Integer> nth = vector.at("nth").ifPresent(place -> place.integer(1, Integer.MAX_VALUE));
        Optional<ClockName> clock = Optional.of(
                new ClockName(VectorFile.text(vector, "clock"), Optional.empty(), Optional.of(nth.orElse(1))));
        if (!expected.isObject()) {
            return ImmutableList.of(
                    new Expectation(at, Observable.STATE, clock, ImmutableList.of("NONE"), file.spot(vector)));
        }
        return facts(expected, values).entrySet().stream()
                .map(fact -> new Expectation(
                        at, fact.getKey(), clock, ImmutableList.of(fact.getValue()), file.spot(expected)))
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableMap<Observable, String> facts(JsonPlace expected, Values values) {
        ImmutableMap.Builder<Observable, String> facts = ImmutableMap.builder();
        facts.put(Observable.STATE, VectorFile.text(expected, "state"));
        facts.put(
                Observable.USED,
                Duration.parse(VectorFile.text(expected, "consumed")).toString());
        facts.put(
                Observable.LEFT,
                Duration.parse(VectorFile.text(expected, "remaining")).toString());
        facts.put(
                Observable.DUE,
                expected.at("due").isText() ? values.text(VectorFile.time(expected, "due")) : Values.NONE);
        optional(expected, "version", Observable.VERSION, facts);
        optional(expected, "waitingFor", Observable.WAITS_FOR, facts);
        return facts.buildOrThrow();
    }

    private static void optional(
            JsonPlace expected, String member, Observable fact, ImmutableMap.Builder<Observable, String> facts) {
        if (expected.at(member).isText()) {
            facts.put(fact, VectorFile.text(expected, member));
        }
    }

    private String target(String agreement) {
        return agreements.all().stream()
                .filter(one -> one.id().equals(agreement))
                .map(one -> agreement + "/" + one.targets().get(0).id())
                .findFirst()
                .orElseThrow();
    }

    private ImmutableList<Expectation> passing(JsonPlace vector, Values values) {
        String target = target(VectorFile.text(vector, "agreement"));
        ImmutableList<String> passed = vector.at("expected").elements("a list").stream()
                .map(one ->
                        target + " " + VectorFile.text(one, "at") + ", " + values.text(VectorFile.time(one, "dueAt")))
                .collect(ImmutableList.toImmutableList());
        return ImmutableList.of(new Expectation(
                VectorFile.time(vector, "until"),
                Observable.PASSED,
                Optional.empty(),
                passed,
                file.spot(vector.at("expected"))));
    }
}
