package dk.sagsflow.knowledge.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.knowledge.agreement.AgreementRefusal;
import dk.sagsflow.knowledge.agreement.SuperuserWork;
import dk.sagsflow.knowledge.mailing.MailingListRefusal;
import dk.sagsflow.knowledge.meeting.MeetingRefusal;
import dk.sagsflow.knowledge.refusal.KnowledgeWords;
import dk.sagsflow.knowledge.release.ReleaseRefusal;
import dk.sagsflow.knowledge.training.TrainingRefusal;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Words for what is refused about people, and for the constants that they meet. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleWordsTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("da"));
    private static final Pattern NAMED = Pattern.compile("\\{(\\w+)}");

    @Test
    void every_refusal_and_every_change_has_words_in_both_languages_that_name_what_it_knows() {
        Stream<Class<?>> said = Stream.of(
                        PeopleRefusal.class,
                        MailingListRefusal.class,
                        ReleaseRefusal.class,
                        TrainingRefusal.class,
                        MeetingRefusal.class,
                        AgreementRefusal.class,
                        DirectoryChange.class)
                .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()));
        assertThat(said).isNotEmpty().allSatisfy(kind -> {
            Set<String> known = Arrays.stream(kind.getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(Collectors.toSet());
            assertThat(LANGUAGES)
                    .allSatisfy(language -> assertThat(named(kind.getSimpleName(), language))
                            .isNotEmpty()
                            .isSubsetOf(known));
        });
    }

    private static Set<String> named(String key, Locale language) {
        String template = ResourceBundle.getBundle("dk.sagsflow.knowledge.refusal.words", language)
                .getString(key);
        return NAMED.matcher(template)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void every_constant_has_words() {
        Stream<Enum<?>> constants = Stream.of(UnitKind.values(), PersonRole.values(), SuperuserWork.values())
                .flatMap(Arrays::stream);
        assertThat(constants)
                .allSatisfy(constant -> assertThat(LANGUAGES)
                        .allSatisfy(language -> assertThat(
                                        KnowledgeWords.in(language).of(constant))
                                .isNotBlank()));
    }

    @Test
    void codes_of_findings_are_each_of_one_kind() {
        assertThat(PeopleFindingCode.values())
                .extracting(PeopleFindingCode::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("SK2\\d\\d"));
    }

    @Test
    void every_finding_has_words_and_advice_in_both_languages_that_name_the_same() {
        assertThat(PeopleFindingCode.values()).allSatisfy(code -> {
            Set<String> facts = named("PeopleFinding." + code.name(), Locale.ENGLISH);
            assertThat(named("PeopleFinding." + code.name(), LANGUAGES.get(1))).isEqualTo(facts);
            for (Function<Locale, String> words : List.<Function<Locale, String>>of(code::meaning, code::advice)) {
                assertThat(LANGUAGES.stream().map(words))
                        .doesNotHaveDuplicates()
                        .allMatch(text -> text.endsWith(".") && !text.contains("{"));
            }
        });
        PeopleFinding finding = new PeopleFinding(
                PeopleFindingCode.TIME_EXCEEDED,
                "aarhus-2007",
                ImmutableMap.of("person", "astrid", "used", Duration.ofHours(11), "work", SuperuserWork.MEETINGS));
        assertThat(finding.describe(LANGUAGES.get(1)))
                .isEqualTo("aarhus-2007: SK205 astrid har brugt 11:00 til møder, mere end aftalt");
    }
}
