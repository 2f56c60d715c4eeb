package jo.sawt.channels.server;

import java.io.Serial;

/** A setting that Sawt cannot start with; the message is one line that names it. */
final class WrongSetting extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    WrongSetting(String name, String why) {
        super(name + " " + why);
    }
}
