package dk.sagsflow.verification.proof;

import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportGroup;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.handover.HandOverEnd;
import dk.sagsflow.routing.triage.TriageRule;
import dk.sagsflow.sla.agreement.Measure;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.verification.finding.Counterexample;
import dk.sagsflow.verification.law.Law;
import dk.sagsflow.verification.law.Limit;
import dk.sagsflow.verification.law.Sentence;
import dk.sagsflow.verification.subject.Deadline;
import dk.sagsflow.verification.subject.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A law held against one case, by what a desk asks of it. Not thread-safe. */
final class Trial {
    private final SupportModel model;
    private final SupportOrganisation organisation;
    private final Law law;
    private final Counterexample drawn;
    private final OneCase one;
    private final Offers<Boolean> offers;
    private final Passages passages;
    private final Instant start;

    Trial(SupportModel model, Passages passages, Law law, Counterexample drawn) {
        this.model = model;
        this.organisation = model.organisation();
        this.law = law;
        this.drawn = drawn;
        this.one = new OneCase(model, drawn);
        this.offers = new Offers<>(model, one);
        this.passages = passages;
        this.start = drawn.askedAt();
    }

    /** What is broken; nothing if it holds for this case. */
    Optional<Proof.Broken> broken() {
        Sentence sentence = law.sentence();
        if (sentence instanceof Sentence.Due due) {
            return late(group -> true, due.limit(), at -> offers.due(due.measure(), at));
        } else if (sentence instanceof Sentence.Heard heard) {
            return late(group -> true, heard.limit(), offers::heard);
        } else if (sentence instanceof Sentence.Told told) {
            return lateInOne(group -> told.at().includes(Subject.station(group)), told.limit(), this::told);
        } else if (sentence instanceof Sentence.Has has) {
            return lateInOne(group -> group.id().equals(has.group()), has.limit(), this::has);
        } else if (sentence instanceof Sentence.HasShare share) {
            return asked(group -> group.id().equals(share.group()))
                    .flatMap(at -> share(at, share.percent()).stream())
                    .findFirst();
        }
        return sentence instanceof Sentence.Passes passes ? passes(passes) : only((Sentence.OnlyThese) sentence);
    }

    /** Groups at which this case can be and is one of those that the law is about. */
    private Stream<SupportGroup> asked(Function<SupportGroup, Boolean> wanted) {
        return reached(Optional.empty()).stream().filter(wanted::apply).filter(at -> one.where(law.when(), at));
    }

    private Optional<Proof.Broken> late(
            Function<SupportGroup, Boolean> wanted, Limit limit, Function<SupportGroup, List<Offer<Boolean>>> offered) {
        return lateInOne(wanted, limit, at -> Stream.of(offered.apply(at)));
    }

    /** All that is offered in each of several ways: in each something must be in time. */
    private Optional<Proof.Broken> lateInOne(
            Function<SupportGroup, Boolean> wanted,
            Limit limit,
            Function<SupportGroup, Stream<List<Offer<Boolean>>>> offered) {
        return asked(wanted)
                .flatMap(at -> offered.apply(at).flatMap(all -> late(at, all, Times.deadline(limit)).stream()))
                .findFirst();
    }

    private Stream<List<Offer<Boolean>>> told(SupportGroup at) {
        return first(at).map(first -> offers.told(first, at));
    }

    private Stream<List<Offer<Boolean>>> has(SupportGroup at) {
        return first(at).map(first -> offers.has(first, at));
    }

    private Optional<Proof.Broken> late(SupportGroup at, List<Offer<Boolean>> all, Deadline limit) {
        List<Offer<Boolean>> offered = all.stream().filter(Offer::cases).toList();
        Optional<Instant> allowed = limit.due(start);
        boolean inTime = allowed.isEmpty()
                || offered.stream()
                        .flatMap(offer -> offer.deadline().due(start).stream())
                        .anyMatch(due -> !due.isAfter(allowed.get()));
        if (inTime) {
            return Optional.empty();
        }
        String how = offered.isEmpty()
                ? "nothing is said for it while it is at " + at.id()
                : Times.late(offered.get(0), limit, start);
        return Optional.of(new Proof.Broken(shown(at), how));
    }

    private Counterexample shown(SupportGroup at) {
        return drawn.after(List.of(at.id()));
    }

    /** Of working days there is no part, but of the time between now and when they are over. */
    private Optional<Proof.Broken> share(SupportGroup at, int percent) {
        List<Deadline.Amount> answers = offers.answers(at).stream()
                .filter(Offer::cases)
                .map(Offer::deadline)
                .filter(answer -> answer.due(start).isPresent())
                .toList();
        return answers.isEmpty()
                ? Optional.of(new Proof.Broken(shown(at), "nothing says by when the customer is answered"))
                : answers.stream()
                        .flatMap(answer -> has(at).flatMap(offered -> share(at, percent, answer, offered).stream()))
                        .findFirst();
    }

