package dk.sagsflow.examples.sagsflow.log;

import com.google.common.base.Splitter;
import dk.sagsflow.examples.sagsflow.log.file.OneLine;
import dk.sagsflow.examples.sagsflow.log.mapping.CallMapping.Part;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads how long callers waited and talked, in seconds or as 1:02:03, and notices where a point or comma may not begin the parts of a
 * second but the hundreds: if only whole seconds below a thousand stand beside it. Not thread-safe.
 */
final class CallLengths {
    private static final Splitter COLONS = Splitter.on(':');
    private static final Pattern LENGTH =
            Pattern.compile("-?\\d{1,9}([.,]\\d{1,9})?|(\\d{1,6}:)?\\d{1,6}:[0-5]?\\d([.,]\\d{1,9})?");
    private static final Pattern IN_PARTS = Pattern.compile("-?\\d+[.,]\\d+");
    private static final Pattern MAYBE_THOUSANDS = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,3}");
    private static final Pattern WHOLE_THOUSANDS = Pattern.compile("\\d{4,}");

    /** What nobody waits or talks. */
    private static final Duration LONG = Duration.ofDays(1);

    private String firstMaybe = "";
    private String firstLong = "";
    private long longs;
    private long maybeThousands;
    private boolean surelyParts;
    private boolean whole;

    Duration read(Part part, String text) throws RejectedRowException {
        if (!LENGTH.matcher(text).matches()) {
            throw new RejectedRowException(
                    part.word() + " " + OneLine.quoted(text) + " is unreadable, expected seconds, or 1:02:03");
        }
        if (text.startsWith("-")) {
            throw new RejectedRowException(part.word() + " " + OneLine.quoted(text) + " is less than no time");
        }
        look(text);
        Duration length = length(text);
        if (length.compareTo(LONG) > 0) {
            firstLong = longs == 0 ? text : firstLong;
            longs++;
        }
        return length;
    }

    private static Duration length(String text) {
        BigDecimal seconds = BigDecimal.ZERO;
        for (String one : COLONS.split(text)) {
            seconds = seconds.multiply(BigDecimal.valueOf(60)).add(new BigDecimal(one.replace(',', '.')));
        }
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }

    private void look(String text) {
        if (MAYBE_THOUSANDS.matcher(text).matches()) {
            firstMaybe = maybeThousands == 0 ? text : firstMaybe;
            maybeThousands++;
        } else if (IN_PARTS.matcher(text).matches()
                || WHOLE_THOUSANDS.matcher(text).matches()) {
            surelyParts = true;
        } else if (WHOLE.matcher(text).matches()) {
            whole = true;
        }
    }

    /** What somebody should know who reads the figures. */
    Stream<String> remarks() {
        return Stream.of(thousands(), unlikely()).flatMap(Optional::stream);
    }

    private Optional<String> unlikely() {
        return longs == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%,d lengths such as %s are longer than a day: perhaps they are not in seconds",
                        longs,
                        OneLine.quoted(firstLong)));
    }

    private Optional<String> thousands() {
        return maybeThousands == 0 || surelyParts || !whole
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%,d lengths such as %s are read as seconds and parts of a second; all others are whole and below a"
                                + " thousand, so it may stand between thousands: then write them without it",
                        maybeThousands,
                        OneLine.quoted(firstMaybe)));
    }
}
