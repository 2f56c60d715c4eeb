package jo.sawt.channels.sms;

import com.twilio.exception.ApiException;
import java.util.Set;

/**
 * What an error of Twilio's means for the message: https://www.twilio.com/docs/api/errors and, for WhatsApp, the table of
 * channel errors there.
 */
enum Verdict {
    /** The citizen has told Twilio to stop. */
    OPTED_OUT,
    /** Not now. */
    LATER,
    /** Our account or its settings are at fault, not the message. */
    OURS,
    /** Nobody knows whether the message was taken: an answer that is none. */
    UNKNOWN,
    /** Never, as it is. */
    NEVER;

    private static final int STOPPED = 21610;
    private static final Set<Integer> PASSING = Set.of(14107, 20429, 21611, 30001, 30003, 63012, 63018);
    private static final Set<Integer> ACCOUNT = Set.of(20003, 20005, 20403, 20404, 21603, 21606, 21659);
    private static final Set<Integer> UNAUTHORIZED = Set.of(401, 403, 404);

    static Verdict of(ApiException e) {
        Integer status = e.getStatusCode();
        Integer code = e.getCode();
        if (status == null || status >= 500 || status < 400) {
            return UNKNOWN;
        }
        if (code == null) {
            return UNAUTHORIZED.contains(status) ? OURS : NEVER;
        }
        return of(code);
    }

    /** The meaning of a code that Twilio documents. */
    static Verdict of(int code) {
        if (code == STOPPED) {
            return OPTED_OUT;
        }
        if (PASSING.contains(code)) {
            return LATER;
        }
        return ACCOUNT.contains(code) ? OURS : NEVER;
    }

    /** How the reason is named to staff. */
    static String name(Integer code, Integer status) {
        if (code == null) {
            return "twilio-http-" + status;
        }
        return code == 63016 ? "whatsapp-window-closed" : "twilio-" + code;
    }
}
