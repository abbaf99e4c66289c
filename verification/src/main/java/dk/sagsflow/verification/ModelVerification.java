package dk.sagsflow.verification;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.area.Areas;
import dk.sagsflow.verification.finding.AcceptedFinding;
import dk.sagsflow.verification.finding.AcceptedFindings;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.finding.RootCause;
import dk.sagsflow.verification.law.Laws;
import dk.sagsflow.verification.space.TooLargeException;
import dk.sagsflow.verification.subject.Subject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is proved about a model before the first case comes in. Every case there can be is looked at, not a sample: what
 * conditions cannot tell apart is one case, and clocks are compared for every start in a year. See {@link FindingCode} for
 * what is looked for. Immutable.
 */
public final class ModelVerification {
    private static final ImmutableList<String> FILES = ImmutableList.of(
            "organisation.json",
            "calendars.json",
            "agreements.json",
            "routing.json",
            PeopleFile.NAME,
            AcceptedFindings.NAME,
            Laws.NAME);

    private static final LocalDate FIRST = LocalDate.of(1901, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2150, 1, 1);

    private final ImmutableList<Finding> findings;
    private final ImmutableList<Finding> accepted;
    private final LocalDate from;
    private final Causes causes;

    private ModelVerification(
            Stream<Finding> findings, ImmutableList<Finding> accepted, LocalDate from, Causes causes) {
        this.causes = causes;
        this.findings = inOrder(findings);
        this.accepted = accepted;
        this.from = from;
    }

    /**
     * Verifies a model. Its calendars have no names, so that nothing is said about unused ones, and findings have no lines.
     *
     * @param from the first day of the year for which calendars are compared; from 1901-01-01 to 2150-01-01
     */
    public static ModelVerification of(SupportModel model, LocalDate from) {
        return plain(verify(model, ImmutableMap.of(), from, Optional.empty()).stream(), from, causes(model));
    }

    /**
     * Verifies a model and whether the people are there whom it counts on.
     *
     * @param from the first day of the year for which calendars are compared, and the day on which certificates are looked
     *     at; from 1901-01-01 to 2150-01-01
     */
    public static ModelVerification of(SupportModel model, LocalDate from, People people) {
        return plain(verify(model, ImmutableMap.of(), from, Optional.of(people)).stream(), from, causes(model));
    }

    /**
     * Verifies a model that was read from a folder.
     *
     * @param from the first day of the year for which calendars are compared; from 1901-01-01 to 2150-01-01
     */
    public static ModelVerification of(ModelFolder folder, LocalDate from) {
        return plain(read(folder, folder.texts(), from, Optional.empty()), from, causes(folder));
    }

    /**
     * Verifies a model that was read from a folder, and whether the people are there whom it counts on.
     *
     * @param from the first day of the year for which calendars are compared, and the day on which certificates are looked
     *     at; from 1901-01-01 to 2150-01-01
     */
    public static ModelVerification of(ModelFolder folder, LocalDate from, PeopleFile people) {
        ImmutableMap<String, String> texts = ImmutableMap.<String, String>builder()
                .putAll(folder.texts())
                .put(PeopleFile.NAME, people.text())
                .buildOrThrow();
        return plain(read(folder, texts, from, Optional.of(people.people())), from, causes(folder));
    }

    private static Stream<Finding> read(
            ModelFolder folder, ImmutableMap<String, String> texts, LocalDate from, Optional<People> people) {
        TextPlaces places = new TextPlaces(texts);
        return Stream.concat(
                        verify(folder.model(), folder.calendars(), from, people).stream(),
                        new Wording(places, folder.calendars(), from).findings().stream())
                .map(places::located);
    }

    private static ModelVerification plain(Stream<Finding> findings, LocalDate from, Causes causes) {
        return new ModelVerification(findings, ImmutableList.of(), from, causes);
    }

