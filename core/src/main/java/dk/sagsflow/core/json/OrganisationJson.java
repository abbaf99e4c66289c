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
     * An organisation that stands in for one in which something is wrong, so that a file that names its parts can be read for
     * mistakes of its own. It has the tiers, groups, systems and competences that the wrong one names, whatever else is the
     * matter with them; if it names none of a kind, every text of the file is such a name. It has no attributes.
     *
     * @param wrong what could not be read; empty if it is no JSON
     * @param file the file that names its parts
     */
    public static SupportOrganisation standIn(Optional<JsonPlace> wrong, JsonPlace file) {
        return new OrganisationStandIn(wrong, file.texts()).organisation();
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
