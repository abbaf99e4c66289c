package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.FollowUp;
import dk.sagsflow.core.cases.PersonalData;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.conversation.Side;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.json.CaseEventJson;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.Actor;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.query.Agenda;
import dk.sagsflow.core.query.CaseCursor;
import dk.sagsflow.core.query.CaseQuery;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.statistics.Breakdown;
import dk.sagsflow.core.statistics.CaseStatistics;
import dk.sagsflow.core.statistics.Dimension;
import dk.sagsflow.core.statistics.PeriodLength;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.core.view.CaseViewPage;
import dk.sagsflow.sla.clock.Explanation;
import dk.sagsflow.sla.clock.ExplanationWords;
import dk.sagsflow.testkit.domain.DeskActions;
import dk.sagsflow.testkit.domain.PlayedDesk;
import dk.sagsflow.testkit.domain.SupportDomain;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.flow.ChainLaws;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.statistics.Statistics;

/** Several cases, related to one another, over days: what holds after every step, in random and the reference organisation. */
class PlayedDeskProperties {
    /** What people write at a desk that is played on, and the names of files and watchers. */
    private static final String[] WORDS = {
        "needs you", "like this", "see there", "file.png", "example.org", "still the same", "restart", "login", "urgent"
    };

    @Provide
    Arbitrary<ActionChain<PlayedDesk>> sequences() {
        Arbitrary<SupportOrganisation> organisations = Arbitraries.oneOf(
                new SupportDomain().organisations(), Arbitraries.just(ReferenceOrganisation.organisation()));
        return organisations.flatMap(organisation -> DeskActions.sequences(organisation, CaseRepository::inMemory));
    }

    @Property(tries = 150)
    @Tag("R01")
    @Tag("R04")
    @Tag("R06")
    @Tag("R14")
    void every_step_keeps_the_laws_of_every_case(@ForAll("sequences") ActionChain<PlayedDesk> sequence) {
        PlayedDesk desk = sequence.withInvariant("stored state is the fold of the history", this::foldsToWhatIsStored)
                .withInvariant("what is refused changes nothing", this::refusedChangesNothing)
                .run();

        desk.histories().values().forEach(history -> ChainLaws.assertKept(desk.organisation(), history));
        reached("several cases", desk.cases().size() > 2);
        reached("handed over", any(desk, CaseEvent.HandedOver.class));
        reached("answered", any(desk, CaseEvent.Answered.class));
        reached("given back", any(desk, CaseEvent.GivenBack.class));
        reached("reopened", any(desk, CaseEvent.Reopened.class));
        reached("erased", any(desk, CaseEvent.PersonalDataErased.class));
    }

    @Property(tries = 100)
    @Tag("R17")
    @Tag("R14")
    @Tag("R20")
    void a_sweep_leaves_nothing_due_and_no_limit_and_no_follow_up_twice_on_record(
            @ForAll("sequences") ActionChain<PlayedDesk> sequence) {
        PlayedDesk desk = sequence.withInvariant("once for each visit", this::eachLimitOnce)
                .run();

        int handled = desk.sweep().handled();
        // A sweep looks at a case once, and a child that heard in it may have to pass it on to children of its own.
        for (int generation = 1; generation < desk.cases().size(); generation++) {
            assertThat(desk.sweep().setAside()).isEmpty();
        }

        assertThat(desk.repository().due(desk.clock().instant(), 100))
                .as(() -> "at " + desk.clock().instant() + " of " + desk.histories())
                .isEmpty();
        assertThat(desk.sweep().handled()).isZero();
        eachLimitOnce(desk);
        reached("late", handled > 0);
        reached("on record", any(desk, CaseEvent.ThresholdPassed.class));
        reached("followed up", any(desk, CaseEvent.FollowedUp.class));
        reached("hold ended", any(desk, CaseEvent.Resumed.class));
    }

    @Property(tries = 100)
    void a_note_inside_leaves_what_is_ahead_as_it_would_be_found_anew(
            @ForAll("sequences") ActionChain<PlayedDesk> sequence) {
        PlayedDesk desk = sequence.run();
        // The clock may have jumped back, and nothing is noted before what is on record.
        desk.advance(Duration.ofHours(2));
        for (SupportCase each : desk.cases()) {
            boolean noted = desk.people().members(desk.organisation().contactEntrance()).stream()
                    .anyMatch(member -> desk.submit(
                                    member.id(), each.number(), new CaseCommand.AddNote(Visibility.INTERNAL, "seen"))
                            .wasAccepted());
            reached("noted", noted);
            reached("on hold", each.hold().isPresent());
            reached("worked on", noted && each.status() == CaseStatus.IN_PROGRESS);
        }
        ImmutableList<Agenda> kept = agendas(desk);

        assertThat(desk.desk().operations().renewAgendas(Optional.empty(), 1_000))
                .isEmpty();

        assertThat(kept).isEqualTo(agendas(desk));
    }

