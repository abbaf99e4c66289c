package dk.sagsflow.testkit.soundness;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.sla.clock.ClockReading;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.verification.scenario.Rehearsal;
import dk.sagsflow.verification.script.Detail;
import dk.sagsflow.verification.script.Happening;
import dk.sagsflow.verification.script.Spot;
import dk.sagsflow.verification.script.SubjectModel;
import dk.sagsflow.verification.script.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The same case played on the desk of a model: what happens to it, what its clocks show, and who is told, line by line. */
final class TracePlay {
    private static final Spot HERE = new Spot("a trace", 1, 1, 0, 0);

    private final Rehearsal desk;
    private final List<SupportGroup> groups;
    private final Random random;
    private final List<String> lines = new ArrayList<>();

    private TracePlay(SupportModel model, long seed) {
        this.random = new Random(seed);
        this.groups = model.organisation().groups();
        this.desk = new Rehearsal(SubjectModel.of(model), DrawnOpening.of(model.organisation(), random));
    }

    static List<String> of(SupportModel model, long seed) {
        TracePlay play = new TracePlay(model, seed);
        play.lines.add("accepted " + play.desk.opens().wasAccepted());
        if (play.lines.get(0).endsWith("true")) {
            for (int i = 0; i < 6; i++) {
                play.step();
            }
        }
        return play.lines;
    }

    private void step() {
        switch (random.nextInt(6)) {
            case 0 -> happens(Verb.TRIAGED, ImmutableMap.of());
            case 1 -> happens(Verb.WAITS, ImmutableMap.of(Detail.WAITING, WaitingFor.SUPPLIER.name()));
            case 2 -> happens(Verb.ANSWERED, ImmutableMap.of());
            default ->
                happens(
                        Verb.HANDED_OVER,
                        ImmutableMap.of(
                                Detail.GROUP,
                                DrawnOpening.one(groups, random).id().value()));
        }
        desk.until(desk.now().plus(Duration.ofMinutes(random.nextInt(90 * 60))));
        seen();
    }

    private void happens(Verb verb, ImmutableMap<Detail, String> details) {
        boolean accepted = desk.happens(
                        new Happening(desk.now(), verb, details, Optional.empty(), Optional.empty(), HERE))
                .wasAccepted();
        lines.add(verb + " " + details + " " + accepted);
    }

    private void seen() {
        desk.swept().forEach(event -> lines.add(words(event)));
        desk.clocks(desk.now()).forEach(clock -> lines.add(words(clock)));
        desk.told().forEach(told -> lines.add("told " + told.at() + " " + told.describe()));
        lines.add("at " + desk.current().working());
    }

    private static String words(CaseEvent event) {
        return event.getClass().getSimpleName() + " " + event.header().occurredAt();
    }

    private static String words(Explanation clock) {
        ClockReading reading = clock.reading();
        return reading.measure() + " " + reading.station() + " " + reading.began() + " " + reading.due() + " "
                + reading.consumed();
    }
}
