package dk.sagsflow.testkit.any;

import dk.sagsflow.routing.configuration.ModelFolder;
import dk.sagsflow.routing.configuration.PeopleFile;
import dk.sagsflow.testkit.policy.GivenPhase;
import dk.sagsflow.verification.script.SubjectModel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** What jqwik asks for parameters with {@link OfModel}; it is found by itself. Not thread-safe. */
public final class AnyOfModel implements ArbitraryProvider {
    /** Called by jqwik. */
    public AnyOfModel() {}

    @Override
    public boolean canProvideFor(TypeUsage target) {
        return target.isAnnotated(OfModel.class)
                && (target.isOfType(GivenPhase.class) || target.isOfType(Instant.class));
    }

    /** Before those that draw any instant. */
    @Override
    public int priority() {
        return 100;
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage target, SubtypeProvider subtypes) {
        OfModel asked = target.findAnnotation(OfModel.class).orElseThrow();
        SubjectModel subject = read(Path.of(asked.value()));
        return Set.of(
                target.isOfType(Instant.class)
                        ? AnyCase.starts(subject, asked.year())
                        : AnyCase.of(subject, asked.year()));
    }

    private static SubjectModel read(Path path) {
        ModelFolder folder = ModelFolder.read(path);
        return SubjectModel.of(
                path, folder, PeopleFile.beside(path, folder.model().organisation()));
    }
}
