package jo.sawt.channels.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a calendar part (RFC 5545) says, in lines: what, when and where. */
final class Invitation {
    private static final List<String> TOLD = List.of("SUMMARY", "DTSTART", "DTEND", "LOCATION", "DESCRIPTION");

    private Invitation() {}

    static String of(String calendar) {
        String unfolded = calendar.replaceAll("\\r?\\n[ \\t]", "");
        int event = Math.max(0, unfolded.indexOf("BEGIN:VEVENT"));
        List<String> lines = new ArrayList<>();
        for (String name : TOLD) {
            value(name, unfolded.substring(event)).ifPresent(lines::add);
        }
        return String.join("\n", lines);
    }

    private static Optional<String> value(String name, String event) {
        Matcher matcher = Pattern.compile("(?m)^" + name + "(?:;[^:\\r\\n]*)?:([^\\r\\n]+)")
                .matcher(event);
        return matcher.find() ? Optional.of(readable(name, matcher.group(1).strip())) : Optional.empty();
    }

    private static String readable(String name, String value) {
        if (name.startsWith("DT")) {
            return value.replaceFirst("^(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})\\d{2}(Z?))?$", "$1-$2-$3 $4:$5$6")
                    .replaceFirst(" :$", "");
        }
        return value.replaceAll("\\\\[nN]", "\n").replaceAll("\\\\([,;\\\\])", "$1");
    }
}
