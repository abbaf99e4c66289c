package dk.sagsflow.examples.sagsflow.log;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a log before its cases are read: how far it reaches, and in what order it stands. Immutable.
 *
 * @param rows how many rows there are, usable or not
 * @param end the latest time that a row tells: how long the log goes on for every case; empty if no time can be read
 * @param together whether the rows of each case stand together
 * @param categories those that its rows name; of more than a thousand, the first thousand
 * @param remarks what somebody should know who reads the figures, in one line each
 */
public record LogSurvey(
        long rows,
        Optional<Instant> end,
        boolean together,
        ImmutableSet<String> categories,
        ImmutableList<String> remarks) {}