    private Optional<Proof.Broken> share(
            SupportGroup at, int percent, Deadline.Amount answer, List<Offer<Boolean>> offered) {
        ServiceCalendar calendar = answer.calendar();
        Duration all = calendar.openTime(start, answer.due(start).orElseThrow());
        boolean kept = offered.stream()
                .filter(Offer::cases)
                .flatMap(offer -> offer.deadline().due(start).stream())
                .map(due -> calendar.openTime(start, due))
                .anyMatch(used -> used.multipliedBy(100).compareTo(all.multipliedBy(percent)) <= 0);
        String how = "from " + Times.local(start, calendar.zone()) + " " + at.id() + " has more than " + percent
                + " % of the " + all + " until the customer is answered";
        return kept ? Optional.empty() : Optional.of(new Proof.Broken(shown(at), how));
    }

    private Optional<Proof.Broken> passes(Sentence.Passes passes) {
        if (passes.before().isEmpty()) {
            return registering()
                    .map(this::led)
                    .filter(way -> one.where(law.when(), way.get(way.size() - 1)))
                    .filter(way -> way.stream().noneMatch(at -> at.id().equals(passes.group())))
                    .findFirst()
                    .map(way -> new Proof.Broken(
                            drawn.after(way.stream().map(SupportGroup::id).toList()),
                            "triage leaves it at " + way.get(way.size() - 1).id() + ", and it was not at "
                                    + passes.group()));
        }
        HandOverEnd place = passes.before().orElseThrow();
        return coming(place, Optional.of(passes.group()))
                .filter(come -> one.where(law.when(), come.from()))
                .findFirst()
                .map(come -> new Proof.Broken(
                        shown(come), "it can come to " + come.to().id() + " without having been at " + passes.group()));
    }

    private Optional<Proof.Broken> only(Sentence.OnlyThese only) {
        return coming(only.at(), Optional.empty())
                .filter(come -> !one.where(law.when(), come.from()))
                .findFirst()
                .map(come -> new Proof.Broken(
                        shown(come), "it can come to " + come.to().id()));
    }

    /** A hand-over, or a registration if it is to the group itself. */
    private record Coming(SupportGroup from, SupportGroup to) {}

    private Counterexample shown(Coming come) {
        return come.from().equals(come.to())
                ? shown(come.to())
                : drawn.after(List.of(come.from().id(), come.to().id()));
    }

    /** How this case can come to a place without having been at a group: what the law asks is asked where it comes from. */
    private Stream<Coming> coming(HandOverEnd place, Optional<GroupId> without) {
        return reached(without).stream()
                .flatMap(from -> organisation.groups().stream()
                        .filter(to -> place.includes(Subject.station(to)) && !without.equals(Optional.of(to.id())))
                        .filter(to -> from.equals(to) ? registering().anyMatch(to::equals) : free(from, to))
                        .map(to -> new Coming(from, to)));
    }

    private Stream<SupportGroup> registering() {
        int contact = organisation.rank(organisation.contactTier());
        return organisation.groups().stream()
                .filter(group -> organisation.rank(group.tier()) <= contact)
                .filter(this::door);
    }

    /** Where this case can come, by rule or by hand, without a group. */
    private Set<SupportGroup> reached(Optional<GroupId> without) {
        Set<SupportGroup> reached = new LinkedHashSet<>();
        Deque<SupportGroup> next = new ArrayDeque<>(registering()
                .filter(group -> !without.equals(Optional.of(group.id())))
                .toList());
        while (!next.isEmpty()) {
            SupportGroup from = next.remove();
            if (reached.add(from)) {
                organisation.groups().stream()
                        .filter(to -> !without.equals(Optional.of(to.id())) && free(from, to))
                        .forEach(next::add);
            }
        }
        return reached;
    }

    /** The groups of its tier by which this case comes there and on to a group. */
    private Stream<SupportGroup> first(SupportGroup at) {
        if (!model.agreements().measure(Measure.CUMULATIVE_RESIDENCE)) {
            return Stream.of(at);
        }
        Set<SupportGroup> leading = new LinkedHashSet<>();
        Deque<SupportGroup> next = new ArrayDeque<>(List.of(at));
        while (!next.isEmpty()) {
            SupportGroup to = next.remove();
            if (leading.add(to)) {
                organisation.groupsAt(at.tier()).filter(from -> free(from, to)).forEach(next::add);
            }
        }
        return leading.stream().filter(this::door);
    }

    private boolean door(SupportGroup group) {
        return organisation
                .tier(group.tier())
                .flatMap(tier -> tier.entrance())
                .map(group.id()::equals)
                .orElse(true);
    }

    private boolean free(SupportGroup from, SupportGroup to) {
        return passages.free(from, to).stream().allMatch(condition -> one.where(condition, from));
    }

    /** The groups that triage leads it to, until it stays. */
    private List<SupportGroup> led(SupportGroup entrance) {
        List<SupportGroup> way = new ArrayList<>(List.of(entrance));
        Optional<SupportGroup> next = next(entrance);
        while (next.isPresent() && !way.contains(next.get()) && free(way.get(way.size() - 1), next.get())) {
            way.add(next.get());
            next = next(next.get());
        }
        return way;
    }

    private Optional<SupportGroup> next(SupportGroup at) {
        return model.triage().propose(one.at(at), start).map(TriageRule::to).flatMap(organisation::group);
    }
}
