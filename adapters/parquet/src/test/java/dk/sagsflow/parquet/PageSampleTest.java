package dk.sagsflow.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dk.sagsflow.core.cases.CaseNumber;
import dk.sagsflow.core.command.Registration;
import dk.sagsflow.core.repository.CaseRepository;
import dk.sagsflow.core.timeline.CaseTimeline;
import dk.sagsflow.routing.configuration.SupportModel;
import dk.sagsflow.routing.desk.SupportDesk;
import dk.sagsflow.testkit.fixture.ReferenceOrganisation;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageSampleTest {
    @Test
    void the_program_of_the_page_runs(@TempDir Path folder) {
        CaseRepository store = CaseRepository.inMemory();
        SupportDesk desk = SupportDesk.builder(
                        SupportModel.of(ReferenceOrganisation.organisation()),
                        ReferenceOrganisation.people(),
                        InstantSource.system())
                .withRepository(store)
                .build();
        List<CaseNumber> numbers =
                List.of(desk.register(ReferenceOrganisation.KAREN, Registration.of("citizen", "I cannot log in"))
                        .orElseThrow()
                        .number());
        // sample
        try (ParquetExport export = ParquetExport.into(folder)) {
            numbers.forEach(number -> export.add(CaseTimeline.of(store.history(number))));
        }
        // end
        assertThat(folder.resolve("events")).isNotEmptyDirectory();
    }
}
