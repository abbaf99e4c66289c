package dk.sagsflow.testkit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;

/** The generators reach what they promise: a kind that is added and left out of them is found here. */
class SupportDomainProperties {
    private final SupportOrganisation organisation =
            new SupportDomain().organisations().sample();

    @Example
    void commands_are_of_every_kind_but_those_on_other_cases() {
        assertThat(kinds(SupportDomain.commands(organisation).sampleStream().limit(5_000)))
                .isEqualTo(without(CaseCommand.class, CaseCommand.LinkCase.class, CaseCommand.UnlinkCase.class));
    }

    @Example
    void histories_have_events_of_every_kind_but_those_of_sweeps_and_those_on_other_cases() {
        Arbitrary<ImmutableList<CaseEvent>> histories = SupportDomain.histories(ReferenceOrganisation.organisation());

        assertThat(kinds(histories.sampleStream().limit(5_000).flatMap(ImmutableList::stream)))
                .containsAll(Sets.difference(
                        without(
                                CaseEvent.class,
                                CaseEvent.CaseLinked.class,
                                CaseEvent.CaseUnlinked.class,
                                CaseEvent.BecameMajorIncident.class,
                                CaseEvent.BecameOriginal.class,
                                CaseEvent.HeardFromParent.class,
                                CaseEvent.ChildrenTold.class,
                                CaseEvent.Imported.class,
                                CaseEvent.PersonForgotten.class,
                                // A desk knows who is away.
                                CaseEvent.Unassigned.class,
                                // A file is handed in first.
                                CaseEvent.AttachmentAdded.class,
                                CaseEvent.ThresholdPassed.class,
                                CaseEvent.ThresholdRetracted.class,
                                CaseEvent.FollowedUp.class,
                                // Only the very next event takes a case up.
                                CaseEvent.TakenUp.class),
                        // The reference organisation declares other fields than the generators fill in.
                        Set.of(CaseEvent.AttributeSet.class)));
    }

    @Example
    void actions_at_a_desk_reach_every_kind_of_event() {
        Stream<CaseEvent> events = new SupportDomain()
                .organisations()
                .flatMap(random -> DeskActions.sequences(random, CaseRepository::inMemory))
                .sampleStream()
                .limit(1_000)
                .flatMap(sequence -> sequence.run().histories().values().stream())
                .flatMap(ImmutableList::stream);

        // What is set aside and taken up again by hand comes too seldom to be counted on.
        assertThat(kinds(events))
                .containsAll(without(
                        CaseEvent.class,
                        CaseEvent.SetAside.class,
                        CaseEvent.TakenUp.class,
                        // Somebody who is not the customer is forgotten by an operation of its own.
                        CaseEvent.PersonForgotten.class,
                        // So does a report that comes just before a limit and just after the sweep that recorded it.
                        CaseEvent.ThresholdRetracted.class));
    }

    private static Set<Class<?>> kinds(Stream<?> values) {
        return values.<Class<?>>map(Object::getClass).collect(ImmutableSet.toImmutableSet());
    }

    private static Set<Class<?>> without(Class<?> sealed, Class<?>... kinds) {
        return Sets.difference(ImmutableSet.copyOf(sealed.getPermittedSubclasses()), ImmutableSet.copyOf(kinds));
    }
}
