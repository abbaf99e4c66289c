package dk.sagsflow.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.Upload;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Outcome;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.Directory;
import dk.sagsflow.core.relation.Reference;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.repository.InMemoryStore;
import dk.sagsflow.core.view.CaseView;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.CaseOption;
import dk.sagsflow.routing.desk.CaseOptions;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.domain.DeskActions;
import dk.sagsflow.testkit.domain.ModelDomain;
import dk.sagsflow.testkit.domain.PlayedDesk;
import dk.sagsflow.testkit.domain.SupportDomain;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.state.ActionChain;

/** What a desk says can be done is what it does: random models, people and cases, each option asked for and undone again. */
class OptionsProperties {
    /** A desk of a random model over cases that were played, and where to look at them. */
    record World(SupportModel model, ActionChain<PlayedDesk> sequence, int limit, ActorId by) {}

    @Provide
    Arbitrary<World> worlds() {
        return new ModelDomain()
                .models()
                .flatMap(model -> Combinators.combine(
                                DeskActions.sequences(model.organisation(), CaseRepository::inMemory),
                                Arbitraries.integers().between(0, 4),
                                SupportDomain.actors(model.organisation()))
                        .as((sequence, limit, by) -> new World(model, sequence, limit, by)));
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void exactly_what_is_offered_is_accepted_and_the_rest_is_refused_for_the_same_reason(
            @ForAll("worlds") World world) {
        PlayedDesk played = world.sequence().run();
        SupportDesk desk = desk(world, played);
        List<ActorId> asking = new ArrayList<>(List.of(world.by()));
        ImmutableList<SupportCase> cases = played.cases();
        SupportCase last = cases.get(cases.size() - 1);
        last.working().map(at -> SupportDomain.memberOf(at.group())).ifPresent(asking::add);

        for (ActorId by : asking) {
            assertTold(desk, (InMemoryStore) played.repository(), by, last);
            assertTold(desk, (InMemoryStore) played.repository(), by, cases.get(0));
            takenOrFree(desk, by, cases)
                    .forEach(request -> assertThat(asked(desk, (InMemoryStore) played.repository(), request))
                            .as("%s", request)
                            .isEqualTo(desk.objection(request)));
        }
    }

    private static SupportDesk desk(World world, PlayedDesk played) {
        SupportModel model = world.model();
        SupportModel guarded = model.withRouting(
                model.routing().withHandOverLimit(Optional.of(world.limit()).filter(limit -> limit > 0)));
        Directory people = SupportDomain.people(model.organisation());
        return SupportDesk.builder(guarded, people, played.clock())
                .withRepository(played.repository())
                .withAttachments(played.attachments())
                .build();
    }

    /** Files and references for the last case: what other cases have, what it has itself, and what nobody has. */
    private static Stream<CaseRequest> takenOrFree(SupportDesk desk, ActorId by, ImmutableList<SupportCase> cases) {
        CaseNumber last = cases.get(cases.size() - 1).number();
        AttachmentId free = AttachmentId.of("0c8a2b54-4a1f-4a8e-9a53-9%011d".formatted(by.hashCode() & 0xffff));
        Outcome<Attachment> kept =
                desk.keep(by, new Upload(free, "free.txt", "text/plain", InputStream.nullInputStream()));
        Stream<Attachment> files = Stream.concat(
                cases.stream()
                        .flatMap(each -> each.attachments().stream())
                        .map(SupportCase.Attached::attachment)
                        .limit(5),
                kept.wasAccepted() ? Stream.of(kept.orElseThrow()) : Stream.of());
        Stream<CaseCommand> attaching =
                files.map(file -> new CaseCommand.AddNote(Visibility.INTERNAL, "see there", List.of(file)));
        Stream<CaseCommand> referring = Stream.concat(
                        cases.stream()
                                .flatMap(each -> each.references().stream())
                                .limit(5),
                        Stream.of(Reference.of("mail", "of nobody")))
                .map(CaseCommand.AddReference::new);
        return Stream.concat(attaching, referring).map(command -> CaseRequest.of(by, last, command));
    }

    private static void assertTold(SupportDesk desk, InMemoryStore store, ActorId by, SupportCase current) {
        long before = store.log().countAfter(store.log().beginning());
        Outcome<CaseOptions> told = desk.options(by, current.number());
        assertThat(store.log().countAfter(store.log().beginning())).isEqualTo(before);
        if (told instanceof Outcome.Refused<CaseOptions> refused) {
            assertThat(desk.view(by, current.number())).isEqualTo(Outcome.refused(refused.refusal()));
            return;
        }
        CaseOptions options = told.orElseThrow();
        assertThat(options.version()).isEqualTo(current.version());
        assertThat(options.all().stream()
                        .<Class<?>>map(option -> option.example().getClass()))
                .containsOnly(CaseCommand.class.getPermittedSubclasses());
        for (CaseOption option : options.all()) {
            CaseRequest request = CaseRequest.of(by, current.number(), option.example());
            assertThat(desk.objection(request)).isEqualTo(option.refusal());
            assertThat(asked(desk, store, request)).as("%s", request).isEqualTo(option.refusal());
        }
    }

    /** What becomes of a request in a transaction that is taken back. */
    private static Optional<Refusal> asked(SupportDesk desk, InMemoryStore store, CaseRequest request) {
        try (InMemoryStore.Transaction transaction = store.begin()) {
            Outcome<CaseView> outcome = desk.within(transaction).submit(request);
            transaction.rollback();
            return outcome instanceof Outcome.Refused<CaseView> refused
                    ? Optional.of(refused.refusal())
                    : Optional.empty();
        }
    }
}
