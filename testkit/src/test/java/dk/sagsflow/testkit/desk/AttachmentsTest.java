package dk.sagsflow.testkit.desk;

import static dk.sagsflow.testkit.desk.Desks.refusal;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.ASTRID_OF_AARHUS;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.BO;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.CITIZEN_CARL;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.HEAD;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.KAREN;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.OLE;
import static dk.sagsflow.testkit.fixture.ReferenceOrganisation.OUTSIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.attachment.AttachedContent;
import dk.sagsflow.core.attachment.Attachment;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attachment.AttachmentStore;
import dk.sagsflow.core.attachment.Upload;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.EventKind;
import dk.sagsflow.core.cases.SupportCase;
import dk.sagsflow.core.command.AttachmentObstacle;
import dk.sagsflow.core.command.CaseCommand;
import dk.sagsflow.core.command.CaseImport;
import dk.sagsflow.core.command.CaseRequest;
import dk.sagsflow.core.command.Refusal;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.json.RequestJson;
import dk.sagsflow.core.json.ViewJson;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.view.CaseFile;
import dk.sagsflow.core.view.CustomerEvent;
import dk.sagsflow.routing.desk.SupportDesk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Files that come with cases. */
class AttachmentsTest {
    private static final int LIMIT = 100;

    private final AtomicInteger uploads = new AtomicInteger();
    private final CaseRepository repository = CaseRepository.inMemory();
    private final AttachmentStore contents = AttachmentStore.inMemory(LIMIT);
    private final Desks world = new Desks(repository, building -> building.withAttachments(contents));
    private final SupportDesk desk = world.desk;

    private Upload upload(String name, int size) {
        AttachmentId id = AttachmentId.of("0c8a2b54-4a1f-4a8e-9a53-%012d".formatted(uploads.incrementAndGet()));
        return new Upload(
                id,
                name,
                "text/plain",
                new ByteArrayInputStream("x".repeat(size).getBytes(StandardCharsets.US_ASCII)));
    }

    private Attachment kept(ActorId by, String name) {
        return desk.keep(by, upload(name, 3)).orElseThrow();
    }

    private CaseNumber astridsWith(Attachment... attachments) {
        return desk.register(
                        ASTRID,
                        Registration.of(ASTRID_OF_AARHUS.value(), "it is broken")
                                .withAttachments(attachments))
                .orElseThrow()
                .number();
    }

    private static CaseCommand note(Visibility visibility, Attachment... attachments) {
        return new CaseCommand.AddNote(visibility, "see the file", ImmutableList.copyOf(attachments));
    }