    private static ImmutableList<Agenda> agendas(PlayedDesk desk) {
        return desk.cases().stream()
                .filter(each -> each.status() != CaseStatus.CLOSED)
                .map(each -> desk.repository().load(each.number()).orElseThrow().agenda())
                .collect(ImmutableList.toImmutableList());
    }

    @Property(tries = 100)
    void what_belongs_together_makes_no_circle_and_every_child_hears_once_what_came_after_it(
            @ForAll("sequences") ActionChain<PlayedDesk> sequence) {
        PlayedDesk desk = sequence.run();
        // The clock may have jumped back, and then news lie ahead.
        desk.advance(Duration.ofHours(2));
        // What a child hears it may have to pass on to children of its own.
        for (int generation = 0; generation <= desk.cases().size(); generation++) {
            desk.advance(Duration.ofMinutes(1));
            desk.sweep();
        }

        reached("major incident", desk.cases().stream().anyMatch(SupportCase::majorIncident));
        reached("heard", any(desk, CaseEvent.HeardFromParent.class));
        for (SupportCase child : desk.cases()) {
            assertThat(child.untold()).isEmpty();
            assertThat(related(child, CaseRelation.CHILD_OF)).hasSizeLessThanOrEqualTo(1);
            assertThat(related(child, CaseRelation.DUPLICATE_OF)).hasSizeLessThanOrEqualTo(1);
            for (CaseRelation relation : CaseRelation.values()) {
                assertThat(reachable(desk, child, relation)).doesNotContain(child.number());
            }
            child.duplicateOf()
                    .flatMap(desk.repository()::find)
                    .filter(original -> child.closingReason()
                            .filter(ClosingReason.DUPLICATE::equals)
                            .isPresent())
                    .filter(original -> !child.personalDataErased())
                    .ifPresent(original -> assertThat(original.status() == CaseStatus.ANSWERED
                                    || original.closingReason()
                                            .filter(reason -> reason != ClosingReason.DUPLICATE)
                                            .isPresent())
                            .as("a duplicate that nobody will answer")
                            .isFalse());
            child.parent()
                    .flatMap(desk.repository()::load)
                    .ifPresent(parent ->
                            heardOnce(desk.repository().history(child.number()), parent.state(), parent.history()));
        }
    }

    @Property(tries = 100)
    @Tag("R20")
    void no_word_of_a_customer_is_left_on_a_case_that_waits_for_it_or_is_over(
            @ForAll("sequences") ActionChain<PlayedDesk> sequence) {
        PlayedDesk desk = sequence.run();

        long waiting = 0;
        long over = 0;
        for (ImmutableList<CaseEvent> history : desk.histories().values()) {
            for (int i = 1; i < history.size(); i++) {
                if (isWordOfCustomer(history.get(i))) {
                    SupportCase before = SupportCase.of(history.subList(0, i));
                    List<CaseEvent> next = history.subList(i + 1, Math.min(i + 3, history.size()));
                    if (waitsForCustomer(before)) {
                        waiting++;
                        assertThat(next).first().isInstanceOf(CaseEvent.Resumed.class);
                    } else if (before.working().isEmpty()) {
                        over++;
                        assertThat(next).hasAtLeastOneElementOfType(CaseEvent.Reopened.class);
                    }
                }
            }
        }
        reached("waiting", waiting > 0);
        reached("over", over > 0);
    }

    private static boolean isWordOfCustomer(CaseEvent event) {
        return event instanceof CaseEvent.NoteAdded note
                && note.visibility() == Visibility.CUSTOMER
                && note.side() == Side.CUSTOMER;
    }

    private static boolean waitsForCustomer(SupportCase state) {
        return state.hold()
                .filter(hold -> hold.waitingFor() == WaitingFor.CUSTOMER)
                .isPresent();
    }

