package dk.sagsflow.knowledge.news;

import dk.sagsflow.core.privacy.PersonalNumbers;
import dk.sagsflow.core.privacy.SingleLine;

/**
 * What a piece of news says where it leaves the knowledge base: without marks, on one line what belongs on one, and without
 * personal identification numbers. Immutable.
 *
 * @param title what it is called
 * @param lead what it says in a few lines
 * @param text the whole of it
 */
public record NewsWords(String title, String lead, String text) {
    private static final int LONGEST_LEAD = 600;
    private static final String CUT_OFF = " …";

    /** Takes out what may not leave, and cuts off a lead that is too long. */
    public NewsWords {
        title = SingleLine.of(PersonalNumbers.masked(title));
        lead = shortened(PersonalNumbers.masked(lead));
        text = PersonalNumbers.masked(text);
    }

    private static String shortened(String lead) {
        if (lead.length() <= LONGEST_LEAD) {
            return lead;
        }
        int end = Character.isHighSurrogate(lead.charAt(LONGEST_LEAD - 1)) ? LONGEST_LEAD - 1 : LONGEST_LEAD;
        return lead.substring(0, end).stripTrailing() + CUT_OFF;
    }

    /** Of a text that has no lead of its own. */
    public static NewsWords of(String title, String lead, String text) {
        return new NewsWords(title, lead.isBlank() ? text : lead, text);
    }
}
