package dk.sagsflow.core.watcher;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dk.sagsflow.core.bounds.Bounds;
import dk.sagsflow.core.organisation.ActorId;
import java.util.Locale;

/**
 * Somebody who is sent a copy of what others are told of a case. To watch a case opens nothing of it: who watches is told, and
 * looks into the case as far as everybody else in that place. Kinds may be added in a minor release. Immutable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "who")
public sealed interface Watcher {
    /** Of what this is sent a copy. */
    Copies copies();

    /** Whether it is the same one as the other, told the same. */
    boolean same(Watcher other);

    /** What cases are found by that this one watches, whatever the copies. */
    static String key(Watcher watcher) {
        return watcher instanceof Colleague colleague
                ? "mail/" + colleague.address().toLowerCase(Locale.ROOT)
                : "actor/" + ((Member) watcher).actor();
    }

    /** Who stands where this one stood, once forgotten. */
    static Watcher erased(Watcher watcher) {
        return watcher instanceof Member member ? new Member(Member.NOBODY, member.copies()) : Colleague.ERASED;
    }

    /** Whether it stands for somebody who is forgotten. */
    static boolean forgotten(Watcher watcher) {
        return watcher.equals(erased(watcher));
    }

    /** Of what somebody is sent a copy. Constants may be added. */
    enum Copies {
        /** Of what the customer is told. */
        CUSTOMER,
        /** Of what groups are told. */
        GROUP
    }

    /**
     * A colleague of the customer, who is told what the customer is told, in the customer's language. Immutable.
     *
     * @param address the mail address
     */
    @JsonTypeName("colleague")
    record Colleague(String address) implements Watcher {
        private static final Colleague ERASED = new Colleague("erased@erased.invalid");

        /** Refuses what is no address, or more than one line. */
        public Colleague {
            Bounds.name("mail address of a watcher", address);
            int at = address.lastIndexOf('@');
            checkArgument(
                    at > 0 && at < address.length() - 1 && address.equals(address.strip()),
                    "mail address of a watcher is not of the form name@domain, or has space around it");
        }

        @Override
        public Copies copies() {
            return Copies.CUSTOMER;
        }

        @Override
        public boolean same(Watcher other) {
            return other instanceof Colleague colleague && colleague.address.equalsIgnoreCase(address);
        }

        /** Without the address, which is personal. */
        @Override
        public String toString() {
            return "a colleague of the customer";
        }
    }

    /**
     * Somebody of the organisation, who is told as long as that person may see the case, and what groups are told only as long as
     * that is no customer's view of it. Immutable.
     *
     * @param actor who
     * @param copies of what
     */
    @JsonTypeName("member")
    record Member(ActorId actor, Copies copies) implements Watcher {
        private static final ActorId NOBODY = ActorId.of("erased");

        /** Refuses null. */
        public Member {
            requireNonNull(actor, "actor");
            requireNonNull(copies, "copies");
        }

        @Override
        public boolean same(Watcher other) {
            return equals(other);
        }
    }
}
