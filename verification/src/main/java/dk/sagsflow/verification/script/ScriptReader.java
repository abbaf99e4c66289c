package dk.sagsflow.verification.script;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.core.document.Problems;
import java.util.Optional;

/** Reads scenarios about one model, and says everything that is wrong with them. Not thread-safe. */
public final class ScriptReader {
    /** How the names of files end that hold tables of Markdown. */
    public static final String MARKDOWN = ".md";

    private final SubjectModel subject;
    private final Problems problems;

    /**
     * A reader.
     *
     * @param subject the model that the scenarios are about
     * @param problems where what is wrong is collected
     */
    public ScriptReader(SubjectModel subject, Problems problems) {
        this.subject = requireNonNull(subject, "subject");
        this.problems = requireNonNull(problems, "problems");
    }

    /**
     * The scenarios in a text: Markdown if the name of the file ends so, else JSON.
     *
     * @param file what it is called where a place in it is told
     */
    public ImmutableList<Script> read(String file, String text) {
        return drafts(file, text, problems).stream()
                .map(draft -> new DraftReading(subject, problems).script(draft))
                .flatMap(Optional::stream)
                .collect(ImmutableList.toImmutableList());
    }

    /** Looks at the form alone, for want of a model that the scenarios could be about. */
    public static void checkForm(String file, String text, Problems problems) {
        var unused = drafts(file, text, problems);
    }

    private static ImmutableList<Draft> drafts(String file, String text, Problems problems) {
        return file.endsWith(MARKDOWN)
                ? MarkdownDrafts.read(file, text, problems)
                : JsonDrafts.read(file, text, problems);
    }
}
