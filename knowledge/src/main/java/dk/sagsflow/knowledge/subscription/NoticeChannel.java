package dk.sagsflow.knowledge.subscription;

/** How somebody is told. Channels may be added in a minor release. */
public enum NoticeChannel {
    /** By mail, to an address that is confirmed. */
    MAIL,
    /** On the own page of the support site: nothing is sent. */
    SITE
}
