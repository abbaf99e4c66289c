package dk.sagsflow.knowledge.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.sagsflow.core.bounds.OutOfBoundsException;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.knowledge.Org;
import dk.sagsflow.knowledge.article.ArticleRefusal;
import dk.sagsflow.knowledge.audience.Reader;
import dk.sagsflow.knowledge.audience.Readership;
import dk.sagsflow.knowledge.editing.EditorialRefusal;
import dk.sagsflow.knowledge.editing.EditorialScope;
import dk.sagsflow.knowledge.editing.RightHolder;
import dk.sagsflow.knowledge.news.NewsNotice;
import dk.sagsflow.knowledge.refusal.KnowledgeOutcome;
import dk.sagsflow.knowledge.refusal.KnowledgeRefusal;
import dk.sagsflow.knowledge.subscription.NoticeChannel;
import dk.sagsflow.knowledge.subscription.Rhythm;
import dk.sagsflow.knowledge.subscription.Topic;
import dk.sagsflow.knowledge.subscription.TopicRefusal;
import dk.sagsflow.knowledge.topic.TopicId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OperationsTest {
    private static final DisruptionId SLOW = DisruptionId.of("slow");
    private static final DisruptionId UPGRADE = DisruptionId.of("upgrade");
    private static final SystemId AMANDA = SystemId.of("amanda");
    private static final TopicId OPERATIONS = TopicId.of("operations");
    private static final DisruptionDetails DETAILS =
            DisruptionDetails.of("amanda", "Amanda er langsom", "Søgninger tager minutter.");
    private static final WorkWindow NIGHT =
            new WorkWindow(Instant.parse("2007-10-27T20:00:00Z"), Instant.parse("2007-10-28T04:00:00Z"));

    private final Org org = new Org();
    private final Operations operations = org.base.operations();
    private final List<NewsNotice> sent = new ArrayList<>();

    private static KnowledgeRefusal refusal(KnowledgeOutcome<?> outcome) {
        return outcome.refusal().orElseThrow();
    }

    private void confirmed(ActorId who) {
        String token = org.base
                .subscriptions()
                .reportAddress(who, who + "@example.dk")
                .orElseThrow()
                .token();
        org.base.subscriptions().confirmAddress(who, token).orElseThrow();
    }

    private List<String> told() {
        sent.clear();
        org.base.notices().dispatch();
        assertThat(org.base.notices().deliver(sent::add).failed()).isZero();
        return sent.stream()
                .map(notice -> notice.address() + ": " + notice.subject())
                .toList();
    }

    private Reader reader(ActorId who) {
        return org.base.reader(who);
    }

    @Test
    @Tag("R23")
    void what_2nd_level_tells_of_operations_reaches_1st_level_at_once_whatever_they_subscribe_to() {
        org.base
                .topics()
                .declare(Org.EDITOR, Topic.of("operations", "Drift", "Operations"))
                .orElseThrow();
        confirmed(Org.CENTRE);
        confirmed(Org.SUPERUSER);
        org.base
                .subscriptions()
                .subscribe(Org.CENTRE, OPERATIONS, NoticeChannel.MAIL, Rhythm.WEEKLY)
                .orElseThrow();
        org.base
                .subscriptions()
                .subscribe(Org.SUPERUSER, OPERATIONS, NoticeChannel.MAIL, Rhythm.AT_ONCE)
                .orElseThrow();
        operations.report(Org.BIT, SLOW, DETAILS.about(OPERATIONS)).orElseThrow();
        assertThat(told()).containsExactly("karen@example.dk: Driftsforstyrrelse: Amanda er langsom");
        assertThat(sent.get(0).headers()).isEmpty();

        operations.workAround(Org.BIT, SLOW, "Søg på **sagsnummer**.").orElseThrow();
        assertThat(told()).containsExactly("karen@example.dk: Omvej: Amanda er langsom");
        assertThat(sent.get(0).text()).isEqualTo("Søg på sagsnummer.");
        operations
                .describe(Org.EDITOR, SLOW, DETAILS.about(OPERATIONS).forReaders(Readership.superusers()))
                .orElseThrow();
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "karen@example.dk: Ændret: Amanda er langsom", "astrid@example.dk: Ændret: Amanda er langsom");
        org.at("2007-09-10T06:00:00Z");
        operations.end(Org.EDITOR, SLOW, "").orElseThrow();
        assertThat(told()).hasSize(2).allMatch(subject -> subject.endsWith("Overstået: Amanda er langsom"));
        assertThat(told()).isEmpty();
    }

    @Test
    @Tag("R23")
    void each_system_has_a_status_with_incidents_workarounds_planned_work_and_a_history() {
        operations.report(Org.BIT, SLOW, DETAILS).orElseThrow();
        operations
                .plan(Org.BIT, UPGRADE, DisruptionDetails.of("amanda", "Opgradering", ""), NIGHT)
                .orElseThrow();
        operations.workAround(Org.CENTRE, SLOW, "Søg på sagsnummer.").orElseThrow();
        SystemStatus status = operations.status(reader(Org.CENTRE), AMANDA);
        assertThat(status.undisturbed()).isFalse();
        assertThat(status.ongoing()).extracting(Disruption::id).containsExactly(SLOW);
        assertThat(status.ongoing().get(0).workaround())
                .map(DisruptionEntry::text)
                .contains("Søg på sagsnummer.");
        assertThat(status.announced()).extracting(Disruption::id).containsExactly(UPGRADE);
        assertThat(operations.statuses(reader(Org.CENTRE)))
                .extracting(SystemStatus::undisturbed)
                .containsExactly(false, true);

        org.at("2007-09-03T12:00:00Z");
        operations.end(Org.BIT, SLOW, "En indeks manglede.").orElseThrow();
        org.at("2007-10-28T00:30:00Z");
        assertThat(operations.status(reader(Org.CENTRE), AMANDA).ongoing())
                .extracting(Disruption::id)
                .containsExactly(UPGRADE);
        org.at("2007-10-28T04:00:00Z");
        assertThat(operations.status(reader(Org.CENTRE), AMANDA).undisturbed()).isTrue();
        assertThat(operations.history(reader(Org.CENTRE), AMANDA))
                .extracting(Disruption::id)
                .containsExactly(UPGRADE, SLOW);
        assertThat(operations.read(reader(Org.CENTRE), SLOW).orElseThrow().entries())
                .extracting(DisruptionEntry::step)
                .containsExactly(DisruptionStep.REPORTED, DisruptionStep.WORKAROUND, DisruptionStep.ENDED);
    }

    @Test
    @Tag("R21")
    void what_was_said_for_the_organisation_stays_there_when_it_is_told_to_everyone() {
        operations.report(Org.BIT, SLOW, DETAILS).orElseThrow();
        operations.workAround(Org.BIT, SLOW, "Brug bagdøren.").orElseThrow();
        assertThat(refusal(operations.read(Reader.anybody(), SLOW)))
                .isEqualTo(new DisruptionRefusal.UnknownDisruption(SLOW));
        operations
                .describe(
                        Org.EDITOR,
                        SLOW,
                        new DisruptionDetails(
                                "Jobnet er langsomt", "", DETAILS.systems(), DETAILS.topics(), Readership.everyone()))
                .orElseThrow();
        Disruption seen = operations.read(Reader.anybody(), SLOW).orElseThrow();
        assertThat(seen.toString()).doesNotContain("bagdøren", "Søgninger tager minutter", "Amanda er");
        assertThat(seen.workaround()).isEmpty();
        assertThat(operations.read(reader(Org.BIT), SLOW).orElseThrow().workaround())
                .isPresent();
    }

    @Test
    void who_may_not_tell_it_hears_why() {
        assertThat(refusal(operations.report(Org.CITIZEN, SLOW, DETAILS)))
                .isEqualTo(new DisruptionRefusal.NotOfTheOrganisation(Org.CITIZEN));
        assertThat(refusal(operations.report(Org.BIT, SLOW, DETAILS.forReaders(Readership.everyone()))))
                .isInstanceOf(EditorialRefusal.RightMissing.class);
        KnowledgeRefusal leftOut =
                refusal(operations.report(Org.BIT, SLOW, DETAILS.forReaders(Readership.ofTier("second"))));
        assertThat(leftOut)
                .isEqualTo(new DisruptionRefusal.ContactTierLeftOut(Readership.ofTier("second"), TierId.of("first")));
        assertThat(leftOut.describe()).contains("first, who speak to customers");
        assertThat(refusal(operations.report(Org.BIT, SLOW, DisruptionDetails.of("mars", "x", ""))))
                .isInstanceOf(ArticleRefusal.SystemsUnknown.class);
        assertThat(refusal(operations.report(Org.BIT, SLOW, DETAILS.about(OPERATIONS))))
                .isInstanceOf(TopicRefusal.UnknownTopic.class);

        org.base
                .editing()
                .letIn(Org.EDITOR, RightHolder.group("bit"), EditorialScope.system("amanda"))
                .orElseThrow();
        operations
                .report(Org.BIT, SLOW, DETAILS.forReaders(Readership.everyone()))
                .orElseThrow();
        assertThat(refusal(operations.report(Org.BIT, SLOW, DETAILS)))
                .isEqualTo(new DisruptionRefusal.DisruptionThere(SLOW));
        assertThat(refusal(operations.tell(Org.CITIZEN, SLOW, "x")))
                .isInstanceOf(DisruptionRefusal.NotOfTheOrganisation.class);
    }

    @Test
    void work_is_moved_and_cancelled_while_it_is_announced() {
        operations.plan(Org.BIT, UPGRADE, DETAILS, NIGHT).orElseThrow();
        WorkWindow later = new WorkWindow(NIGHT.from().plusSeconds(3_600), NIGHT.until());
        Disruption moved = operations.move(Org.BIT, UPGRADE, later).orElseThrow();
        assertThat(moved.begins()).isEqualTo(later.from());
        operations.cancel(Org.BIT, UPGRADE, "Leverandøren er syg").orElseThrow();
        KnowledgeRefusal refusal = refusal(operations.move(Org.BIT, UPGRADE, NIGHT));
        assertThat(refusal)
                .isEqualTo(new DisruptionRefusal.NotPossibleNow(
                        UPGRADE, DisruptionKind.PLANNED_WORK, DisruptionStatus.CANCELLED));
        assertThat(refusal.describe())
                .isEqualTo("upgrade is planned work and cancelled; work is moved and cancelled while"
                        + " it is announced, and word is given until it is over");
        assertThat(refusal(operations.end(Org.BIT, DisruptionId.of("none"), "")))
                .isEqualTo(new DisruptionRefusal.UnknownDisruption(DisruptionId.of("none")));
        assertThatThrownBy(() -> new WorkWindow(NIGHT.until(), NIGHT.from())).isInstanceOf(OutOfBoundsException.class);
        assertThatThrownBy(() -> DisruptionDetails.of("amanda", " ", "")).isInstanceOf(OutOfBoundsException.class);
    }
}
