package jo.sawt.channels.sms;

import java.time.Instant;

/** Which message each webhook brought, by the token that Twilio gives to a request and repeats when it tries again. */
public interface Webhooks {
    /** Keeps what a webhook brought, where none of the same token did before; what the first one brought. */
    Brought first(String token, Brought brought);

    /** Forgets those that came before. */
    void forgetBefore(Instant time);

    /** The message that a webhook told of, and when. */
    record Brought(String sid, Instant at) {}
}
