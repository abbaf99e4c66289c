package dk.sagsflow.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.sagsflow.core.attribute.AttributeType;
import dk.sagsflow.core.cases.CaseEvent;
import dk.sagsflow.core.cases.CaseStatus;
import dk.sagsflow.core.cases.ClosingReason;
import dk.sagsflow.core.cases.FollowUpOccasion;
import dk.sagsflow.core.cases.GiveBackReason;
import dk.sagsflow.core.cases.WaitingFor;
import dk.sagsflow.core.classification.CaseKind;
import dk.sagsflow.core.classification.Cause;
import dk.sagsflow.core.classification.ChangeKind;
import dk.sagsflow.core.classification.Impact;
import dk.sagsflow.core.classification.Priority;
import dk.sagsflow.core.classification.Urgency;
import dk.sagsflow.core.command.AttachmentObstacle;
import dk.sagsflow.core.command.CaseAction;
import dk.sagsflow.core.command.RelationObstacle;
import dk.sagsflow.core.command.RequiredText;
import dk.sagsflow.core.command.WatcherObstacle;
import dk.sagsflow.core.competence.CompetenceKind;
import dk.sagsflow.core.competence.CompetenceState;
import dk.sagsflow.core.conversation.Visibility;
import dk.sagsflow.core.organisation.CustomerKind;
import dk.sagsflow.core.organisation.GroupKind;
import dk.sagsflow.core.organisation.ProgramRight;
import dk.sagsflow.core.query.UnreadableCase;
import dk.sagsflow.core.relation.CaseRelation;
import dk.sagsflow.core.relation.UnlinkReason;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {
    private static final Locale DANISH = Locale.forLanguageTag("da");

    static Stream<Enum<?>> constants() {
        return Stream.<Class<? extends Enum<?>>>of(
                        CaseKind.class,
                        CaseStatus.class,
                        Cause.class,
                        ChangeKind.class,
                        ClosingReason.class,
                        GiveBackReason.class,
                        WaitingFor.class,
                        CaseRelation.class,
                        CaseEvent.AdvisoryReason.class,
                        FollowUpOccasion.class,
                        Visibility.class,
                        Impact.class,
                        Urgency.class,
                        Priority.class,
                        CustomerKind.class,
                        GroupKind.class,
                        AttributeType.class,
                        CompetenceKind.class,
                        CompetenceState.class,
                        ProgramRight.class,
                        CaseAction.class,
                        RequiredText.class,
                        RelationObstacle.class,
                        UnlinkReason.class,
                        AttachmentObstacle.class,
                        WatcherObstacle.class,
                        UnreadableCase.Defect.class)
                .flatMap(kind -> Arrays.stream(kind.getEnumConstants()));
    }

    @ParameterizedTest
    @MethodSource("constants")
    void each_constant_has_words_in_danish_and_english(Enum<?> constant) {
        assertThat(Vocabulary.in(Locale.ENGLISH).of(constant)).isNotBlank();
        assertThat(Vocabulary.in(DANISH).of(constant)).isNotBlank();
    }

    @Test
    void there_are_words_for_nothing_else() {
        assertThat(Stream.of(Locale.ENGLISH, DANISH)
                        .map(language -> ResourceBundle.getBundle("dk.sagsflow.core.text.vocabulary", language)
                                .keySet()))
                .allSatisfy(keys -> assertThat(keys)
                        .containsExactlyInAnyOrderElementsOf(constants()
                                .map(constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name())
                                .toList()));
    }

    @Test
    void other_languages_get_english_and_other_constants_are_refused() {
        assertThat(Vocabulary.in(Locale.GERMAN).of(CaseStatus.ON_HOLD)).isEqualTo("on hold");
        assertThat(Vocabulary.in(Locale.forLanguageTag("da-DK")).of(CaseStatus.ON_HOLD))
                .isEqualTo("i bero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Vocabulary.in(DANISH).of(TimeUnit.DAYS));
    }
}
