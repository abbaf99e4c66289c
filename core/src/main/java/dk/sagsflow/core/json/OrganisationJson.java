package dk.sagsflow.core.json;

import static java.util.Objects.requireNonNull;

import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.library.MissingLibraryException;
import dk.sagsflow.core.library.OptionalLibrary;
import dk.sagsflow.core.organisation.SupportOrganisation;
import java.util.Optional;

/**
 * The JSON form of an organisation, {@code organisation.json} of a model: a public contract. Unknown members are problems;
 * what a release reads, each later release reads. Needs Jackson 3 databind, which the host supplies. Immutable.
 */
public final class OrganisationJson {
    /** The format that this release writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    private OrganisationJson() {}

    /** The organisation; empty if anything was wrong, which the document then knows. */
    public static Optional<SupportOrganisation> read(JsonPlace root) {
        return new OrganisationReading(root).organisation();
    }

    /**
     * The organisation as JSON, indented, that reads back as an equal one.
     *
     * @throws MissingLibraryException if Jackson is not there
     */
    public static String write(SupportOrganisation organisation) {
        OptionalLibrary.requireJson("an organisation as JSON");
        return OrganisationWriting.write(requireNonNull(organisation, "organisation"));
    }
}
