package dk.sagsflow.benchmarks.figures;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableLongArray;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventHeader;
import dk.sagsflow.core.cases.Station;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.TierId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Invented cases, the same for the same number: a centre answers, or asks specialists, who may ask a supplier. */
final class SyntheticCases {
    static final ImmutableList<Station> STATIONS =
            ImmutableList.of(station("centre", "1st"), station("bit", "2nd"), station("kmd", "3rd"));
    private static final Instant BEGIN = Instant.parse("2007-01-01T07:00:00Z");
    private static final int YEAR = 360 * 24 * 3_600;
    private static final ActorId SOMEBODY = ActorId.of("somebody");
    private static final CustomerId CUSTOMER = CustomerId.of("customer");

    private SyntheticCases() {}

    private static Station station(String group, String tier) {
        return new Station(GroupId.of(group), TierId.of(tier));
    }

    /**
     * How one goes.
     *
     * @param registered when it came in, in seconds of the epoch
     * @param highest how far it goes, from 0
     * @param stays how long each group has it in seconds, on the way there and back
     */
    record Way(long registered, int highest, ImmutableLongArray stays) {}

    static Way way(long number) {
        SplittableRandom random = new SplittableRandom(number);
        int chance = random.nextInt(10);
        int highest = chance < 6 ? 0 : chance < 9 ? 1 : 2;
        ImmutableLongArray.Builder stays = ImmutableLongArray.builder(2 * highest + 1);
        for (int stay = 0; stay <= 2 * highest; stay++) {
            stays.add(60 + (long) (-Math.log(1 - random.nextDouble()) * 20_000));
        }
        return new Way(BEGIN.getEpochSecond() + random.nextInt(YEAR), highest, stays.build());
    }

    /** Which station has it in a stay. */
    static int at(Way way, int stay) {
        return stay <= way.highest() ? stay : 2 * way.highest() - stay;
    }

    static List<CaseEvent> events(long number) {
        Way way = way(number);
        CaseNumber name = CaseNumber.of("S-" + number);
        List<CaseEvent> events = new ArrayList<>(3 * way.stays().length() + 2);
        long now = way.registered();
        events.add(registered(header(events, name, now)));
        for (int stay = 0; stay < way.stays().length(); stay++) {
            Station here = STATIONS.get(at(way, stay));
            events.add(new CaseEvent.Accepted(header(events, name, now + 30), here));
            now += way.stays().get(stay);
            events.add(left(way, stay, header(events, name, now)));
        }
        events.add(new CaseEvent.Closed(header(events, name, now + 86_400), ClosingReason.CONFIRMED, ""));
        return events;
    }

    private static CaseEvent registered(EventHeader header) {
        return new CaseEvent.Registered(
                header,
                STATIONS.get(0),
                CUSTOMER,
                CustomerKind.CITIZEN,
                Optional.empty(),
                CaseKind.INCIDENT,
                Optional.empty(),
                "",
                "");
    }

    private static CaseEvent left(Way way, int stay, EventHeader header) {
        Station here = STATIONS.get(at(way, stay));
        boolean last = stay == way.stays().length() - 1;
        Optional<Station> next = last ? Optional.empty() : Optional.of(STATIONS.get(at(way, stay + 1)));
        return stay < way.highest()
                ? new CaseEvent.HandedOver(header, here, next.orElseThrow(), "")
                : new CaseEvent.Answered(header, here, next, "");
    }

    private static EventHeader header(List<CaseEvent> before, CaseNumber name, long second) {
        return EventHeader.of(name, before.size() + 1, Instant.ofEpochSecond(second), SOMEBODY, Side.ORGANISATION);
    }
}
