package dk.sagsflow.knowledge.analysis;

import org.tartarus.snowball.ext.DanishStemmer;

/** Stems of Danish words; a noun made of a verb has the stem of the verb: {@code melding} that of {@code melde}. Not thread-safe. */
final class DanishStems {
    private static final int SHORTEST = 4;

    private final DanishStemmer stemmer = new DanishStemmer();

    /** The stem of a word whose letters are folded. */
    String of(String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return withoutEnding(withoutEnding(stemmer.getCurrent(), "ering"), "ing");
    }

    private static String withoutEnding(String stem, String ending) {
        return stem.endsWith(ending) && stem.length() >= ending.length() + SHORTEST
                ? stem.substring(0, stem.length() - ending.length())
                : stem;
    }
}
