package dk.sagsflow.examples.sagsflow.log.time;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Danish names of months and days, whole or cut short, with a point or without. */
final class DanishNames {
    private static final ImmutableMap<String, String> ENGLISH = ImmutableMap.<String, String>builder()
            .put("januar", "January")
            .put("februar", "February")
            .put("marts", "March")
            .put("april", "April")
            .put("maj", "May")
            .put("juni", "June")
            .put("juli", "July")
            .put("august", "August")
            .put("september", "September")
            .put("oktober", "October")
            .put("november", "November")
            .put("december", "December")
            .put("mandag", "Monday")
            .put("tirsdag", "Tuesday")
            .put("onsdag", "Wednesday")
            .put("torsdag", "Thursday")
            .put("fredag", "Friday")
            .put("lørdag", "Saturday")
            .put("søndag", "Sunday")
            .put("jan", "Jan")
            .put("feb", "Feb")
            .put("mar", "Mar")
            .put("apr", "Apr")
            .put("jun", "Jun")
            .put("jul", "Jul")
            .put("aug", "Aug")
            .put("sep", "Sep")
            .put("sept", "Sep")
            .put("okt", "Oct")
            .put("nov", "Nov")
            .put("dec", "Dec")
            .put("man", "Mon")
            .put("tir", "Tue")
            .put("tirs", "Tue")
            .put("ons", "Wed")
            .put("tor", "Thu")
            .put("tors", "Thu")
            .put("fre", "Fri")
            .put("lør", "Sat")
            .put("søn", "Sun")
            .buildOrThrow();
    private static final Pattern WORD = Pattern.compile("(\\p{L}{3,})\\.?");

    private DanishNames() {}

    /** The text with English names in place of Danish ones; other words as they are. */
    static String inEnglish(String text) {
        return WORD.matcher(text).replaceAll(found -> {
            String english = ENGLISH.get(found.group(1).toLowerCase(Locale.ROOT));
            return english == null ? Matcher.quoteReplacement(found.group()) : english;
        });
    }
}
