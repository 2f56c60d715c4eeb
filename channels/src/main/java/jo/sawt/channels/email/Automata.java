package jo.sawt.channels.email;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells letters of machines from those of people: by RFC 3834 and what list servers and office suites add to it. */
final class Automata {
    private static final List<String> BULK = List.of("bulk", "list", "junk", "auto_reply");
    private static final List<String> LISTS = List.of(
            "List-Id",
            "List-Unsubscribe",
            "List-Post",
            "X-Auto-Response-Suppress",
            "X-Autoreply",
            "X-Autorespond",
            "X-Loop");

    private Automata() {}

    /** Why a letter is taken for the work of a machine; empty where it is not. */
    static Optional<String> reason(Headers headers) {
        String submitted = headers.first("Auto-Submitted").toLowerCase(Locale.ROOT);
        String type = headers.first("Content-Type").toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/report") || type.startsWith("message/delivery-status")) {
            return Optional.of("report");
        }
        if (!submitted.isEmpty() && !submitted.startsWith("no")) {
            return Optional.of("auto-submitted");
        }
        if (BULK.contains(headers.first("Precedence").toLowerCase(Locale.ROOT))) {
            return Optional.of("bulk");
        }
        if (LISTS.stream().anyMatch(name -> !headers.first(name).isEmpty())) {
            return Optional.of("list");
        }
        boolean nobody = headers.first("Return-Path").equals("<>")
                || headers.sender().filter(Automata::isDaemon).isPresent();
        return nobody ? Optional.of("bounce") : Optional.empty();
    }

    private static boolean isDaemon(String address) {
        String user = address.substring(0, address.indexOf('@'));
        return Stream.of("mailer-daemon", "postmaster").anyMatch(user::equals)
                || user.matches("no-?reply|do-?not-?reply");
    }
}
