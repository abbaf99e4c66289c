package dk.sagsflow.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.attachment.AttachmentId;
import dk.sagsflow.core.attribute.AttributeId;
import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.catalogue.SystemId;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.CustomerId;
import dk.sagsflow.core.organisation.GroupId;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.core.organisation.TierId;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.Reference;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal there is, with everything in it filled in and with everything left out that may be. */
class RefusalWordsTest {
    private static final Locale DANISH = Locale.forLanguageTag("da");
    private static final String SOMEBODY = "0101701234";

    static Stream<Refusal> refusals() {
        return kinds(Refusal.class).flatMap(kind -> Stream.of(true, false).map(full -> (Refusal) made(kind, full)));
    }

    static Stream<Entitled> entitled() {
        return kinds(Entitled.class).flatMap(kind -> Stream.of(true, false).map(full -> (Entitled) made(kind, full)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void each_has_words_in_both_languages_without_holes_or_customers(Refusal refusal) {
        assertThat(Stream.of(Locale.ENGLISH, DANISH)
                        .map(language -> RefusalWords.in(language).of(refusal)))
                .doesNotHaveDuplicates()
                .allSatisfy(words -> assertThat(words)
                        .isNotBlank()
                        .doesNotContain("{", "}", "[", "]", "null", "Optional", SOMEBODY)
                        .doesNotContainPattern("\\b[A-Z]+_[A-Z_]+\\b")
                        .doesNotContain("  "));
    }

    @ParameterizedTest
    @MethodSource("entitled")
    void whoever_is_entitled_has_words_in_both_languages(Entitled entitled) {
        assertThat(Stream.of(Locale.ENGLISH, DANISH)
                        .map(language -> RefusalWords.in(language).of(entitled)))
                .doesNotHaveDuplicates()
                .allSatisfy(words -> assertThat(words).isNotBlank().doesNotContain("{", "[", "null"));
    }

    @Test
    void what_a_refusal_describes_is_its_english_words() {
        Refusal refusal = new Refusal.WrongStatus(
                CaseAction.HAND_OVER, CaseStatus.ON_HOLD, ImmutableSet.of(CaseStatus.QUEUED, CaseStatus.IN_PROGRESS));

        assertThat(refusal.describe())
                .isEqualTo(
                        "cannot hand the case over while the case is on hold; possible while it is queued or in progress");
        assertThat(RefusalWords.in(DANISH).of(refusal))
                .isEqualTo(
                        "det er ikke muligt at give sagen videre, mens sagen er i bero; det er muligt, mens den er i kø"
                                + " eller under behandling");
    }

    @Test
    void a_wrong_way_says_where_the_case_can_go_instead() {
        TierId first = TierId.of("1st");
        Refusal skipped = new Refusal.TierSkipped(
                first, TierId.of("3rd"), TierId.of("2nd"), ImmutableSet.of(GroupId.of("bit")), true);
        Refusal nowhere = new Refusal.DownwardHandOver(TierId.of("3rd"), first, ImmutableSet.of());

        assertThat(skipped.describe())
                .isEqualTo("cannot hand the case over from tier 1st straight to tier 3rd; the next is 2nd; placed as a"
                        + " business question it may go straight there; it may go to bit");
        assertThat(nowhere.describe())
                .endsWith("from here it goes to no other group, but can be answered or given back");
    }

    private static Stream<Class<?>> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? kinds(kind) : Stream.of(kind))
                .distinct();
    }

    private static Object made(Class<?> kind, boolean full) {
        RecordComponent[] components = kind.getRecordComponents();
        try {
            Constructor<?> constructor = kind.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> value(component, full))
                    .toArray());
        } catch (ReflectiveOperationException unmade) {
            throw new LinkageError("no " + kind, unmade);
        }
    }

    private static Object value(RecordComponent component, boolean full) {
        String type = component.getGenericType().getTypeName();
        return Stream.of(
                        new Sample(CaseNumber.class, CaseNumber.of("C-1")),
                        new Sample(ActorId.class, ActorId.of(component.getName().equals("actor") ? SOMEBODY : "karen")),
                        new Sample(CustomerId.class, CustomerId.of(SOMEBODY)),
                        new Sample(RequestKey.class, RequestKey.of("mail-7")),
                        new Sample(GroupId.class, GroupId.of("bit")),
                        new Sample(TierId.class, TierId.of("2nd")),
                        new Sample(SystemId.class, SystemId.of("amanda")),
                        new Sample(AttributeId.class, AttributeId.of("colour")),
                        new Sample(AttributeType.class, AttributeType.CHOICE),
                        new Sample(CaseAction.class, CaseAction.ASSIGN),
                        new Sample(CaseStatus.class, CaseStatus.CLOSED),
                        new Sample(ClosingReason.class, ClosingReason.DUPLICATE),
                        new Sample(CaseRelation.class, CaseRelation.CHILD_OF),
                        new Sample(WaitingFor.class, WaitingFor.SUPPLIER),
                        new Sample(RequiredText.class, RequiredText.NOTE),
                        new Sample(RelationObstacle.class, RelationObstacle.ITSELF),
                        new Sample(Impact.class, Impact.HIGH),
                        new Sample(Urgency.class, Urgency.LOW),
                        new Sample(AttachmentObstacle.class, AttachmentObstacle.TOO_LARGE),
                        new Sample(WatcherObstacle.class, WatcherObstacle.NO_ADDRESS),
                        new Sample(AttachmentId.class, AttachmentId.of("0000000000000001")),
                        new Sample(Long.class, 7L),
                        new Sample(ProgramRight.class, ProgramRight.WORK),
                        new Sample(Entitled.class, new Entitled.Operators()),
                        new Sample(ImportProblem.class, new ImportProblem(4, new Refusal.BrokenHistory())),
                        new Sample(Reference.class, new Reference("HP ServiceCenter", "IM1")),
                        new Sample(Instant.class, Instant.EPOCH),
                        new Sample(String.class, "red"),
                        new Sample(int.class, 3),
                        new Sample(long.class, 4L),
                        new Sample(boolean.class, full))
                .filter(sample -> type.contains(sample.type().getTypeName()))
                .map(sample -> wrapped(component, sample.value(), full))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample for " + component));
    }

    private record Sample(Class<?> type, Object value) {}

    private static Object wrapped(RecordComponent component, Object value, boolean full) {
        if (component.getType() == ImmutableSet.class) {
            return full ? ImmutableSet.of(value) : ImmutableSet.of();
        } else if (component.getType() == ImmutableList.class) {
            return full ? ImmutableList.copyOf(List.of(value, value)) : ImmutableList.of();
        }
        return component.getType() == Optional.class ? Optional.of(value).filter(some -> full) : value;
    }
}
