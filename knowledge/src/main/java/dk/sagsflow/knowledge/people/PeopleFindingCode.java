package dk.sagsflow.knowledge.people;

import com.google.common.collect.ImmutableMap;
import dk.sagsflow.knowledge.refusal.KnowledgeWords;
import java.util.Locale;

/** What kinds of finding there are about people. Ids are stable; kinds may be added in a minor release. */
public enum PeopleFindingCode {
    /** A unit that needs a superuser has none (R28). */
    UNIT_WITHOUT_SUPERUSER("SK201"),
    /** No agreement is in force about the superusers of a unit (R28). */
    UNIT_WITHOUT_AGREEMENT("SK202"),
    /** An agreement about superusers runs out and none follows it. */
    AGREEMENT_RUNS_OUT("SK203"),
    /** It was agreed to follow up on an agreement by a day that is past. */
    FOLLOW_UP_OVERDUE("SK204"),
    /** Superusers used more of their time than was agreed. */
    TIME_EXCEEDED("SK205"),
    /** A superuser is not certified in the basic module (R29). */
    NOT_CERTIFIED("SK211"),
    /** A certificate counts no longer, or soon will not (R29). */
    CERTIFICATE_DUE("SK212"),
    /** A supporter is not certified in what the own profile asks for (R31). */
    PROFILE_GAP("SK213"),
    /** An experience group meets less often than four times a year (R30). */
    GROUP_FALLS_BEHIND("SK221"),
    /** A release of a system comes and an experience group does not meet around it (R30). */
    RELEASE_WITHOUT_MEETING("SK222");

    private final String id;

    PeopleFindingCode(String id) {
        this.id = id;
    }

    /** The stable id: {@code SK201}. */
    public String id() {
        return id;
    }

    /** What is the matter, in general, in Danish if the language is Danish, else in English. */
    public String meaning(Locale language) {
        return words("meaning", language);
    }

    /** What can be done about it. */
    public String advice(Locale language) {
        return words("advice", language);
    }

    private String words(String what, Locale language) {
        return KnowledgeWords.in(language).of("PeopleFindingCode." + name() + "." + what, ImmutableMap.of());
    }
}
