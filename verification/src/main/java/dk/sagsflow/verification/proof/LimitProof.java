package dk.sagsflow.verification.proof;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.sla.agreement.Budget;
import dk.sagsflow.verification.law.Law;
import dk.sagsflow.verification.law.Sentence;
import dk.sagsflow.verification.space.CaseSet;
import dk.sagsflow.verification.subject.Deadline;
import dk.sagsflow.verification.subject.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Laws that say how long something may take, for all cases at once. Not thread-safe. */
final class LimitProof {
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final Subject subject;
    private final Law law;
    private final Offers<CaseSet> offers;
    private final Set<Looked> known = new HashSet<>();
    private boolean about;

    /** What was held against a limit, and kept it. */
    private record Looked(List<Deadline.Amount> offered, Deadline limit, Within starts) {}

    /** Some cases, and all that is offered to each of them. */
    private record Cell(CaseSet cases, ImmutableList<Offer<CaseSet>> offers) {}

    /** Starts, both ends inclusive. */
    private record Within(Instant from, Instant to) {}

    LimitProof(Subject subject, Law law) {
        this.subject = subject;
        this.law = law;
        this.offers = new Offers<>(subject.model(), new AllCases(subject));
    }

    Optional<Proof> due(Sentence.Due due) {
        return subject.handOvers().reached().stream()
                .flatMap(at -> new At(at, offers.due(due.measure(), at), Times.deadline(due.limit())).registered())
                .findFirst()
                .or(this::kept);
    }

    Optional<Proof> heard(Sentence.Heard heard) {
        return subject.handOvers().reached().stream()
                .flatMap(at -> new At(at, offers.heard(at), Times.deadline(heard.limit())).registered())
                .findFirst()
                .or(this::kept);
    }

    Optional<Proof> told(Sentence.Told told) {
        return subject.handOvers().reached().stream()
                .filter(at -> told.at().includes(Subject.station(at)))
                .flatMap(at -> each(at, first -> offers.told(first, at), Times.deadline(told.limit()), cases(at)))
                .findFirst()
                .or(this::kept);
    }

    Optional<Proof> has(Sentence.Has has) {
        return reached(has.group())
                .flatMap(at -> each(at, first -> offers.has(first, at), Times.deadline(has.limit()), cases(at)))
                .findFirst()
                .or(this::kept);
    }

    /** Empty if the customer is promised working days: of these there are no parts. */
    Optional<Proof> share(Sentence.HasShare share) {
        List<Proof> broken = new ArrayList<>();
        for (SupportGroup at : reached(share.group()).toList()) {
            CaseSet left = cases(at);
            for (Offer<CaseSet> answer : offers.answers(at)) {
                CaseSet cases = cases(at).and(answer.cases());
                left = left.minus(answer.cases());
                if (cases.some() && !(answer.deadline().budget() instanceof Budget.ServiceTime)) {
                    return Optional.empty();
                }
                each(at, first -> offers.has(first, at), part(answer.deadline(), share.percent()), cases)
                        .findFirst()
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

    private Stream<SupportGroup> reached(GroupId group) {
        return subject.handOvers().reached().stream().filter(at -> at.id().equals(group));
    }

    private CaseSet cases(SupportGroup at) {
        return subject.space().where(law.when(), at).and(subject.handedTo(at)).and(subject.inForce());
    }

    /** Whichever group of its tier the cases came to first: its limit for all visits to the tier is theirs. */
    private Stream<Proof> each(
            SupportGroup at, Function<SupportGroup, List<Offer<CaseSet>>> offered, Deadline limit, CaseSet cases) {
        return subject.handOvers().first(at).stream()
                .flatMap(first -> new At(at, offered.apply(first), limit).arrived(cases));
    }

    /** What is offered to cases at a group, held against a limit. */
    private final class At {
        private final SupportGroup at;
        private final List<Offer<CaseSet>> offered;
        private final Deadline limit;

        At(SupportGroup at, List<Offer<CaseSet>> offered, Deadline limit) {
            this.at = at;
            this.offered = offered;
            this.limit = limit;
        }

        /** Of what begins with the registration: each version of agreements holds for those who are registered under it. */
        Stream<Proof> registered() {
            return subject.registrations().stream().flatMap(begun -> {
                Instant next = subject.registrations().higher(begun);
                Instant end = next == null ? Instant.MAX : next.minus(MOMENT);
                return broken(under(cases(at), begun), new Within(begun, end));
            });
        }

        /** Of what begins later: a case may come long after it was registered. */
        Stream<Proof> arrived(CaseSet cases) {
            return subject.registrations().stream()
                    .flatMap(begun -> broken(under(cases, begun), new Within(begun, Instant.MAX)));
        }

        private CaseSet under(CaseSet cases, Instant begun) {
            return cases.and(subject.space().registered(begun::equals));
        }

        private Stream<Proof> broken(CaseSet cases, Within starts) {
            about |= cases.some();
            return cells(cases).stream().flatMap(cell -> broken(cell, starts).stream());
        }

        private List<Cell> cells(CaseSet cases) {
            List<Cell> cells = List.of(new Cell(cases, ImmutableList.of()));
            for (Offer<CaseSet> offer : offered) {
                cells = cells.stream().flatMap(cell -> split(cell, offer)).toList();
            }
            return cells.stream().filter(cell -> cell.cases().some()).toList();
        }

        private Optional<Proof> broken(Cell cell, Within starts) {
            if (cell.offers().isEmpty()) {
                return Optional.of(new Proof.Broken(
                        cell.cases().exampleAt(at), "nothing is said for it while it is at " + at.id()));
            }
            List<Deadline.Amount> deadlines =
                    cell.offers().stream().map(Offer::deadline).toList();
            if (known.contains(new Looked(deadlines, limit, starts))) {
                return Optional.empty();
            }
            Optional<Proof> broken = subject.starts()
                    .late(deadlines, limit, starts.from(), starts.to())
                    .map(start -> new Proof.Broken(
                            cell.cases().exampleAt(at).startingAt(start),
                            Times.late(cell.offers().get(0), limit, start)));
            if (broken.isEmpty()) {
                known.add(new Looked(deadlines, limit, starts));
            }
            return broken;
        }
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
