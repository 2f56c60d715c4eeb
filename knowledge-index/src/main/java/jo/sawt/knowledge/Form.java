package jo.sawt.knowledge;

import java.util.Locale;
import java.util.Optional;

/** In what form many records are handed in and out; the wire form is the lower-case name. */
public enum Form {
    /** One JSON object a line. */
    NDJSON("application/x-ndjson"),
    /** A table, one record a row, as spreadsheets read and write it. */
    CSV("text/csv");

    private final String mediaType;

    Form(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Form> parse(String wire) {
        for (Form form : values()) {
            if (form.wire().equals(wire)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }
}
