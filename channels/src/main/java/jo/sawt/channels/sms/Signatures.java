package jo.sawt.channels.sms;

import com.twilio.security.RequestValidator;
import java.net.URI;
import java.util.List;

/**
 * Checks that a webhook comes from Twilio: an HMAC under the account's token of the public address it called and all form
 * fields (https://www.twilio.com/docs/usage/webhooks/webhooks-security).
 */
final class Signatures {
    private final RequestValidator validator;
    private final List<String> bases;

    Signatures(TwilioSettings settings) {
        this.validator = new RequestValidator(settings.account().token().value());
        this.bases = bases(settings.publicUrl());
    }

    /** The validator compares in constant time. */
    boolean accept(String pathAndQuery, TwilioForm form, String signature) {
        boolean accepted = false;
        for (String base : bases) {
            accepted |= validator.validate(base + pathAndQuery, form.fields(), signature);
        }
        return accepted;
    }

    /** Twilio may or may not name the port; the validator's own removal of it also rewrites escapes in the query. */
    private static List<String> bases(URI url) {
        String host = url.getScheme() + "://" + url.getHost();
        String path = url.getRawPath().endsWith("/")
                ? url.getRawPath().substring(0, url.getRawPath().length() - 1)
                : url.getRawPath();
        int port = url.getPort() > 0 ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
        return List.of(host + path, host + ":" + port + path);
    }
}
