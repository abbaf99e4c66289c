package dk.sagsflow.examples.sagsflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dk.sagsflow.examples.sagsflow.log.CaseLogReader;
import dk.sagsflow.examples.sagsflow.log.LogRow;
import dk.sagsflow.examples.sagsflow.log.LoggedCase;
import dk.sagsflow.examples.sagsflow.log.RejectedRow;
import dk.sagsflow.examples.sagsflow.log.mapping.LogMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Counts the incidents of the BPI Challenge 2013, which are not part of the project: the file is looked for in the folder
 * that the system property {@value #FOLDER} names, then in {@code shared/data} beside each folder above this one.
 */
final class Bpi2013Test {

    private static final String LOG = "bpi2013-incidents.csv.gz";
    private static final String MAPPING = "mappings/bpi2013.json";

    private final LogMapping mapping = LogMapping.read(RealLogs.mapping(MAPPING));

    @Test
    void every_event_is_read() {
        Path log = RealLogs.log(LOG);
        Set<String> groups = new HashSet<>();
        Set<String> impacts = new HashSet<>();
        Map<String, Integer> states = new TreeMap<>();
        List<RejectedRow> rejected = new ArrayList<>();
        List<LoggedCase> cases = new ArrayList<>();
        AtomicLong bytes = new AtomicLong();

        new CaseLogReader(mapping).read(log, cases::add, rejected::add, bytes::set);

        ImmutableList<LogRow> rows =
                cases.stream().flatMap(one -> one.rows().stream()).collect(ImmutableList.toImmutableList());
        rows.forEach(row -> {
            groups.add(row.group());
            row.impact().ifPresent(impact -> impacts.add(impact.name()));
            states.merge(row.state().toString(), 1, Integer::sum);
        });
        assertThat(rejected).isEmpty();
        assertThat(rows).hasSize(65_533);
        assertThat(cases).hasSize(7_554);
        assertThat(groups).hasSize(649);
        assertThat(impacts).containsExactlyInAnyOrder("LOW", "MEDIUM", "HIGH", "MAJOR");
        assertThat(states)
                .containsExactly(
                        Map.entry("Answered[]", 6_115 + 2_035),
                        Map.entry("Cancelled[]", 1),
                        Map.entry("Closed[]", 5_716),
                        Map.entry("Queued[]", 11_544),
                        Map.entry("Unknown[]", 5),
                        Map.entry("Waiting[reason=CHANGE]", 493),
                        Map.entry("Waiting[reason=CUSTOMER]", 4_217 + 101),
                        Map.entry("Waiting[reason=OTHER]", 1_533),
                        Map.entry("Waiting[reason=SUPPLIER]", 313),
                        Map.entry("Working[]", 30_239 + 3_221));
        assertThat(bytes).hasValue(log.toFile().length());
    }

    @Test
    void the_highest_line_that_each_case_reached_is_as_counted_by_others() {
        Path log = RealLogs.log(LOG);
        Map<String, Integer> highest = new TreeMap<>();

        new CaseLogReader(mapping)
                .read(
                        log,
                        one -> highest.merge(
                                Collections.max(
                                        one.rows().stream().map(LogRow::tier).toList()),
                                1,
                                Integer::sum),
                        row -> {},
                        count -> {});

        assertThat(highest).containsExactly(Map.entry("1st", 4_546), Map.entry("2nd", 2_464), Map.entry("3rd", 544));
    }

    @Test
    void a_team_of_two_lines_counts_as_the_higher_one() {
        assertThat(mapping.contactTier()).isEqualTo("1st");
        assertThat(mapping.tiers()).extracting(LogMapping.Tier::id).containsExactly("1st", "2nd", "3rd");
        assertThat(tier("V30")).isEqualTo("1st");
        assertThat(tier("G96 2nd")).isEqualTo("2nd");
        assertThat(tier("V5 3rd")).isEqualTo("3rd");
        assertThat(tier("V13 2nd 3rd")).isEqualTo("3rd");
    }

    private String tier(String group) {
        return mapping.tierOf(group).orElseThrow().id();
    }
}
