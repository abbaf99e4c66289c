package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID_OF_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BIT;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.OUTSIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.notification.Notification;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.repository.CaseChange;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.ConcurrentUpdateException;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import dk.sagsflow.testkit.flow.ChainLaws;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two who work on one case at one time. */
class ConflictTest {
    private final CaseRepository store = CaseRepository.inMemory();
    private final Desks other = new Desks(store);
    private final CaseNumber number = other.registerFor(CITIZEN_CARL);

    /** A desk whose first change comes too late: somebody does something at the other one just before. */
    private Desks slowerThan(Runnable somebodyElse) {
        return new Desks(new MeddlingRepository(store) {
            private boolean happened;

            @Override
            void beforeAppend(ImmutableList<CaseChange> changes) {
                if (!happened) {
                    happened = true;
                    somebodyElse.run();
                }
            }
        });
    }

    @Test
    void a_command_that_still_makes_sense_is_decided_again() {
        Desks slower = slowerThan(() -> note(other, HEAD, "I looked at it"));

        note(slower, KAREN, "so did I");

        assertThat(notes()).containsExactly("I looked at it", "so did I");
        ChainLaws.assertKept(ReferenceOrganisation.organisation(), store.history(number));
    }

    @Test
    void a_command_that_makes_no_sense_any_more_is_refused_and_changes_nothing() {
        Desks slower = slowerThan(() -> other.handsOver(HEAD, number, BIT));

        Refusal refusal = refusal(slower.desk.submit(KAREN, number, new CaseCommand.HandOver(BIT, "unknown to us")));

        assertThat(refusal).isInstanceOf(Refusal.NotEntitled.class);
        assertThat(refusal.describe()).contains("bit");
        assertThat(store.history(number)).hasSize(2);
    }

    @Test
    void a_desk_that_is_always_too_late_says_so_and_changes_nothing() {
        Desks late = new Desks(new MeddlingRepository(store) {
            @Override
            void beforeAppend(ImmutableList<CaseChange> changes) {
                throw new ConcurrentUpdateException(number, 1, 2);
            }
        });

        assertThatThrownBy(() -> note(late, KAREN, "me too"))
                .isInstanceOf(ConcurrentUpdateException.class)
                .hasMessage("case C-0000001 is at version 2, not 1; read it again");
        assertThat(store.history(number)).hasSize(1);
    }

    @Test
    void a_store_that_fails_reaches_the_caller_with_nothing_stored() {
        Desks broken = new Desks(new MeddlingRepository(store) {
            @Override
            void beforeAppend(ImmutableList<CaseChange> changes) {
                throw new IllegalStateException("the disk is full");
            }
        });

        assertThatThrownBy(() -> note(broken, KAREN, "me too")).hasMessage("the disk is full");
        assertThat(store.history(number)).hasSize(1);
    }

    @Test
    void a_child_that_goes_on_meanwhile_gets_the_answer_of_its_major_incident_all_the_same() {
        CaseNumber parent = other.registerFor(ASTRID_OF_AARHUS);
        assertThat(other.does(KAREN, number, new CaseCommand.LinkCase(CaseRelation.CHILD_OF, parent))
                        .relatedCases())
                .hasSize(1);
        other.places(parent, Cause.TECHNICAL);
        assertThat(other.answers(KAREN, parent).status()).isEqualTo(CaseStatus.ANSWERED);
        Desks slower = slowerThan(() -> other.handsOver(HEAD, number, BIT));

        slower.clock.advance(Duration.ofHours(1));
        assertThat(slower.desk.operations().sweep(10).handled()).isEqualTo(1);

        assertThat(other.current(number).status()).isEqualTo(CaseStatus.ANSWERED);
        assertThat(refusal(slower.desk.submit(BO, number, new CaseCommand.Answer("found it"))))
                .isInstanceOf(Refusal.class);
        ChainLaws.assertKept(ReferenceOrganisation.organisation(), store.history(number));
    }

    @Test
    void many_threads_at_many_desks_lose_nothing_and_repeat_nothing() throws InterruptedException {
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(writer -> new Thread(() -> IntStream.range(0, 25)
                        .forEach(line -> noteUntilItIsThere(new Desks(store), "note " + line + " of " + writer))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(notes())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 4)
                        .boxed()
                        .flatMap(writer -> IntStream.range(0, 25).mapToObj(line -> "note " + line + " of " + writer))
                        .toList());
        ChainLaws.assertKept(ReferenceOrganisation.organisation(), store.history(number));
    }

    @Test
    void nobody_unknown_or_without_a_part_in_it_changes_anything() {
        CaseCommand note = new CaseCommand.AddNote(Visibility.INTERNAL, "hm");

        assertThat(refusal(other.desk.submit(ActorId.of("nobody"), number, note)))
                .isEqualTo(new Refusal.UnknownActor(ActorId.of("nobody")));
        assertThat(refusal(other.desk.submit(OUTSIDER, number, note))).isEqualTo(new Refusal.UnknownCase(number));
        assertThat(refusal(other.desk.submit(KAREN, CaseNumber.of("C-9"), note)))
                .isEqualTo(new Refusal.UnknownCase(CaseNumber.of("C-9")));
        assertThat(store.history(number)).hasSize(1);
        assertThat(store.outbox().waiting(10))
                .extracting(message -> ((Notification) message).kind())
                .containsOnly(Notification.Kind.REGISTERED);
    }

    private void note(Desks world, ActorId by, String text) {
        assertThat(world.does(by, number, new CaseCommand.AddNote(Visibility.INTERNAL, text))
                        .number())
                .isEqualTo(number);
    }

    private void noteUntilItIsThere(Desks world, String text) {
        boolean there = false;
        while (!there) {
            there = attempted(world, text);
        }
    }

    private boolean attempted(Desks world, String text) {
        try {
            note(world, KAREN, text);
            return true;
        } catch (ConcurrentUpdateException lost) {
            return false;
        }
    }

    private ImmutableList<String> notes() {
        return store.history(number).stream()
                .filter(CaseEvent.NoteAdded.class::isInstance)
                .map(event -> ((CaseEvent.NoteAdded) event).text())
                .collect(ImmutableList.toImmutableList());
    }
}
