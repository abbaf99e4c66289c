package dk.sagsflow.knowledge.training;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dk.sagsflow.core.competence.CompetenceId;
import dk.sagsflow.core.document.InvalidDocumentException;
import dk.sagsflow.core.document.JsonDocument;
import dk.sagsflow.core.document.JsonPlace;
import dk.sagsflow.core.document.Problems;
import dk.sagsflow.core.library.OptionalLibrary;
import dk.sagsflow.core.organisation.ActorId;
import dk.sagsflow.core.organisation.GroupId;
import java.time.Period;
import java.util.Optional;
import java.util.function.Function;

/**
 * Plans of training as JSON, for people who write them: all that is wrong is told at once, with line and pointer. Needs Jackson 3
 * databind, which the host adds.
 */
public final class TrainingPlanJson {
    private static final int FORMAT = 1;

    private TrainingPlanJson() {}

    /**
     * The plan that this text says.
     *
     * @param name what the text is called, for what is told of it: {@code training.json}
     * @throws InvalidDocumentException with everything that is wrong with it
     */
    public static TrainingPlan read(String name, String json) {
        OptionalLibrary.requireJson(requireNonNull(name, "name"));
        Problems problems = new Problems();
        return problems.unlessAny(JsonDocument.read(name, json, problems).flatMap(TrainingPlanJson::plan));
    }

    private static Optional<TrainingPlan> plan(JsonPlace root) {
        root.allowOnly("$schema", "format", "courses", "profiles");
        if (!root.readable(FORMAT)) {
            return Optional.empty();
        }
        root.at("courses").checkUnique("course", "id");
        root.at("profiles").checkUnique("profile", "id");
        ImmutableList<Course> courses = root.at("courses").all("an array of courses", TrainingPlanJson::course);
        ImmutableList<CompetenceProfile> profiles =
                root.at("profiles").all("an array of profiles", TrainingPlanJson::profile);
        return root.made(() -> new TrainingPlan(courses, profiles));
    }

    private static Optional<Course> course(JsonPlace place) {
        place.allowOnly("id", "title", "competence", "contents", "requires", "validFor");
        Optional<CourseId> id = place.at("id").parsed("the id of the course", CourseId::of);
        Optional<String> title = place.at("title").text("the title of the course");
        Optional<CompetenceId> competence = place.at("competence").parsed("the id of a competence", CompetenceId::of);
        ImmutableList<String> contents =
                place.at("contents").all("an array of points", point -> point.text("what is taught"));
        ImmutableSet<CompetenceId> requires = ids(place.at("requires"), "competences", CompetenceId::of);
        Optional<Period> validFor =
                place.at("validFor").ifPresent(time -> time.parsed("a period such as P2Y", Period::parse));
        return place.made(() -> new Course(
                id.orElseThrow(), title.orElseThrow(), competence.orElseThrow(), contents, requires, validFor));
    }

    private static <T> ImmutableSet<T> ids(JsonPlace place, String what, Function<String, T> id) {
        return ImmutableSet.copyOf(
                place.all("an array of " + what, one -> one.parsed("an id without space around it", id)));
    }

    private static Optional<CompetenceProfile> profile(JsonPlace place) {
        place.allowOnly("id", "name", "competences", "groups", "people");
        Optional<ProfileId> id = place.at("id").parsed("the id of the profile", ProfileId::of);
        Optional<String> name = place.at("name").text("the name of the profile");
        ImmutableSet<CompetenceId> competences = ids(place.at("competences"), "competences", CompetenceId::of);
        ImmutableSet<GroupId> groups = ids(place.at("groups"), "groups", GroupId::of);
        ImmutableSet<ActorId> people = ids(place.at("people"), "people", ActorId::of);
        return place.made(
                () -> new CompetenceProfile(id.orElseThrow(), name.orElseThrow(), competences, groups, people));
    }
}