    /** Every case that this one leads to; children and duplicates hear alike. */
    private static Set<CaseNumber> reachable(PlayedDesk desk, SupportCase from, CaseRelation relation) {
        Set<CaseNumber> reached = new HashSet<>();
        Deque<SupportCase> left = new ArrayDeque<>(List.of(from));
        while (!left.isEmpty()) {
            left.remove().relatedCases().stream()
                    .filter(related -> related.relation() == relation
                            || (related.belongs()
                                    && (relation == CaseRelation.CHILD_OF || relation == CaseRelation.DUPLICATE_OF)))
                    .filter(related -> reached.add(related.number()))
                    .flatMap(related -> desk.repository().find(related.number()).stream())
                    .forEach(left::add);
        }
        return reached;
    }

    private static void heardOnce(
            ImmutableList<CaseEvent> child, SupportCase parent, ImmutableList<CaseEvent> history) {
        assertThat(parent.majorIncident()).isTrue();
        int linked = IntStream.range(0, child.size())
                .filter(i -> child.get(i) instanceof CaseEvent.CaseLinked link
                        && link.relation() == CaseRelation.CHILD_OF
                        && link.other().equals(parent.number()))
                .max()
                .orElseThrow();
        long from = ((CaseEvent.CaseLinked) child.get(linked)).otherVersion().orElseThrow();
        List<Long> heard = child.subList(linked, child.size()).stream()
                .filter(event -> event instanceof CaseEvent.HeardFromParent told
                        && told.parent().equals(parent.number()))
                .map(event -> ((CaseEvent.HeardFromParent) event).said())
                .toList();
        List<Long> said = history.stream()
                .filter(event -> event.sequence() > from && concernsChildren(event))
                .map(CaseEvent::sequence)
                .toList();
        List<Long> answers = history.stream()
                .filter(event -> event.sequence() <= from && concernsChildren(event))
                .filter(CaseEvent.Answered.class::isInstance)
                .map(CaseEvent::sequence)
                .toList();
        // A parent that is answered already has that answer for a child that comes late, whatever it recorded since.
        List<Long> before = answers.isEmpty() ? List.of() : List.of(answers.get(answers.size() - 1), from);
        assertThat(heard)
                .as("what %s of %s from %s on told %s", said, history, from, child)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(told -> said.contains(told)
                        || before.contains(told)
                        || closedAsDuplicate(history.get(Math.toIntExact(told) - 1)));
        boolean everOver = child.stream()
                .anyMatch(event -> event instanceof CaseEvent.Closed
                        || (event instanceof CaseEvent.Answered answered
                                && answered.to().isEmpty()));
        assertThat(everOver || heard.containsAll(said)).isTrue();
    }

    /** What the case that it repeats was answered already is the answer of the children too. */
    private static boolean closedAsDuplicate(CaseEvent event) {
        return event instanceof CaseEvent.Closed closed && closed.reason() == ClosingReason.DUPLICATE;
    }

    private static boolean concernsChildren(CaseEvent event) {
        return event instanceof CaseEvent.WorkaroundProvided
                || (event instanceof CaseEvent.Answered answered
                        && answered.to().isEmpty());
    }

    @Property(tries = 100)
    @Tag("R20")
    void every_answer_to_a_citizen_is_mailed_once_and_in_order(@ForAll("sequences") ActionChain<PlayedDesk> sequence) {
        PlayedDesk desk = sequence.run();
        desk.deliver();

        reached(
                "mailed",
                desk.mailbox().received().stream().anyMatch(mail -> mail.kind() == Notification.Kind.ANSWERED));
        assertThat(desk.repository().outbox().waiting(100)).isEmpty();
        assertThat(desk.mailbox().received()).extracting(Notification::id).doesNotHaveDuplicates();
        for (SupportCase ofCitizen : desk.cases()) {
            if (ofCitizen.customer().equals(SupportDomain.CITIZEN)) {
                assertThat(mailedAnswers(desk, ofCitizen))
                        .containsExactlyElementsOf(answers(desk.repository().history(ofCitizen.number())));
            }
        }
    }

    @Property(tries = 100)
    @Tag("R19")
    void pages_of_any_size_show_everybody_exactly_what_they_may_see(
            @ForAll("sequences") ActionChain<PlayedDesk> sequence) {
        PlayedDesk desk = sequence.run();

        Stream<ActorId> there = Stream.of("superuser", "citizen", "clerk", "outsider")
                .map(ActorId::of)
                .filter(who -> desk.people().actor(who).isPresent());
        there.forEach(who -> {
            List<SupportCase> viewable = desk.cases().stream()
                    .filter(found -> desk.desk().view(who, found.number()).wasAccepted())
                    .toList();
            assertThat(paged(desk, who))
                    .extracting(CaseView::number)
                    .isEqualTo(viewable.stream().map(SupportCase::number).toList());
            assertThat(viewable)
                    .allSatisfy(seen -> assertThat(seen.customer().value())
                            .isIn(ofUnit(who), who.value(), PersonalData.CUSTOMER.value()));
        });
    }

