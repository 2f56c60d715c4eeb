package jo.sawt.channels.sms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.OutboundMessage;

/**
 * A message that WhatsApp has approved beforehand, which alone may go out when the citizen has been silent for a day. Its
 * first variable is the reference of the ticket, its second the answer in one line
 * (https://www.twilio.com/docs/content/using-variables-with-content-api).
 */
record Template(String contentSid) {
    private static final Pattern FORM = Pattern.compile("HX[0-9a-fA-F]{32}");
    private static final int LONGEST = 600;
    private static final int LABEL = 20;

    Template {
        if (!FORM.matcher(contentSid).matches()) {
            throw new IllegalArgumentException("TWILIO_WHATSAPP_TEMPLATE is HX and 32 hexadecimal digits");
        }
    }

    /** The text, then label and id of each option; WhatsApp shows no more of a label than fits on a button. */
    static String variables(String text, List<Option> options) {
        ObjectNode variables = JsonNodeFactory.instance.objectNode().put("1", text);
        int number = 2;
        for (Option option : options) {
            String label = option.label();
            variables.put(
                    String.valueOf(number++),
                    label.length() > LABEL ? label.substring(0, LABEL - 1).strip() + "…" : label);
            variables.put(String.valueOf(number++), option.id());
        }
        return variables.toString();
    }

    /** The variables as Twilio takes them; WhatsApp refuses line ends and rows of spaces in one. */
    static String variables(OutboundMessage message) {
        String line = Rendering.of(message).text().replaceAll("\\s+", " ").strip();
        if (line.length() > LONGEST) {
            int end = line.lastIndexOf(' ', LONGEST - 1);
            line = line.substring(0, end > 0 ? end : LONGEST - 1) + "…";
        }
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        return variables.put("1", message.ticket().value()).put("2", line).toString();
    }
}