    private String read(ActorId by, CaseNumber number, Attachment attachment) {
        AttachedContent got = desk.attachment(by, number, attachment.id()).orElseThrow();
        assertThat(got.attachment()).isEqualTo(attachment);
        try (InputStream content = got.content()) {
            return new String(content.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_file_that_came_with_a_case_is_seen_by_its_customer_and_by_operators_and_by_nobody_else() {
        Attachment picture = kept(ASTRID, "picture.png");
        CaseNumber number = astridsWith(picture);

        assertThat(read(ASTRID, number, picture)).isEqualTo("xxx");
        assertThat(read(KAREN, number, picture)).isEqualTo("xxx");
        assertThat(refusal(desk.attachment(OLE, number, picture.id()))).isEqualTo(new Refusal.UnknownCase(number));
        assertThat(((CaseFile.ForCustomer) desk.view(ASTRID, number).orElseThrow())
                        .shown()
                        .attachments())
                .containsExactly(picture);
        assertThat(world.current(number).attachments())
                .extracting(SupportCase.Attached::attachment, SupportCase.Attached::note)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(picture, Optional.empty()));
    }

    @Test
    void a_file_is_for_those_who_may_read_the_note_that_it_came_with() {
        CaseNumber number = astridsWith();
        Attachment log = kept(KAREN, "server.log");
        Attachment guide = kept(KAREN, "guide.pdf");
        assertThat(desk.submit(KAREN, number, note(Visibility.INTERNAL, log)).wasAccepted())
                .isTrue();
        assertThat(desk.submit(KAREN, number, note(Visibility.CUSTOMER, guide)).wasAccepted())
                .isTrue();

        CaseFile.ForCustomer seen =
                (CaseFile.ForCustomer) desk.view(ASTRID, number).orElseThrow();

        assertThat(seen.shown().attachments()).containsExactly(guide);
        assertThat(new ViewJson().write(seen))
                .contains("guide.pdf")
                .doesNotContain("server.log", log.id().value());
        CustomerEvent told = seen.told().get(seen.told().size() - 1);
        assertThat(told.kind()).isEqualTo(EventKind.ATTACHMENT_ADDED);
        assertThat(told.attachment()).contains(guide);
        assertThat(told.note()).contains(told.sequence() - 1);
        assertThat(refusal(desk.attachment(ASTRID, number, log.id())))
                .isEqualTo(new Refusal.UnknownAttachment(log.id()));
        assertThat(read(KAREN, number, log)).isEqualTo("xxx");
        assertThat(new ViewJson().write(desk.view(KAREN, number).orElseThrow())).contains("server.log", "guide.pdf");
    }

    @Test
    void what_is_too_large_is_refused_by_name_and_nothing_is_kept() {
        Upload large = upload("large.bin", LIMIT + 1);

        Refusal refused = refusal(desk.keep(ASTRID, large));

        assertThat(refused)
                .isEqualTo(new Refusal.AttachmentRefused(
                        "large.bin", AttachmentObstacle.TOO_LARGE, Optional.of((long) LIMIT)));
        assertThat(refused.describe())
                .isEqualTo("the file large.bin is not taken: it has too many bytes, at most 100 allowed");
        assertThat(contents.find(large.id())).isEmpty();
    }

    @Test
    void a_file_is_believed_only_if_the_store_has_it() {
        CaseNumber number = astridsWith();
        Attachment kept = kept(ASTRID, "a.txt");
        Attachment larger = new Attachment(kept.id(), "a.txt", "text/plain", 4, kept.digest());
        Attachment never =
                new Attachment(AttachmentId.of("nobody-ever-put-this"), "b.txt", "text/plain", 3, kept.digest());

        assertThat(refusal(desk.submit(ASTRID, number, note(Visibility.CUSTOMER, larger))))
                .isEqualTo(refused("a.txt", AttachmentObstacle.CONTENT_MISSING));
        assertThat(refusal(desk.submit(ASTRID, number, note(Visibility.CUSTOMER, never))))
                .isEqualTo(refused("b.txt", AttachmentObstacle.CONTENT_MISSING));
        assertThat(refusal(desk.register(ASTRID, Registration.of("astrid", "x").withAttachments(never))))
                .isEqualTo(refused("b.txt", AttachmentObstacle.CONTENT_MISSING));
        assertThat(refusal(desk.submit(ASTRID, number, note(Visibility.CUSTOMER, kept, kept))))
                .isEqualTo(refused("a.txt", AttachmentObstacle.ATTACHED_ALREADY));
        assertThat(refusal(
                        desk.keep(KAREN, new Upload(kept.id(), "c.txt", "text/plain", InputStream.nullInputStream()))))
                .isEqualTo(refused("c.txt", AttachmentObstacle.ID_TAKEN));
        assertThat(world.current(number).attachments()).isEmpty();
    }

    @Test
    void a_content_that_another_case_has_is_refused_by_name() {
        CaseNumber number = astridsWith();
        CaseNumber other = astridsWith();
        Attachment kept = kept(ASTRID, "a.txt");
        assertThat(desk.submit(ASTRID, number, note(Visibility.CUSTOMER, kept)).wasAccepted())
                .isTrue();

        Optional<Refusal> foreseen = desk.objection(CaseRequest.of(ASTRID, other, note(Visibility.CUSTOMER, kept)));
        Refusal refusal = refusal(desk.submit(ASTRID, other, note(Visibility.CUSTOMER, kept)));
        assertThat(foreseen).contains(refusal);

        assertThat(refusal).isEqualTo(refused(kept.id().value(), AttachmentObstacle.OF_ANOTHER_CASE));
        assertThat(refusal.describe()).contains("hand the content in again").doesNotContain(number.value());
        assertThat(refusal(desk.register(ASTRID, Registration.of("astrid", "x").withAttachments(kept))))
                .isEqualTo(refusal);
        assertThat(world.current(other).attachments()).isEmpty();
    }

    @Test
    void a_case_has_no_more_files_than_it_may() {
        Attachment[] most = new Attachment[Bounds.MOST_ATTACHMENTS];
        for (int place = 0; place < most.length; place++) {
            most[place] = kept(ASTRID, "file" + place);
        }
        CaseNumber number = astridsWith(most);

        assertThat(refusal(desk.submit(ASTRID, number, note(Visibility.CUSTOMER, kept(ASTRID, "one more")))))
                .isEqualTo(new Refusal.AttachmentRefused(
                        "one more", AttachmentObstacle.TOO_MANY, Optional.of((long) Bounds.MOST_ATTACHMENTS)));
    }

    @Test
    void a_desk_without_a_store_takes_no_files() {
        Attachment kept = kept(ASTRID, "a.txt");
        SupportDesk plain = world.deskOn(repository);

        assertThat(refusal(plain.keep(ASTRID, upload("b.txt", 1))))
                .isEqualTo(refused("b.txt", AttachmentObstacle.NO_STORE));
        assertThat(refusal(plain.register(ASTRID, Registration.of("astrid", "x").withAttachments(kept))))
                .isEqualTo(refused("a.txt", AttachmentObstacle.NO_STORE));
        assertThatThrownBy(() -> world.builder(repository).withCarrier("sagsflow/attachments", message -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void who_sees_no_case_hands_in_no_file() {
        assertThat(refusal(desk.keep(OUTSIDER, upload("a.txt", 1)))).isInstanceOf(Refusal.NotEntitled.class);
        assertThat(desk.keep(BO, upload("a.txt", 1)).wasAccepted()).isTrue();
    }

    @Test
    void erasing_takes_names_and_contents_even_if_the_desk_dies_before_it_deletes_them() {
        Attachment picture = kept(ASTRID, "carl-citizen.png");
        Attachment log = kept(KAREN, "carl-citizen.log");
        CaseNumber number = astridsWith(picture);
        assertThat(desk.submit(KAREN, number, note(Visibility.INTERNAL, log)).wasAccepted())
                .isTrue();
        closed(number);

        assertThat(desk.submit(HEAD, number, new CaseCommand.ErasePersonalData())
                        .wasAccepted())
                .isTrue();
        // another desk on the same store, after the first one is gone
        assertThat(world.builder(repository)
                        .withAttachments(contents)
                        .build()
                        .operations()
                        .deliver(10)
                        .sent())
                .isEqualTo(1);

        assertThat(contents.find(picture.id())).isEmpty();
        assertThat(contents.find(log.id())).isEmpty();
        assertThat(world.current(number).attachments()).isEmpty();
        assertThat(repository.history(number).stream()
                        .filter(CaseEvent.AttachmentAdded.class::isInstance)
                        .map(event -> ((CaseEvent.AttachmentAdded) event).attachment()))
                .containsExactly(Attachment.erased(), Attachment.erased());
        assertThat(repository.outbox().waiting(10)).isEmpty();
    }

    @Test
    void a_file_of_a_duplicate_is_seen_and_read_from_the_case_that_it_repeats_by_operators_alone() {
        CaseNumber original = astridsWith();
        Attachment picture = kept(KAREN, "picture.png");
        Attachment log = kept(KAREN, "server.log");
        CaseNumber middle = desk.register(
                        KAREN, Registration.of(CITIZEN_CARL.value(), "mine too").withAttachments(picture))
                .orElseThrow()
                .number();
        CaseNumber last = desk.register(KAREN, Registration.of(CITIZEN_CARL.value(), "again"))
                .orElseThrow()
                .number();
        assertThat(desk.submit(KAREN, last, note(Visibility.INTERNAL, log)).wasAccepted())
                .isTrue();
        repeats(middle, original);
        repeats(last, middle);

        CaseFile.ForOperator seen =
                (CaseFile.ForOperator) desk.view(KAREN, original).orElseThrow();
        assertThat(seen.merged())
                .filteredOn(CaseEvent.AttachmentAdded.class::isInstance)
                .extracting(event -> ((CaseEvent.AttachmentAdded) event).attachment())
                .containsExactlyInAnyOrder(picture, log);
        assertThat(read(KAREN, original, picture)).isEqualTo("xxx");
        assertThat(read(KAREN, original, log)).isEqualTo("xxx");
        for (Attachment each : List.of(picture, log)) {
            assertThat(refusal(desk.attachment(ASTRID, original, each.id())))
                    .isEqualTo(new Refusal.UnknownAttachment(each.id()));
        }
        assertThat(refusal(desk.attachment(KAREN, last, picture.id())))
                .as("seen from the original, not from beside it")
                .isEqualTo(new Refusal.UnknownAttachment(picture.id()));

        assertThat(desk.submit(KAREN, middle, new CaseCommand.UnlinkCase(CaseRelation.DUPLICATE_OF, original))
                        .wasAccepted())
                .isTrue();
        assertThat(refusal(desk.attachment(KAREN, original, picture.id())))
                .isEqualTo(new Refusal.UnknownAttachment(picture.id()));
    }

    private void repeats(CaseNumber number, CaseNumber of) {
        assertThat(desk.submit(KAREN, number, new CaseCommand.LinkCase(CaseRelation.DUPLICATE_OF, of))
                        .wasAccepted())
                .isTrue();
        assertThat(desk.submit(KAREN, number, new CaseCommand.Close(ClosingReason.DUPLICATE, ""))
                        .wasAccepted())
                .isTrue();
    }

    @Test
    void a_content_that_cannot_be_deleted_now_is_deleted_later() {
        Attachment picture = kept(ASTRID, "picture.png");
        CaseNumber number = astridsWith(picture);
        closed(number);
        SupportDesk plain = world.deskOn(repository);

        assertThat(plain.submit(HEAD, number, new CaseCommand.ErasePersonalData())
                        .wasAccepted())
                .isTrue();
        assertThat(plain.operations().deliver(10).postponed()).isEqualTo(1);
        world.clock.advance(java.time.Duration.ofHours(1));
        assertThat(desk.operations().deliver(10).sent()).isEqualTo(1);

        assertThat(contents.find(picture.id())).isEmpty();
    }

    @Test
    void a_history_with_files_is_brought_along_if_the_store_has_them() {
        Attachment picture = kept(ASTRID, "picture.png");
        CaseNumber number = astridsWith(picture);
        CaseImport past = CaseImport.of("elsewhere", repository.history(number));

        SupportDesk there = world.builder(CaseRepository.inMemory())
                .withAttachments(contents)
                .build();
        SupportDesk plain = world.deskOn(CaseRepository.inMemory());

        assertThat(there.operations().importCase(past).orElseThrow().attachments())
                .hasSize(1);
        assertThat(refusal(plain.operations().importCase(past)))
                .isEqualTo(refused("picture.png", AttachmentObstacle.NO_STORE));
    }

    @Test
    void requests_with_files_are_written_and_read() {
        RequestJson json = new RequestJson();
        Attachment picture = kept(ASTRID, "picture.png");
        CaseCommand command = note(Visibility.CUSTOMER, picture);
        Registration registration = Registration.of("astrid", "x").withAttachments(picture);

        assertThat(json.readCommand(json.write(command))).isEqualTo(command);
        assertThat(json.readRegistration(json.write(registration))).isEqualTo(registration);
        assertThat(List.of(json.write(new CaseCommand.AddNote(Visibility.CUSTOMER, "plain")))
                        .get(0))
                .doesNotContain("attachments");
    }

    private void closed(CaseNumber number) {
        assertThat(desk.submit(KAREN, number, new CaseCommand.Close(ClosingReason.WITHDRAWN, ""))
                        .wasAccepted())
                .isTrue();
        assertThat(desk.operations().deliver(100).sent()).isNotNegative();
    }

    private static Refusal refused(String name, AttachmentObstacle why) {
        return new Refusal.AttachmentRefused(name, why, Optional.empty());
    }
}