    /** Whose case a superuser may see besides their own. */
    private static String ofUnit(ActorId who) {
        return who.value().equals("superuser") ? "clerk" : who.value();
    }

    @Property(tries = 100)
    @Tag("R14")
    void whatever_was_accepted_is_stored_read_back_listed_explained_and_judged(
            @ForAll("sequences") ActionChain<PlayedDesk> sequence) {
        PlayedDesk desk = sequence.run();
        ActorId reader = ActorId.of("sagsflow");
        CaseEventJson json = new CaseEventJson();

        desk.histories().forEach((number, history) -> {
            assertThat(history)
                    .allSatisfy(
                            event -> assertThat(json.read(json.write(event))).isEqualTo(event));
            assertThat(desk.desk().view(reader, number).wasAccepted()).isTrue();
            ImmutableList<Explanation> clocks =
                    desk.desk().clocks(reader, number).orElseThrow();
            assertThat(clocks)
                    .allSatisfy(clock -> assertThat(
                                    ExplanationWords.in(Locale.ENGLISH).of(clock))
                            .isNotEmpty());
            assertThat(desk.desk().options(reader, number).wasAccepted()).isTrue();
        });
        assertThat(desk.desk().overview(reader).wasAccepted()).isTrue();
        assertThat(desk.desk()
                        .query(reader, CaseQuery.builder().pageSize(1_000).build())
                        .orElseThrow()
                        .cases())
                .hasSameSizeAs(desk.cases());
        reached("file", any(desk, CaseEvent.AttachmentAdded.class));
        reached("late", late(desk));
        reached(
                "watched",
                desk.cases().stream().anyMatch(found -> !found.watchers().isEmpty()));
    }

    private static boolean late(PlayedDesk desk) {
        return desk.histories().values().stream()
                .flatMap(List::stream)
                .anyMatch(event -> event.occurredAt().isBefore(event.recordedAt()));
    }

    @Property(tries = 100)
    void nobody_is_given_a_case_who_is_away_or_gone_or_has_too_much(
            @ForAll("sequences") ActionChain<PlayedDesk> sequence) {
        Set<String> known = new HashSet<>();
        List<CaseEvent.Assigned> given = new ArrayList<>();
        PlayedDesk played = sequence.withInvariant("who is given a case is there", desk -> {
                    for (CaseEvent event : desk.histories().values().stream()
                            .flatMap(List::stream)
                            .toList()) {
                        if (known.add(event.caseNumber() + "/" + event.sequence())
                                && event instanceof CaseEvent.Assigned assigned
                                && assigned.actor().value().equals("sagsflow")) {
                            given.add(assigned);
                            Optional<Actor> who = desk.people().actor(assigned.assignee());
                            assertThat(who).as("%s", assigned).isPresent();
                            assertThat(who.orElseThrow().absence(assigned.occurredAt()))
                                    .as("%s", assigned)
                                    .isEmpty();
                        }
                    }
                })
                .run();

        assertThat(played.cases()).isNotNull();
        reached("given", !given.isEmpty());
        reached("somebody is away", anybodyAway(played));
    }

    private static boolean anybodyAway(PlayedDesk desk) {
        return desk.organisation().groupIds().stream()
                .flatMap(group -> desk.people().members(group).stream())
                .anyMatch(actor -> actor.absence(desk.clock().instant()).isPresent());
    }

    @Property(tries = 100)
    void who_is_forgotten_is_named_nowhere_and_every_figure_stays(
            @ForAll("sequences") ActionChain<PlayedDesk> sequence) {
        PlayedDesk desk = sequence.run();
        Breakdown everything = Breakdown.of(PeriodLength.DAY, ZoneId.of("UTC"), Dimension.STATUS, Dimension.GROUP);

        long before = desk.cases().size();
        reached("forgotten", desk.cases().stream().anyMatch(SupportCase::personalDataErased));
        for (SupportCase found : desk.cases()) {
            ImmutableList<CaseEvent> history = desk.repository().history(found.number());
            if (found.personalDataErased()) {
                assertThat(history.toString()).doesNotContain(WORDS);
                assertThat(found.subject()).isEqualTo(PersonalData.TEXT);
            }
            ImmutableList<CaseEvent> erased = PersonalData.erasedFrom(history);
            assertThat(CaseStatistics.of(everything, List.of(CaseTimeline.of(erased))))
                    .isEqualTo(CaseStatistics.of(everything, List.of(CaseTimeline.of(history))));
        }
        assertThat(desk.cases()).hasSize(Math.toIntExact(before));
    }

