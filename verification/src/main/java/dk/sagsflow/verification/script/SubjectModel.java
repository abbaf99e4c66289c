package dk.sagsflow.verification.script;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dk.sagsflow.core.organisation.People;
import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.routing.configuration.SupportModel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model that is put to the test, with its people. Immutable.
 *
 * @param model the model
 * @param people those who are known by name; others are made up where a scenario needs somebody
 * @param place what stands before the name of a file of the model where it is told: its folder
 * @param texts the texts of the model by the names of their files, so that places in it can be told; none if it was built in code
 */
public record SubjectModel(SupportModel model, People people, String place, ImmutableMap<String, String> texts) {
    /** Refuses null. */
    public SubjectModel {
        requireNonNull(model, "model");
        requireNonNull(people, "people");
        requireNonNull(place, "place");
        requireNonNull(texts, "texts");
    }

    /** A model in a folder, with the people beside it. */
    public static SubjectModel of(Path folder, ModelFolder read, Optional<PeopleFile> people) {
        return new SubjectModel(
                read.model(),
                people.map(PeopleFile::people).orElseGet(SubjectModel::nobody),
                folder + "/",
                read.texts());
    }

    /** A model that was built in code, with people who are made up. */
    public static SubjectModel of(SupportModel model) {
        return new SubjectModel(model, nobody(), "", ImmutableMap.of());
    }

    private static People nobody() {
        return new People(ImmutableList.of(), ImmutableList.of());
    }
}
