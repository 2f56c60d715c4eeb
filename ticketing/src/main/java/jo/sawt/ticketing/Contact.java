package jo.sawt.ticketing;

/**
 * A channel and an address in it.
 *
 * @param address a chat session id, an E.164 number, a mailbox in lower case
 */
public record Contact(Channel channel, String address) {
    public Contact {
        if (address.isBlank() || address.length() > 320) {
            throw new IllegalArgumentException("an address needs 1 to 320 characters");
        }
    }

    /** Unique over all contacts: {@code web:…}, {@code sms:+962…}. */
    public String key() {
        return channel.wire() + ":" + address;
    }

    /** Names the channel only, since an address is personal data. */
    @Override
    public String toString() {
        return channel.wire() + ":…";
    }
}