    /** Fails if no sequence gets there: a law over what never happens says nothing. */
    private static void reached(String what, boolean value) {
        Statistics.label(what)
                .collect(value)
                .coverage(coverage -> coverage.check(true).count(count -> count >= 1));
    }

    private static boolean any(PlayedDesk desk, Class<? extends CaseEvent> kind) {
        return desk.histories().values().stream().flatMap(List::stream).anyMatch(kind::isInstance);
    }

    private void foldsToWhatIsStored(PlayedDesk desk) {
        desk.histories()
                .forEach((number, history) ->
                        assertThat(desk.repository().find(number)).contains(SupportCase.of(history)));
    }

    private void refusedChangesNothing(PlayedDesk desk) {
        Optional<Outcome<CaseView>> outcome = desk.latestOutcome();
        if (outcome.isPresent() && outcome.get() instanceof Outcome.Refused<CaseView> refused) {
            assertThat(refused.refusal().describe()).isNotBlank();
            assertThat(desk.histories()).isEqualTo(desk.historiesBefore());
        }
    }

    private void eachLimitOnce(PlayedDesk desk) {
        desk.histories().values().forEach(PlayedDeskProperties::eachLimitOnce);
        desk.histories()
                .values()
                .forEach(history ->
                        assertThat(followUps(history).map(FollowUp::id)).doesNotHaveDuplicates());
    }

    /** But for one that a late report took back, which may be passed again. */
    private static void eachLimitOnce(ImmutableList<CaseEvent> history) {
        Set<String> onRecord = new HashSet<>();
        for (CaseEvent event : history) {
            if (event instanceof CaseEvent.ThresholdPassed passed) {
                assertThat(onRecord.add(passed.passed().id())).as("%s", event).isTrue();
            } else if (event instanceof CaseEvent.ThresholdRetracted retracted) {
                assertThat(onRecord.remove(retracted.threshold()))
                        .as("%s", event)
                        .isTrue();
            }
        }
    }

    private static Stream<FollowUp> followUps(ImmutableList<CaseEvent> history) {
        return history.stream()
                .filter(CaseEvent.FollowedUp.class::isInstance)
                .map(event -> ((CaseEvent.FollowedUp) event).followUp());
    }

    private static ImmutableList<SupportCase.RelatedCase> related(SupportCase of, CaseRelation relation) {
        return of.relatedCases().stream()
                .filter(related -> related.relation() == relation)
                .collect(ImmutableList.toImmutableList());
    }

    private static List<CaseView> paged(PlayedDesk desk, ActorId who) {
        List<CaseView> seen = new ArrayList<>();
        Optional<CaseCursor> next = Optional.empty();
        do {
            CaseViewPage page = desk.desk()
                    .query(who, CaseQuery.builder().pageSize(2).after(next).build())
                    .orElseThrow();
            seen.addAll(page.cases());
            assertThat(seen).doesNotHaveDuplicates();
            next = page.next();
        } while (next.isPresent());
        return seen;
    }

    private static List<String> mailedAnswers(PlayedDesk desk, SupportCase of) {
        return desk.mailbox().receivedAt("citizen@example.dk").stream()
                .filter(mail -> mail.caseNumber().equals(of.number()))
                .filter(mail -> mail.kind() == Notification.Kind.ANSWERED
                        || mail.kind() == Notification.Kind.DUPLICATE_ANSWERED)
                // Everybody answers alike.
                .map(mail -> mail.at() + " " + (mail.text().contains("like this") ? "like this" : mail.text()))
                .toList();
    }

    private static List<String> answers(ImmutableList<CaseEvent> history) {
        return history.stream()
                .filter(event -> event instanceof CaseEvent.Answered answered
                        && answered.to().isEmpty())
                // What is reported late is mailed when it is told.
                .map(event -> event.recordedAt() + " " + ((CaseEvent.Answered) event).answer())
                .toList();
    }
}
