package dk.sagsflow.verification.finding;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * The findings that the owner of a model has accepted, read from {@code accepted.json} beside it, so that a build can demand
 * that there is nothing new. They are no part of the model. Needs Jackson 3 databind, which the host supplies. Immutable.
 *
 * @param all in listed order
 * @param text the text of the file, so that a place in it can be told by its line
 */
public record AcceptedFindings(ImmutableList<AcceptedFinding> all, String text) {
    /** What the file beside a model is called. */
    public static final String NAME = "accepted.json";

    private static final int FORMAT = 1;
    private static final ImmutableMap<String, FindingCode> CODES =
            Arrays.stream(FindingCode.values()).collect(ImmutableMap.toImmutableMap(FindingCode::id, code -> code));

    /** Refuses null. */
    public AcceptedFindings {
        requireNonNull(all, "all");
        requireNonNull(text, "text");
    }

    /**
     * Those that are accepted in this file.
     *
     * @throws InvalidDocumentException with everything that is wrong with the file
     * @throws UncheckedIOException if it cannot be read, or there is none
     */
    public static AcceptedFindings read(Path file) {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Those that are accepted beside a model; empty if there is no such file.
     *
     * @throws InvalidDocumentException with everything that is wrong with the file
     * @throws UncheckedIOException if it cannot be read
     */
    public static Optional<AcceptedFindings> beside(Path folder) {
        try {
            Path file = folder.resolve(NAME);
            return Optional.of(read(file.toString(), Files.readString(file)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Those that are accepted in a text.
     *
     * @param file what a problem calls it
     * @throws InvalidDocumentException with everything that is wrong with the text
     */
    public static AcceptedFindings read(String file, String text) {
        Problems problems = new Problems();
        ImmutableList<AcceptedFinding> all =
                problems.unlessAny(JsonDocument.read(file, text, problems).map(AcceptedFindings::list));
        return new AcceptedFindings(all, text);
    }

    private static ImmutableList<AcceptedFinding> list(JsonPlace root) {
        if (!root.readable(FORMAT)) {
            return ImmutableList.of();
        }
        root.allowOnly("$schema", "format", "accepted");
        return root.at("accepted").all("an array of accepted findings", AcceptedFindings::one);
    }

    private static Optional<AcceptedFinding> one(JsonPlace place) {
        place.allowOnly("code", "file", "place", "says", "reason", "until");
        Optional<FindingCode> code = place.at("code").oneOf("kinds of finding", CODES);
        Optional<String> file = place.at("file").text("the name of a file");
        Optional<String> where = place.at("place").text("a place as /groups/bit");
        Optional<String> says = place.at("says").ifPresent(words -> words.text("words of the message"));
        Optional<String> reason = place.at("reason").text("the reason for which it is accepted");
        Optional<LocalDate> until =
                place.at("until").ifPresent(day -> day.parsed("a date as 2007-12-31", LocalDate::parse));
        return code.isPresent() && file.isPresent() && where.isPresent() && reason.isPresent()
                ? Optional.of(new AcceptedFinding(code.get(), file.get(), where.get(), says, reason.get(), until))
                : Optional.empty();
    }
}
