package dk.sagsflow.testkit.domain;

import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.Absence;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.watcher.Watcher;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Transformer;

/** What life brings to a desk beside cases: people away, gone, back and forgotten, files, watchers, reports that come late. */
final class LifeActions {
    private static final String[] CUSTOMERS = {"citizen", "superuser", "clerk", SupportDomain.HELPER.value()};

    private LifeActions() {}

    /** Somebody who is given cases is away for a time, which may have begun or lie ahead, with and without a deputy. */
    static Arbitrary<Transformer<PlayedDesk>> away(SupportOrganisation organisation) {
        return Combinators.combine(
                        PlayedPeople.staff(organisation),
                        length(-40_000, 80_000),
                        length(1, 200_000),
                        PlayedPeople.staff(organisation).optional(0.5))
                .as((who, ahead, lasting, deputy) -> Transformer.mutate(who + " is away for " + lasting, desk -> {
                    Instant from = desk.clock().instant().plus(ahead);
                    desk.away(who, new Absence(from, from.plus(lasting), deputy.filter(other -> !other.equals(who))));
                }));
    }

    /** Somebody leaves the directory, or comes back. */
    static Arbitrary<Transformer<PlayedDesk>> comingAndGoing(SupportOrganisation organisation) {
        return Arbitraries.frequencyOf(
                        Tuple.of(4, PlayedPeople.staff(organisation)),
                        Tuple.of(1, Arbitraries.of("superuser", "clerk").map(ActorId::of)))
                .map(who -> Transformer.mutate(who + " comes or goes", desk -> desk.comesOrGoes(who)));
    }

    /** A customer is forgotten; mostly after the contact tier has ended the cases. */
    static Arbitrary<Transformer<PlayedDesk>> forgetting() {
        return Combinators.combine(
                        Arbitraries.of(CUSTOMERS).map(CustomerId::of),
                        Arbitraries.integers().between(0, 3))
                .as((customer, how) -> Transformer.mutate(customer + " is forgotten", desk -> {
                    if (how > 0) {
                        desk.cases().stream()
                                .filter(found -> found.customer().equals(customer))
                                .forEach(found -> ended(desk, found));
                    }
                    desk.forget(customer);
                }));
    }

    private static void ended(PlayedDesk desk, SupportCase found) {
        ActorId contact = PlayedPeople.secondOf(desk.organisation().contactEntrance());
        desk.submit(contact, found.number(), new CaseCommand.Resume());
        for (int tier = 0; tier < desk.organisation().tiers().size(); tier++) {
            desk.repository()
                    .find(found.number())
                    .flatMap(SupportCase::working)
                    .ifPresent(at -> desk.submit(
                            PlayedPeople.secondOf(at.group()),
                            found.number(),
                            new CaseCommand.GiveBack(GiveBackReason.MISROUTED, "back")));
        }
        desk.submit(contact, found.number(), new CaseCommand.Close(ClosingReason.WITHDRAWN, ""));
        desk.submit(contact, found.number(), new CaseCommand.Confirm());
    }

    /** What happened between seconds some time ago, and is told now; often just after somebody did the last thing to the case. */
    static Arbitrary<Transformer<PlayedDesk>> reporting(SupportOrganisation organisation) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        SupportDomain.commands(organisation),
                        length(0, 60_000).optional(0.5),
                        PlayedPeople.anybody(organisation).optional(0.2))
                .as((which, command, ago, who) -> Transformer.mutate(
                        command + " of case " + which + " is reported late " + ago,
                        desk -> desk.numbered(which)
                                .ifPresent(number -> desk.report(
                                        who.or(() -> desk.workingOn(number)).orElse(PlayedDesk.SAGSFLOW),
                                        number,
                                        command,
                                        ago.map(desk.clock().instant()::minus)
                                                .orElseGet(() -> afterPeople(desk, number))))));
    }

    private static Instant afterPeople(PlayedDesk desk, CaseNumber number) {
        return desk.repository().history(number).stream()
                .filter(event -> event.side() != Side.PROGRAM)
                .map(CaseEvent::occurredAt)
                .max(Comparator.naturalOrder())
                .orElse(desk.clock().instant())
                .plusNanos(1_000);
    }

    /** A note that a file comes with, handed in by whoever writes it, or by somebody else. */
    static Arbitrary<Transformer<PlayedDesk>> attaching(SupportOrganisation organisation) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(Visibility.values()),
                        PlayedPeople.anybody(organisation).optional(0.4))
                .as((which, visibility, who) -> Transformer.mutate(
                        "a file is attached to case " + which,
                        desk -> desk.numbered(which).ifPresent(number -> {
                            ActorId by = who.or(() -> desk.workingOn(number)).orElse(PlayedDesk.SAGSFLOW);
                            List<Attachment> files = desk.keep(by).stream().toList();
                            desk.submit(by, number, new CaseCommand.AddNote(visibility, "see there", files));
                        })));
    }

    static Arbitrary<Transformer<PlayedDesk>> watching(SupportOrganisation organisation) {
        Arbitrary<Watcher> watchers = Arbitraries.oneOf(
                Arbitraries.of("one@example.org", "ONE@example.org", "helper@example.dk")
                        .map(Watcher.Colleague::new),
                Combinators.combine(PlayedPeople.anybody(organisation), Arbitraries.of(Watcher.Copies.values()))
                        .as(Watcher.Member::new));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5), watchers, Arbitraries.of(true, true, true, false))
                .as((which, watcher, added) -> Transformer.mutate(
                        watcher + " watches case " + which + ": " + added,
                        desk -> desk.numbered(which)
                                .ifPresent(number -> desk.submit(
                                        desk.workingOn(number).orElse(PlayedDesk.SAGSFLOW),
                                        number,
                                        added
                                                ? new CaseCommand.AddWatcher(watcher)
                                                : new CaseCommand.RemoveWatcher(watcher)))));
    }

    /** A registration that says more than it must, a file and a case before it among it. */
    static Arbitrary<Transformer<PlayedDesk>> registering(SupportOrganisation organisation) {
        GroupId entrance = organisation.contactEntrance();
        return Combinators.combine(
                        Arbitraries.of(CUSTOMERS),
                        Arbitraries.of(CaseKind.values()),
                        Arbitraries.of(Cause.values()).optional(),
                        Arbitraries.of(Impact.values()).optional(),
                        Arbitraries.of(Urgency.values()),
                        Arbitraries.integers().between(0, 9))
                .as((customer, kind, cause, impact, urgency, which) ->
                        Transformer.mutate("a " + kind + " of " + customer + " comes in", desk -> {
                            ActorId by = PlayedPeople.secondOf(entrance);
                            desk.register(
                                    by,
                                    Registration.builder()
                                            .customer(CustomerId.of(customer))
                                            .subject("help")
                                            .kind(kind)
                                            .cause(cause)
                                            .impact(impact)
                                            .urgency(impact.map(judged -> urgency))
                                            .category(Optional.of("login").filter(login -> which % 2 == 0))
                                            .addReference(Reference.of("mail", "m" + which))
                                            .follows(desk.numbered(which).filter(number -> which > 5))
                                            .addAllAttachments(
                                                    desk.keep(by).stream().toList())
                                            .build());
                        }));
    }

    private static Arbitrary<Duration> length(int fromSeconds, int toSeconds) {
        return Combinators.combine(
                        Arbitraries.integers().between(fromSeconds, toSeconds),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Duration::ofSeconds);
    }
}
