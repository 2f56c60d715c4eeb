package jo.sawt.channels.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Headers of a message, each read by itself, so that a broken one spoils no other. */
final class Headers {
    private static final Pattern ADDRESS =
            Pattern.compile("([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?)");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,900}>");
    private static final List<String> RECIPIENTS = List.of(
            "To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "Apparently-To", "Resent-To");
    private static final int MOST = 200;

    private final MimeMessage message;

    Headers(MimeMessage message) {
        this.message = message;
    }

    /** The first of the name; empty text where there is none. */
    String first(String name) {
        return all(name).findFirst().orElse("");
    }

    private Stream<String> all(String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null ? Stream.empty() : Arrays.stream(values).map(EncodedWords::decode);
        } catch (MessagingException e) {
            return Stream.empty();
        }
    }

    Optional<String> messageId() {
        Matcher matcher = MESSAGE_ID.matcher(first("Message-ID"));
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** The last address of the header: what stands before may be a name that looks like one. */
    Optional<String> sender() {
        for (String name : List.of("From", "Sender")) {
            List<String> addresses = addresses(first(name)).toList();
            if (!addresses.isEmpty()) {
                return Optional.of(addresses.getLast());
            }
        }
        return Optional.empty();
    }

    Letter.Route route() {
        List<String> to = RECIPIENTS.stream()
                .flatMap(this::all)
                .flatMap(Headers::addresses)
                .distinct()
                .limit(MOST)
                .toList();
        List<String> references = Stream.of("References", "In-Reply-To")
                .flatMap(this::all)
                .flatMap(ids -> MESSAGE_ID.matcher(ids).results().map(MatchResult::group))
                .distinct()
                .limit(MOST)
                .toList();
        return new Letter.Route(to, references);
    }

    private static Stream<String> addresses(String header) {
        return ADDRESS.matcher(header).results().map(found -> found.group(1).toLowerCase(Locale.ROOT));
    }
}
