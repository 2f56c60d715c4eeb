package jo.sawt.channels.sms;

import jo.sawt.ticketing.Contact;

/**
 * A picture, recording or document that lies with Twilio.
 *
 * @param message the key of the message that it came with
 * @param number among the media of that message, from 0
 * @param url where Twilio says that it lies; empty where it did not say
 */
public record Medium(String message, int number, String url, Contact from) {
    /** The same for the same medium, however often it is told of. */
    public String id() {
        return message + ":" + number;
    }
}
