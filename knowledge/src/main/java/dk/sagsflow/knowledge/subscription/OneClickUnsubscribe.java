package dk.sagsflow.knowledge.subscription;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Ends subscriptions by one click in a mail program, without login (RFC 8058). The host answers requests to the address in {@code
 * List-Unsubscribe} with what this says, and with an empty page. Only a {@code POST} with the field that the RFC names changes
 * anything: whatever looks into mails follows their links. An answer is the same whether the token is known or not, and names
 * nobody. Safe for use by many threads.
 */
public final class OneClickUnsubscribe {
    /** The header that goes with the address. */
    public static final String POST_HEADER = "List-Unsubscribe-Post";

    /** What stands in that header, and in the body of the request. */
    public static final String POST_FIELD = "List-Unsubscribe=One-Click";

    /** It was done, if there was something to do. */
    public static final int ACCEPTED = 202;

    /** The field is missing. */
    public static final int BAD_REQUEST = 400;

    /** It was no {@code POST}. */
    public static final int METHOD_NOT_ALLOWED = 405;

    private static final int LONGEST_BODY = 10_000;

    private final TopicSubscriptions subscriptions;

    OneClickUnsubscribe(TopicSubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /**
     * What becomes of a request.
     *
     * @param method its method: {@code POST}
     * @param token the last part of its path
     * @param body its body, as a form in either of the two encodings
     * @return the status of the answer
     */
    public int answer(String method, String token, String body) {
        requireNonNull(token, "token");
        if (!method.toUpperCase(Locale.ROOT).equals("POST")) {
            return METHOD_NOT_ALLOWED;
        } else if (body.length() > LONGEST_BODY || !saysOneClick(body)) {
            return BAD_REQUEST;
        }
        subscriptions.unsubscribeByToken(token);
        return ACCEPTED;
    }

    private static boolean saysOneClick(String body) {
        return body.contains(POST_FIELD) || (body.contains("name=\"List-Unsubscribe\"") && body.contains("One-Click"));
    }
}
