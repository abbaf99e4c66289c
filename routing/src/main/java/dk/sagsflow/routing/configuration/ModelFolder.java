package dk.sagsflow.routing.configuration;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problem;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.json.OrganisationJson;
import dk.sagsflow.core.organisation.SupportOrganisation;
import dk.sagsflow.sla.agreement.Agreements;
import dk.sagsflow.sla.calendar.ServiceCalendar;
import dk.sagsflow.sla.json.AgreementsJson;
import dk.sagsflow.sla.json.CalendarsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A model that was read from a folder of {@code organisation.json}, {@code calendars.json}, {@code agreements.json} and
 * {@code routing.json}. All four are needed. Needs Jackson 3 databind, which the host supplies. Immutable.
 *
 * @param model the model, equal to one that is built alike in code
 * @param calendars all calendars by their ids, in listed order, those that no agreement uses among them
 * @param version what people call this version; empty if the organisation does not say
 * @param contentHash SHA-256 of the four texts in hexadecimal: two folders that differ in a letter differ in it
 * @param texts the four texts by the names of their files, so that a place in the model can be told by its line
 */
public record ModelFolder(
        SupportModel model,
        ImmutableMap<String, ServiceCalendar> calendars,
        Optional<String> version,
        String contentHash,
        ImmutableMap<String, String> texts) {
    static final String ORGANISATION = "organisation.json";
    private static final String CALENDARS = "calendars.json";
    private static final String AGREEMENTS = "agreements.json";
    private static final String ROUTING = "routing.json";

    /** Where the text of a file of a model comes from. */
    @FunctionalInterface
    public interface Source {
        /**
         * The text of this file.
         *
         * @throws NoSuchFileException if there is none
         * @throws IOException if it cannot be read
         */
        String text(String file) throws IOException;
    }

    /**
     * Reads the model in a folder.
     *
     * @throws InvalidDocumentException with everything that is wrong with the files, missing ones among it
     * @throws UncheckedIOException if a file cannot be read
     */
    public static ModelFolder read(Path folder) {
        return read(folder + "/", file -> Files.readString(folder.resolve(file)));
    }

    /**
     * Reads a model whose files come from elsewhere: a class path, say.
     *
     * @param place what stands before the name of a file where a problem names it
     * @throws InvalidDocumentException with everything that is wrong with the files, missing ones among it
     * @throws UncheckedIOException if a file cannot be read
     */
    public static ModelFolder read(String place, Source source) {
        return new Reading(place, source).folder();
    }

    private static final class Reading {
        private final String place;
        private final Map<String, String> texts = new LinkedHashMap<>();
        private final Problems problems = new Problems();

        Reading(String place, Source source) {
            this.place = place;
            for (String file : new String[] {ORGANISATION, CALENDARS, AGREEMENTS, ROUTING}) {
                read(file, source);
            }
        }

        private void read(String file, Source source) {
            try {
                texts.put(file, source.text(file));
            } catch (NoSuchFileException missing) {
                report(
                        file,
                        "no such file; a model has " + ORGANISATION + ", " + CALENDARS + ", " + AGREEMENTS + " and "
                                + ROUTING);
            } catch (CharacterCodingException otherwiseEncoded) {
                report(file, "is not UTF-8, as JSON is");
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        ModelFolder folder() {
            Optional<JsonPlace> root = root(ORGANISATION);
            Optional<SupportOrganisation> organisation = root.flatMap(OrganisationJson::read);
            Optional<JsonPlace> hours = root(CALENDARS);
            Optional<ImmutableMap<String, ServiceCalendar>> calendars = hours.flatMap(CalendarsJson::read);
            StandIns standIns = new StandIns(root, hours);
            Optional<Agreements> agreements = root(AGREEMENTS)
                    .flatMap(place -> AgreementsJson.read(
                            place,
                            organisation.orElseGet(() -> standIns.organisation(place)),
                            calendars.orElseGet(() -> standIns.calendars(place))));
            Optional<Routing> routing = root(ROUTING)
                    .flatMap(place -> RoutingJson.read(
                            place,
                            organisation.orElseGet(() -> standIns.organisation(place)),
                            calendars.orElseGet(() -> standIns.calendars(place))));
            Optional<String> version =
                    root.flatMap(place -> place.at("version").ifPresent(text -> text.text("the name of a version")));
            if (organisation.isEmpty()) {
                problems.forget(StandIns::beyond);
            }
            problems.throwIfAny();
            SupportModel model = SupportModel.builder()
                    .organisation(organisation.orElseThrow())
                    .agreements(agreements.orElseThrow())
                    .routing(routing.orElseThrow())
                    .build();
            return new ModelFolder(model, calendars.orElseThrow(), version, contentHash(), ImmutableMap.copyOf(texts));
        }

        private Optional<JsonPlace> root(String file) {
            return Optional.ofNullable(texts.get(file))
                    .flatMap(text -> JsonDocument.read(place + file, text, problems));
        }

        private void report(String file, String problem) {
            problems.add(new Problem(place + file, 1, 1, "", problem));
        }

        private String contentHash() {
            Hasher hasher = Hashing.sha256().newHasher();
            texts.forEach((file, text) -> hasher.putString(file, StandardCharsets.UTF_8)
                    .putInt(text.length())
                    .putString(text, StandardCharsets.UTF_8));
            return hasher.hash().toString();
        }
    }
}
