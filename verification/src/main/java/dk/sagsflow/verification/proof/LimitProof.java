package dk.sagsflow.verification.proof;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.condition.CaseField;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.verification.law.Law;
import dk.sagsflow.verification.law.Sentence;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.Deadline;
import dk.sagsflow.verification.subject.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Laws that say how long something may take, for all cases at once. Not thread-safe. */
final class LimitProof {
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final Subject subject;
    private final Law law;
    private final Offers<CaseSet> offers;
    private boolean about;

    /** Some cases, and all that is offered to each of them. */
    private record Cell(CaseSet cases, ImmutableList<Offer<CaseSet>> offers) {}

    LimitProof(Subject subject, Law law) {
        this.subject = subject;
        this.law = law;
        this.offers = new Offers<>(subject.model(), new AllCases(subject));
    }

    Optional<Proof> due(Sentence.Due due) {
        return whereverItIs()
                .flatMap(at -> registered(at, offers.due(due.measure(), at), Times.deadline(due.limit())).stream())
                .findFirst()
                .or(this::kept);
    }

    Optional<Proof> heard(Sentence.Heard heard) {
        return whereverItIs()
                .flatMap(at -> registered(at, offers.heard(at), Times.deadline(heard.limit())).stream())
                .findFirst()
                .or(this::kept);
    }

    Optional<Proof> told(Sentence.Told told) {
        return subject.handOvers().reached().stream()
                .filter(at -> told.at().includes(Subject.station(at)))
                .flatMap(at -> arrived(at, cases(at), offers.told(at), Times.deadline(told.limit())).stream())
                .findFirst()
                .or(this::kept);
    }

    Optional<Proof> has(Sentence.Has has) {
        return reached(has.group().value())
                .flatMap(at -> arrived(at, cases(at), offers.has(at), Times.deadline(has.limit())).stream())
                .findFirst()
                .or(this::kept);
    }

    /** Empty if the customer is promised working days: of these there are no parts. */
    Optional<Proof> share(Sentence.HasShare share) {
        List<Proof> broken = new ArrayList<>();
        for (SupportGroup at : reached(share.group().value()).toList()) {
            CaseSet left = cases(at);
            for (Offer<CaseSet> answer : offers.due(Measure.RESOLUTION, at)) {
                CaseSet cases = left.and(answer.cases());
                left = left.minus(answer.cases());
                if (cases.some() && !(answer.deadline().budget() instanceof Budget.ServiceTime)) {
                    return Optional.empty();
                }
                arrived(at, cases, offers.has(at), part(answer.deadline(), share.percent()))
                        .ifPresent(broken::add);
            }
            about |= left.some();
            if (left.some()) {
                broken.add(new Proof.Broken(left.exampleAt(at), "nothing says by when the customer is answered"));
            }
        }
        return broken.stream().findFirst().or(this::kept);
    }

    private static Deadline part(Deadline.Amount answer, int percent) {
        return answer.budget() instanceof Budget.ServiceTime time
                ? Deadline.Amount.of(
                        answer.calendar(),
                        Budget.of(time.amount().multipliedBy(percent).dividedBy(100)))
                : answer;
    }

    private Optional<Proof> kept() {
        return Optional.of(about ? new Proof.Kept() : new Proof.AboutNothing());
    }

    private Stream<SupportGroup> reached(String group) {
        return subject.handOvers().reached().stream()
                .filter(at -> at.id().value().equals(group));
    }

    /** Groups of every sort that the law or agreements tell apart by where a case is. */
    private Stream<SupportGroup> whereverItIs() {
        boolean asked = law.when().asks(CaseField.GROUP);
        return subject.handOvers().reached().stream()
                .filter(at -> asked || subject.selection().providing().contains(at));
    }

    private CaseSet cases(SupportGroup at) {
        return subject.space().where(law.when(), at).and(subject.handedTo(at)).and(subject.inForce());
    }

    /** Of what begins with the registration: each version of agreements holds for those who are registered under it. */
    private Optional<Proof> registered(SupportGroup at, List<Offer<CaseSet>> offered, Deadline limit) {
        for (Instant begun : subject.registrations()) {
            Instant next = subject.registrations().higher(begun);
            CaseSet cases = cases(at).and(subject.space().registered(begun::equals));
            Optional<Proof> broken =
                    broken(at, cases, offered, limit, begun, next == null ? Instant.MAX : next.minus(MOMENT));
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    /** Of what begins later: a case may come long after it was registered. */
    private Optional<Proof> arrived(SupportGroup at, CaseSet all, List<Offer<CaseSet>> offered, Deadline limit) {
        return subject.registrations().stream()
                .flatMap(begun ->
                        broken(
                                at,
                                all.and(subject.space().registered(begun::equals)),
                                offered,
                                limit,
                                begun,
                                Instant.MAX)
                                .stream())
                .findFirst();
    }

    private Optional<Proof> broken(
            SupportGroup at, CaseSet cases, List<Offer<CaseSet>> offered, Deadline limit, Instant from, Instant to) {
        about |= cases.some();
        for (Cell cell : cells(cases, offered)) {
            Optional<Proof> broken = broken(at, cell, limit, from, to);
            if (broken.isPresent()) {
                return broken;
            }
        }
        return Optional.empty();
    }

    private Optional<Proof> broken(SupportGroup at, Cell cell, Deadline limit, Instant from, Instant to) {
        if (cell.offers().isEmpty()) {
            return Optional.of(
                    new Proof.Broken(cell.cases().exampleAt(at), "nothing is said for it while it is at " + at.id()));
        }
        List<Deadline.Amount> deadlines =
                cell.offers().stream().map(Offer::deadline).toList();
        return subject.starts()
                .late(deadlines, limit, from, to)
                .map(start -> new Proof.Broken(
                        cell.cases().exampleAt(at).startingAt(start),
                        Times.late(cell.offers().get(0), limit, start)));
    }

    private static List<Cell> cells(CaseSet cases, List<Offer<CaseSet>> offers) {
        List<Cell> cells = List.of(new Cell(cases, ImmutableList.of()));
        for (Offer<CaseSet> offer : offers) {
            cells = cells.stream().flatMap(cell -> split(cell, offer)).toList();
        }
        return cells.stream().filter(cell -> cell.cases().some()).toList();
    }

    private static Stream<Cell> split(Cell cell, Offer<CaseSet> offer) {
        CaseSet with = cell.cases().and(offer.cases());
        ImmutableList<Offer<CaseSet>> more = ImmutableList.<Offer<CaseSet>>builder()
                .addAll(cell.offers())
                .add(offer)
                .build();
        return Stream.of(new Cell(with, more), new Cell(cell.cases().minus(offer.cases()), cell.offers()))
                .filter(part -> part.cases().some());
    }
}
