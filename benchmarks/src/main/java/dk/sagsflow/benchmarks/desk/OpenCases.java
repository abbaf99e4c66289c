package dk.sagsflow.benchmarks.desk;

import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.agreement.Party;
import dk.sagsflow.sla.clock.CaseHistory;
import dk.sagsflow.sla.clock.Clocks;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Open cases of the reference organisation, each of 20 events: twice up to the supplier and once back, with waiting, notes
 * and a priority; 17 clocks run or ran. When things happen is random, and always the same. Not thread-safe.
 */
final class OpenCases {
    /** When the clocks are read: a Wednesday at 10 in Copenhagen. */
    static final Instant NOW = Instant.parse("2007-11-14T09:00:00Z");

    private static final Station CENTRE = new Station(GroupId.of("support-centre"), TierId.of("1st"));
    private static final Station BIT = new Station(GroupId.of("bit"), TierId.of("2nd"));
    private static final Station KMD = new Station(GroupId.of("kmd"), TierId.of("3rd"));
    private static final Optional<SystemId> AMANDA = Optional.of(SystemId.of("amanda"));

    private static final List<Function<EventHeader, CaseEvent>> SCRIPT = List.of(
            header -> new CaseEvent.Registered(
                    header,
                    CENTRE,
                    CustomerId.of("anna"),
                    CustomerKind.CITIZEN,
                    Optional.empty(),
                    CaseKind.INCIDENT,
                    AMANDA,
                    "I cannot log in",
                    "Amanda says that my certificate is unknown."),
            header -> new CaseEvent.Accepted(header, CENTRE),
            header -> new CaseEvent.Classified(
                    header, CaseKind.INCIDENT, AMANDA, Optional.of("certificate"), Cause.UNKNOWN),
            header -> new CaseEvent.NoteAdded(header, Visibility.CUSTOMER, "We look into it."),
            header -> new CaseEvent.HandedOver(header, CENTRE, BIT, "unknown error"),
            header -> new CaseEvent.Accepted(header, BIT),
            header -> new CaseEvent.NoteAdded(header, Visibility.INTERNAL, "Seen with others too."),
            header -> new CaseEvent.Classified(
                    header, CaseKind.INCIDENT, AMANDA, Optional.of("certificate"), Cause.SYSTEM),
            header -> new CaseEvent.HandedOver(header, BIT, KMD, "error of Amanda"),
            header -> new CaseEvent.Accepted(header, KMD),
            header -> new CaseEvent.PutOnHold(header, WaitingFor.CUSTOMER, Optional.empty(), "Which browser?"),
            CaseEvent.Resumed::new,
            header -> new CaseEvent.Answered(header, KMD, Optional.of(BIT), "It is the certificate."),
            header -> new CaseEvent.NoteAdded(header, Visibility.INTERNAL, "It is not."),
            header -> new CaseEvent.Prioritised(header, Impact.HIGH, Urgency.MEDIUM, Priority.P2),
            header -> new CaseEvent.HandedOver(header, BIT, KMD, "it is not the certificate"),
            header -> new CaseEvent.Accepted(header, KMD),
            header -> new CaseEvent.PutOnHold(header, WaitingFor.CHANGE, Optional.empty(), "next release"),
            CaseEvent.Resumed::new,
            header -> new CaseEvent.NoteAdded(header, Visibility.CUSTOMER, "It will be in the next release."));

    private final Random random = new Random(20);
    private int made;

    /** The clocks of the reference organisation, as its model folder has them. */
    static Clocks clocks() {
        return new Clocks(model().agreements());
    }

    /** The clock of the resolution that citizens are promised alone, with what is promised in urgent cases. */
    static Clocks resolution() {
        return new Clocks(Agreements.of(model().agreements().all().stream()
                .filter(agreement -> agreement.consumer() instanceof Party.EveryCustomer)
                .map(agreement -> agreement.withTargets(agreement.targets().stream()
                        .filter(target -> target.measure() == Measure.RESOLUTION)
                        .toList()))
                .toList()));
    }

    /** The reference organisation, as its model folder has it. */
    static SupportModel model() {
        return ModelFolder.read("models/ams/", OpenCases::text).model();
    }

    private static String text(String file) throws IOException {
        try (InputStream text = OpenCases.class.getResourceAsStream("/models/ams/" + file)) {
            if (text == null) {
                throw new FileNotFoundException(file);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The events of one more case, which came in 20 to 40 days before now. */
    List<CaseEvent> events() {
        CaseNumber number = CaseNumber.of("C" + ++made);
        Instant[] at = {NOW.minus(Duration.ofMinutes(random.nextInt(20 * 24 * 60) + 20 * 24 * 60L))};
        return IntStream.range(0, SCRIPT.size())
                .mapToObj(i -> {
                    EventHeader header = EventHeader.of(number, i + 1, at[0], ActorId.of("karen"), Side.ORGANISATION);
                    at[0] = at[0].plus(Duration.ofMinutes(random.nextInt(24 * 60)));
                    return SCRIPT.get(i).apply(header);
                })
                .toList();
    }

    /** The history of one more case. */
    CaseHistory history() {
        return CaseHistory.of(events());
    }
}
