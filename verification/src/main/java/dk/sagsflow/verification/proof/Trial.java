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
            return late(group -> told.at().includes(Subject.station(group)), told.limit(), offers::told);
        } else if (sentence instanceof Sentence.Has has) {
            return late(group -> group.id().equals(has.group()), has.limit(), offers::has);
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
        return asked(wanted)
                .flatMap(at -> late(at, offered.apply(at), Times.deadline(limit)).stream())
                .findFirst();
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
    @SuppressWarnings("OptionalMapToOptional") // what is empty inside is kept, what is empty outside says nothing
    private Optional<Proof.Broken> share(SupportGroup at, int percent) {
        for (Offer<Boolean> answer : offers.due(Measure.RESOLUTION, at)) {
            Optional<Instant> answered = answer.deadline().due(start);
            if (answered.isPresent()) {
                return share(at, percent, answer.deadline().calendar(), answered.orElseThrow());
            }
        }
        return Optional.of(new Proof.Broken(shown(at), "nothing says by when the customer is answered"));
    }

    private Optional<Proof.Broken> share(SupportGroup at, int percent, ServiceCalendar calendar, Instant answered) {
        Duration all = calendar.openTime(start, answered);
        boolean kept = offers.has(at).stream()
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
        return reached(Optional.of(passes.group())).stream()
                .filter(at -> place.includes(Subject.station(at)) && one.where(law.when(), at))
                .findFirst()
                .map(at -> new Proof.Broken(
                        shown(at), "it can come to " + at.id() + " without having been at " + passes.group()));
    }

    private Optional<Proof.Broken> only(Sentence.OnlyThese only) {
        return reached(Optional.empty()).stream()
                .filter(at -> only.at().includes(Subject.station(at)) && !one.where(law.when(), at))
                .findFirst()
                .map(at -> new Proof.Broken(shown(at), "it can come to " + at.id()));
    }

    private Stream<SupportGroup> registering() {
        int contact = organisation.rank(organisation.contactTier());
        return organisation.groups().stream()
                .filter(group -> organisation.rank(group.tier()) <= contact)
                .filter(group -> organisation
                        .tier(group.tier())
                        .flatMap(tier -> tier.entrance())
                        .map(group.id()::equals)
                        .orElse(true));
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
