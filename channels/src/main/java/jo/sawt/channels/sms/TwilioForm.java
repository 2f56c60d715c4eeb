package jo.sawt.channels.sms;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/** The fields of a form webhook, all of them, since the signature covers also those that nobody knows. */
record TwilioForm(Map<String, String> fields) {
    TwilioForm {
        fields = Map.copyOf(fields);
    }

    /** Reads a body; one that is not a form throws {@link IllegalArgumentException}. */
    static TwilioForm parse(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (StringTokenizer pairs = new StringTokenizer(body, "&"); pairs.hasMoreTokens(); ) {
            String pair = pairs.nextToken();
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            fields.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return new TwilioForm(fields);
    }

    /** A field that is there and not blank. */
    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
