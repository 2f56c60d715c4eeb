package jo.sawt.channels.sms;

import java.time.Instant;

/**
 * Whether a number may be written to, as last said.
 *
 * @param source the key of the citizen's message, or {@code provider} where Twilio told us
 */
public record Consent(boolean given, Instant at, String source) {
    /** The source of what Twilio told. */
    public static final String PROVIDER = "provider";
}
