package jo.sawt.channels.email;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a machine tells of a letter of ours: a delivery status (RFC 3464), a complaint (RFC 5965), or a bounce in no known
 * form, which is known by its sender alone.
 *
 * @param id of the letter, as {@link Marks} has it
 * @param code the enhanced status code (RFC 3463), where it gives one
 */
record DeliveryReport(String id, DeliveryFate fate, String code) {
    private static final int LONGEST = 2 << 20;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.MULTILINE;
    private static final Pattern ACTION = Pattern.compile("^Action:\\s*([a-z]{1,20})", FLAGS);
    private static final Pattern STATUS = Pattern.compile("^Status:\\s*([245]\\.\\d{1,3}\\.\\d{1,3})", FLAGS);
    private static final Pattern FEEDBACK = Pattern.compile("^Feedback-Type:\\s*([a-z-]{1,30})", FLAGS);

    /** Empty where it speaks of no letter of ours. */
    static Optional<DeliveryReport> of(RawLetter raw, Letter letter, Marks marks) {
        boolean report = letter.machine()
                .filter(reason -> reason.equals("report") || reason.equals("bounce"))
                .isPresent();
        Optional<String> verp = marks.returned(letter.route().to());
        if (!report && verp.isEmpty()) {
            return Optional.empty();
        }
        String text = new String(raw.head(LONGEST), StandardCharsets.ISO_8859_1);
        return verp.or(() -> marks.letter(text))
                .or(() -> marks.letter(letter.text()))
                .flatMap(id -> told(id, text, letter));
    }

    private static Optional<DeliveryReport> told(String id, String text, Letter letter) {
        Matcher feedback = FEEDBACK.matcher(text);
        if (feedback.find()) {
            return Optional.of(new DeliveryReport(
                    id, DeliveryFate.COMPLAINED, feedback.group(1).toLowerCase(Locale.ROOT)));
        }
        Matcher status = STATUS.matcher(text);
        String code = status.find() ? status.group(1) : "none";
        Matcher action = ACTION.matcher(text);
        if (action.find()) {
            return switch (action.group(1).toLowerCase(Locale.ROOT)) {
                case "failed" -> Optional.of(new DeliveryReport(id, DeliveryFate.FAILED, code));
                case "delayed" -> Optional.of(new DeliveryReport(id, DeliveryFate.DELAYED, code));
                case "delivered", "relayed", "expanded" ->
                    Optional.of(new DeliveryReport(id, DeliveryFate.DELIVERED, code));
                default -> Optional.empty();
            };
        }
        // A vacation notice may come to the address of bounces, too; it says that it is automatic, not that it failed.
        boolean bounce =
                letter.machine().filter(reason -> reason.equals("bounce")).isPresent();
        return bounce ? Optional.of(new DeliveryReport(id, DeliveryFate.FAILED, code)) : Optional.empty();
    }
}
