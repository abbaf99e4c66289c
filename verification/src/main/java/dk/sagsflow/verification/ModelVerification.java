package dk.sagsflow.verification;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.area.Areas;
import dk.sagsflow.verification.finding.Finding;
import dk.sagsflow.verification.finding.FindingCode;
import dk.sagsflow.verification.finding.Place;
import dk.sagsflow.verification.space.TooLargeException;
import dk.sagsflow.verification.subject.Subject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is proved about a model before the first case comes in. Every case there can be is looked at, not a sample: what
 * conditions cannot tell apart is one case, and clocks are compared for every start in a year. See {@link FindingCode} for
 * what is looked for. Immutable.
 */
public final class ModelVerification {
    private static final ImmutableList<String> FILES =
            ImmutableList.of("organisation.json", "calendars.json", "agreements.json", "routing.json", PeopleFile.NAME);

    private static final LocalDate FIRST = LocalDate.of(1901, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2150, 1, 1);

    private final ImmutableList<Finding> findings;

    private ModelVerification(ImmutableList<Finding> findings) {
        this.findings = findings;
    }

    /**
     * Verifies a model. Its calendars have no names, so that nothing is said about unused ones, and findings have no lines.
     *
     * @param from the first day of the year for which calendars are compared; from 1901-01-01 to 2150-01-01
     */
    public static ModelVerification of(SupportModel model, LocalDate from) {
        return inOrder(verify(model, ImmutableMap.of(), from, Optional.empty()).stream());
    }

    /**
     * Verifies a model and whether the people are there whom it counts on.
     *
     * @param from the first day of the year for which calendars are compared, and the day on which certificates are looked
     *     at; from 1901-01-01 to 2150-01-01
     */
    public static ModelVerification of(SupportModel model, LocalDate from, People people) {
        return inOrder(verify(model, ImmutableMap.of(), from, Optional.of(people)).stream());
    }

    /**
     * Verifies a model that was read from a folder.
     *
     * @param from the first day of the year for which calendars are compared; from 1901-01-01 to 2150-01-01
     */
    public static ModelVerification of(ModelFolder folder, LocalDate from) {
        return located(verify(folder.model(), folder.calendars(), from, Optional.empty()), folder.texts());
    }

    /**
     * Verifies a model that was read from a folder, and whether the people are there whom it counts on.
     *
     * @param from the first day of the year for which calendars are compared, and the day on which certificates are looked
     *     at; from 1901-01-01 to 2150-01-01
     */
    public static ModelVerification of(ModelFolder folder, LocalDate from, PeopleFile people) {
        return located(
                verify(folder.model(), folder.calendars(), from, Optional.of(people.people())),
                ImmutableMap.<String, String>builder()
                        .putAll(folder.texts())
                        .put(PeopleFile.NAME, people.text())
                        .buildOrThrow());
    }

    private static ModelVerification located(ImmutableList<Finding> findings, ImmutableMap<String, String> texts) {
        Map<String, Optional<JsonPlace>> roots = new HashMap<>();
        Problems places = new Problems();
        return inOrder(findings.stream().map(finding -> located(finding, texts, roots, places)));
    }

    private static ModelVerification inOrder(Stream<Finding> findings) {
        return new ModelVerification(findings.sorted(Comparator.comparingInt((Finding finding) ->
                                FILES.indexOf(finding.place().file()))
                        .thenComparingInt(finding -> finding.place()
                                .position()
                                .map(Place.Position::line)
                                .orElse(0))
                        .thenComparing(Finding::code))
                .collect(ImmutableList.toImmutableList()));
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

    private static Finding located(
            Finding finding,
            ImmutableMap<String, String> texts,
            Map<String, Optional<JsonPlace>> roots,
            Problems places) {
        String file = finding.place().file();
        Optional<JsonPlace> root = roots.computeIfAbsent(
                file, name -> text(texts, name).flatMap(text -> JsonDocument.read(name, text, places)));
        return root.map(document -> finding.at(position(document, finding.place())))
                .orElse(finding);
    }

    private static Optional<String> text(ImmutableMap<String, String> texts, String file) {
        return Optional.ofNullable(texts.get(file));
    }

    private static Place.Position position(JsonPlace root, Place place) {
        JsonPlace value = root;
        for (String key : Splitter.on('/').omitEmptyStrings().split(place.pointer())) {
            value = value.at(key);
        }
        return new Place.Position(value.line(), value.column());
    }

    /** What was found: file by file, in the order of the text if there is one. */
    public ImmutableList<Finding> findings() {
        return findings;
    }
}
