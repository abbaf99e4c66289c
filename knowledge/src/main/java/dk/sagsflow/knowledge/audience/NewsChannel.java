package dk.sagsflow.knowledge.audience;

import com.google.common.collect.ImmutableSet;

/**
 * Where news is shown (R21): everybody of the support organisation reads the support site, citizens and companies read theirs
 * elsewhere. Channels may be added in a minor release.
 */
public enum NewsChannel {
    /** The support site, for superusers and the support organisation. */
    SUPPORT_SITE,
    /** The site that citizens and companies read. */
    PUBLIC_SITE;

    /** Where those look for whom something is written. */
    public static ImmutableSet<NewsChannel> of(Readership readership) {
        return readership.equals(Readership.everyone())
                ? ImmutableSet.of(SUPPORT_SITE, PUBLIC_SITE)
                : ImmutableSet.of(SUPPORT_SITE);
    }

    /**
     * Whether what is written for these readers reaches them there and nobody else: citizens and companies do not read the support
     * site, and what is not for them does not stand on the public one.
     */
    public static boolean reach(ImmutableSet<NewsChannel> channels, Readership readership) {
        return channels.contains(readership.equals(Readership.everyone()) ? PUBLIC_SITE : SUPPORT_SITE)
                && of(readership).containsAll(channels);
    }

    /** The one in which this reader looks for what is new. */
    public static NewsChannel of(Reader reader) {
        return reader.mayRead(Readership.superusers()) ? SUPPORT_SITE : PUBLIC_SITE;
    }
}