    private static Causes causes(SupportModel model) {
        return new Causes(new Standing(model, ImmutableMap.of()));
    }

    private static Causes causes(ModelFolder folder) {
        return new Causes(new Standing(folder.model(), folder.calendars()));
    }

    /** The same with what is to be said about laws that were held against the model. */
    public ModelVerification keeping(LawVerification laws) {
        return new ModelVerification(
                Stream.concat(findings.stream(), laws.findings().stream()), accepted, from, causes);
    }

    /**
     * The same without the findings that the owner of the model has accepted, and with what is the matter with those: that
     * they do not occur any more, or were accepted until a day that has come. Finds none of a model that was built in code,
     * whose places have no names.
     */
    public ModelVerification accepting(AcceptedFindings these) {
        ImmutableList.Builder<Finding> left = ImmutableList.builder();
        ImmutableList.Builder<Finding> apart = ImmutableList.builder();
        for (Finding finding : findings) {
            boolean lived = these.all().stream().anyMatch(one -> one.concerns(finding) && !one.overOn(from));
            (lived ? apart : left).add(finding);
        }
        ImmutableList.Builder<Finding> odd = ImmutableList.builder();
        for (int i = 0; i < these.all().size(); i++) {
            odd(these.all().get(i), i).ifPresent(odd::add);
        }
        TextPlaces places = new TextPlaces(ImmutableMap.of(AcceptedFindings.NAME, these.text()));
        Stream<Finding> told = odd.build().stream().map(places::located);
        return new ModelVerification(Stream.concat(left.build().stream(), told), apart.build(), from, causes);
    }

    private Optional<Finding> odd(AcceptedFinding one, int index) {
        if (findings.stream().noneMatch(one::concerns)) {
            return Optional.of(finding(
                    FindingCode.ACCEPTED_NO_LONGER_OCCURS, index, one.describe() + " is accepted and does not occur"));
        }
        return one.overOn(from)
                ? Optional.of(finding(
                        FindingCode.ACCEPTED_UNTIL_NOW,
                        index,
                        one.describe() + " was accepted until " + one.until().orElseThrow()))
                : Optional.empty();
    }

    private static Finding finding(FindingCode code, int index, String message) {
        return new Finding(code, Place.accepted(index), message, Optional.empty());
    }

    private static ImmutableList<Finding> inOrder(Stream<Finding> findings) {
        return findings.sorted(Comparator.comparing(Finding::severity)
                        .thenComparingInt(
                                finding -> FILES.indexOf(finding.place().file()))
                        .thenComparingInt(finding -> finding.place()
                                .position()
                                .map(Place.Position::line)
                                .orElse(0))
                        .thenComparing(Finding::code))
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<Finding> verify(
            SupportModel model,
            ImmutableMap<String, ServiceCalendar> calendars,
            LocalDate from,
            Optional<People> people) {
        checkArgument(
                !from.isBefore(FIRST) && !from.isAfter(LAST),
                "a model is verified from %s; dates from %s to %s are possible",
                from,
                FIRST,
                LAST);
        try {
            return Areas.findings(new Subject(model, calendars, from, people));
        } catch (TooLargeException refused) {
            String figure = String.valueOf(refused.getMessage());
            return ImmutableList.of(
                    new Finding(FindingCode.MODEL_TOO_LARGE, Place.routing(""), figure, Optional.empty()));
        }
    }

    /** What was found: errors first, then warnings, then notes; file by file, in the order of the text if there is one. */
    public ImmutableList<Finding> findings() {
        return findings;
    }

    /**
     * The same by what is to be mended, which stands first, with what follows from it: worst first, by cause, then file by file.
     * Every finding stands there once.
     */
    public ImmutableList<RootCause> rootCauses() {
        return causes.of(findings);
    }

    /** What was found and is {@linkplain #accepting accepted}, in the same order. */
    public ImmutableList<Finding> accepted() {
        return accepted;
    }
}
